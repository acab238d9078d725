import { isClosedBy } from '../formats/blocks.ts';
import { fieldsTooLong, type Limits } from '../limits.ts';
import type { FieldName, Story } from '../model.ts';

/** What a newsroom asks of its stories. `closingMark`: what they end with; '' for nothing. */
export type House = { limits: Limits; closingMark: string };
export type HouseItem = { code: 'tooLong' | 'closingMarkMissing'; anchor: { field: FieldName } };

/** Whether the house's closing mark is neither in its field nor at the end of the text. */
export const isMarkMissing = ({ fields, body }: Pick<Story, 'fields' | 'body'>, closingMark: string): boolean =>
  closingMark.trim() !== '' && fields.closingMark.trim() === '' && !isClosedBy(body, closingMark.trim());

/** Where a story is not as the house would have it: nothing that stands in the way of its publication. */
export function houseWarnings(story: Story, { limits, closingMark }: House): HouseItem[] {
  const tooLong = fieldsTooLong(story.fields, limits);
  return [
    ...tooLong.map((field): HouseItem => ({ code: 'tooLong', anchor: { field } })),
    ...(isMarkMissing(story, closingMark)
      ? [{ code: 'closingMarkMissing', anchor: { field: 'closingMark' } } as const]
      : []),
  ];
}

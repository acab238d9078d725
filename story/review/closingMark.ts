import { isClosedBy } from '../formats/blocks.ts';
import type { Story } from '../model.ts';

/** Whether the house's closing mark is neither in its field nor at the end of the text. '': the house has none. */
export const isMarkMissing = ({ fields, body }: Pick<Story, 'fields' | 'body'>, closingMark: string): boolean =>
  closingMark.trim() !== '' && fields.closingMark.trim() === '' && !isClosedBy(body, closingMark.trim());

import type { LinkAnswer } from '../../preload/contract.ts';
import type { Anchor, Story } from '../../story/model.ts';
import { isMarkMissing } from '../../story/review/closingMark.ts';
import { type PreflightCode, type PreflightItem, preflight } from '../../story/review/preflight.ts';
import { linksOf } from '../../story/text/links.ts';
import { isDead } from '../links/dead.ts';
import { allTypes } from '../types/known.ts';

/** Whether the story is approved stands beside the button already. */
type Shown =
  | Exclude<PreflightCode, 'notApproved' | 'changedSinceApproval'>
  | 'closingMarkMissing'
  | 'deadLink'
  | 'houseStyle';
export type Finding = {
  code: Shown;
  anchor: Anchor | null;
  /** Which photo of the story it is about, from 1; 0: none. Of a rule of style: in how many places. */
  number: number;
  /** Of a rule of style: its name. */
  name?: string;
};

/**
 * The preflight as the Publish tab lists it. `answers`: what the story's links said, where a person had them asked.
 * `closingMark`: the house's, if it has one.
 */
export function findingsOf(
  story: Story,
  answers: ReadonlyMap<string, LinkAnswer> = new Map(),
  closingMark = '',
): { blocks: Finding[]; warnings: Finding[] } {
  const photos = story.body.filter((block) => block.type === 'figure').map((block) => block.id);
  const found = (items: readonly PreflightItem[]): Finding[] =>
    items.flatMap(({ code, anchor }) => {
      if (code === 'notApproved' || code === 'changedSinceApproval') return [];
      return [{ code, anchor, number: anchor && 'block' in anchor ? photos.indexOf(anchor.block) + 1 : 0 }];
    });
  const { blocks, warnings } = preflight(story, Date.now(), allTypes());
  const dead = linksOf(story).filter(({ url }) => isDead(answers.get(url)));
  const places = new Map(dead.map(({ anchor }) => [JSON.stringify(anchor), anchor]));
  const links = [...places.values()].map((anchor): Finding => ({ code: 'deadLink', anchor, number: 0 }));
  const mark: Finding = { code: 'closingMarkMissing', anchor: { field: 'closingMark' }, number: 0 };
  const unclosed = isMarkMissing(story, closingMark) ? [mark] : [];
  return { blocks: found(blocks), warnings: [...found(warnings), ...unclosed, ...links] };
}

import type { LinkAnswer } from '../../preload/contract.ts';
import type { Anchor, Story } from '../../story/model.ts';
import { type House, type HouseItem, houseWarnings } from '../../story/review/house.ts';
import { type PreflightCode, type PreflightItem, preflight } from '../../story/review/preflight.ts';
import { linksOf } from '../../story/text/links.ts';
import { isDead } from '../links/dead.ts';
import { allTypes } from '../types/known.ts';

/** Whether the story is approved stands beside the button already. */
type Shown = Exclude<PreflightCode, 'notApproved' | 'changedSinceApproval'> | HouseItem['code'] | 'deadLink';
const NO_HOUSE: House = { limits: {}, closingMark: '' };
export type Finding = {
  code: Shown;
  anchor: Anchor | null;
  /** Which photo of the story it is about, from 1; 0: none. */
  number: number;
};

/**
 * The preflight as the Publish tab lists it, with what the house asks for. `answers`: what the story's links said, where a person had them
 * asked.
 */
export function findingsOf(
  story: Story,
  answers: ReadonlyMap<string, LinkAnswer> = new Map(),
  house: House = NO_HOUSE,
): { blocks: Finding[]; warnings: Finding[] } {
  const photos = story.body.filter((block) => block.type === 'figure').map((block) => block.id);
  const found = (items: readonly (PreflightItem | HouseItem)[]): Finding[] =>
    items.flatMap(({ code, anchor }) => {
      if (code === 'notApproved' || code === 'changedSinceApproval') return [];
      return [{ code, anchor, number: anchor && 'block' in anchor ? photos.indexOf(anchor.block) + 1 : 0 }];
    });
  const { blocks, warnings } = preflight(story, Date.now(), allTypes());
  const dead = linksOf(story).filter(({ url }) => isDead(answers.get(url)));
  const places = new Map(dead.map(({ anchor }) => [JSON.stringify(anchor), anchor]));
  const links = [...places.values()].map((anchor): Finding => ({ code: 'deadLink', anchor, number: 0 }));
  const asked = found([...houseWarnings(story, house), ...warnings]);
  return { blocks: found(blocks), warnings: [...asked, ...links] };
}

import type { LinkAnswer, PhotoInfo } from '../../preload/contract.ts';
import type { Anchor, Figure, Story } from '../../story/model.ts';
import { clearedBy, forbiddenBy, type TermsField } from '../../story/photo/terms.ts';
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
  | 'houseStyle'
  | 'photoForbidden'
  | 'photoCleared';
export type Finding = {
  code: Shown;
  anchor: Anchor | null;
  /** Which photo of the story it is about, from 1; 0: none. Of a rule of style: in how many places. */
  number: number;
  /** Of a rule of style: its name; of a photo's terms: their words. */
  name?: string;
  /** Who has cleared a photo's terms. */
  by?: string;
  /** The photo (its hash) whose own texts it is about. */
  photo?: string;
  /** In which of them it stands. */
  terms?: TermsField;
  /** Of a photo's text: the words it is about, and how the story spells that name. */
  words?: string;
  other?: string;
  /** How many of a cropped photo's pixels are left across. */
  pixels?: number;
};

/**
 * The preflight as the Publish tab lists it. `answers`: what the story's links said, where a person had them asked.
 * `closingMark`: the house's, if it has one. `known`: what is known of the story's photos.
 */
export function findingsOf(
  story: Story,
  answers: ReadonlyMap<string, LinkAnswer> = new Map(),
  closingMark = '',
  known: ReadonlyMap<string, PhotoInfo> = new Map(),
): { blocks: Finding[]; warnings: Finding[] } {
  const photos = story.body.filter((block) => block.type === 'figure').map((block) => block.id);
  const found = (items: readonly PreflightItem[]): Finding[] =>
    items.flatMap(({ code, anchor, ...said }) => {
      if (code === 'notApproved' || code === 'changedSinceApproval') return [];
      return [{ ...said, code, anchor, number: anchor && 'block' in anchor ? photos.indexOf(anchor.block) + 1 : 0 }];
    });
  const { blocks, warnings } = preflight(story, Date.now(), allTypes());
  const dead = linksOf(story).filter(({ url }) => isDead(answers.get(url)));
  const places = new Map(dead.map(({ anchor }) => [JSON.stringify(anchor), anchor]));
  const links = [...places.values()].map((anchor): Finding => ({ code: 'deadLink', anchor, number: 0 }));
  const mark: Finding = { code: 'closingMarkMissing', anchor: { field: 'closingMark' }, number: 0 };
  const unclosed = isMarkMissing(story, closingMark) ? [mark] : [];
  const terms = termsOf(story, known);
  return {
    blocks: [...found(blocks), ...terms.forbidden],
    warnings: [...found(warnings), ...terms.cleared, ...unclosed, ...links],
  };
}

/** What the photos' terms of usage say against a publication: still, or until somebody cleared it. */
function termsOf(story: Story, known: ReadonlyMap<string, PhotoInfo>) {
  const forbidden: Finding[] = [];
  const cleared: Finding[] = [];
  const figures = story.body.filter((block): block is Figure => block.type === 'figure');
  for (const [index, { id, photo }] of figures.entries()) {
    const info = known.get(photo);
    const where = { anchor: { block: id }, number: index + 1, photo };
    const [against, was] = info ? [forbiddenBy(info), clearedBy(info)] : [null, null];
    if (against) forbidden.push({ code: 'photoForbidden', ...where, name: against.words, terms: against.field });
    else if (was) cleared.push({ code: 'photoCleared', ...where, name: was.words, terms: was.field, by: was.by });
  }
  return { forbidden, cleared };
}

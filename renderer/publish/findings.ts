import type { LinkAnswer, PhotoInfo, PhotoUse } from '../../preload/contract.ts';
import { type Anchor, type Figure, isOut, type Story } from '../../story/model.ts';
import { clearedBy, forbiddenBy, type TermsField } from '../../story/photo/terms.ts';
import { isMarkMissing } from '../../story/review/closingMark.ts';
import { type PreflightCode, type PreflightItem, preflight } from '../../story/review/preflight.ts';
import { linksOf } from '../../story/text/links.ts';
import { isDead } from '../links/dead.ts';
import { allTypes } from '../types/known.ts';
import { houseRules } from '../workflow/house.ts';

/** Whether the story is approved stands beside the button already. */
type Shown =
  | Exclude<PreflightCode, 'notApproved' | 'changedSinceApproval'>
  | 'closingMarkMissing'
  | 'deadLink'
  | 'houseStyle'
  | 'photoForbidden'
  | 'photoCleared'
  | 'photoLacks'
  | 'photoUsed'
  | 'photoUsedOften';
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
  /** Of a photo that lacks several things: which. */
  lacks?: Lack[];
  /** Of a photo used before: the story (its headline is `name`), and how many more show it. */
  storyId?: string;
  more?: number;
};
/** What one line says of a photo together. */
const LACKS = ['missingCaption', 'missingCredit', 'missingAlt', 'uncheckedPhotoTexts'] as const;
export type Lack = (typeof LACKS)[number];

/** What is known beside the story; what is left out is not looked at. */
export type Known = {
  /** What the story's links said, where a person had them asked. */
  answers?: ReadonlyMap<string, LinkAnswer>;
  /** The house's, if it has one. */
  closingMark?: string;
  /** Of the story's photos. */
  known?: ReadonlyMap<string, PhotoInfo>;
  /** Which stories show them. */
  uses?: ReadonlyMap<string, readonly PhotoUse[]>;
  /** When readers would see it, in epoch milliseconds; now. */
  seenAt?: number;
};

/** The preflight as the Publish tab lists it. */
export function findingsOf(
  story: Story,
  { answers = new Map(), closingMark = '', known = new Map(), uses = new Map(), seenAt = Date.now() }: Known = {},
): { blocks: Finding[]; warnings: Finding[] } {
  const photos = story.body.filter((block) => block.type === 'figure').map((block) => block.id);
  const found = (items: readonly PreflightItem[]): Finding[] =>
    items.flatMap(({ code, anchor, ...said }) => {
      if (code === 'notApproved' || code === 'changedSinceApproval') return [];
      return [{ ...said, code, anchor, number: anchor && 'block' in anchor ? photos.indexOf(anchor.block) + 1 : 0 }];
    });
  const { blocks, warnings } = preflight(story, seenAt, allTypes(), houseRules.get());
  const dead = linksOf(story).filter(({ url }) => isDead(answers.get(url)));
  const places = new Map(dead.map(({ anchor }) => [JSON.stringify(anchor), anchor]));
  const links = [...places.values()].map((anchor): Finding => ({ code: 'deadLink', anchor, number: 0 }));
  const mark: Finding = { code: 'closingMarkMissing', anchor: { field: 'closingMark' }, number: 0 };
  const unclosed = isMarkMissing(story, closingMark) ? [mark] : [];
  const terms = termsOf(story, known);
  return {
    blocks: [...found(blocks), ...terms.forbidden],
    warnings: [...together(found(warnings)), ...terms.cleared, ...usedBefore(story, uses), ...unclosed, ...links],
  };
}

/** With one line for each photo that lacks several things, where the first of them stood: twenty photos are not sixty lines. */
function together(list: readonly Finding[]): Finding[] {
  const isLack = (code: string): code is Lack => (LACKS as readonly string[]).includes(code);
  const lacks = Map.groupBy(
    list.filter(({ code, number }) => isLack(code) && number > 0),
    ({ number }) => number,
  );
  return list.flatMap((finding) => {
    const all = isLack(finding.code) ? (lacks.get(finding.number) ?? []) : [];
    if (all.length < 2) return [finding];
    const codes = all.map(({ code }) => code).filter(isLack);
    return all[0] === finding ? [{ ...finding, code: 'photoLacks', lacks: codes }] : [];
  });
}

/** Photos that another published story shows, each once. */
function usedBefore(story: Story, uses: ReadonlyMap<string, readonly PhotoUse[]>): Finding[] {
  const figures = story.body.filter((block): block is Figure => block.type === 'figure');
  return figures.flatMap(({ id, photo }, index): Finding[] => {
    const isFirst = figures.findIndex((other) => other.photo === photo) === index;
    const others = (uses.get(photo) ?? []).filter(
      (use) => use.storyId !== story.id && isOut(use.status) && !use.inTrash,
    );
    const [first, ...more] = others;
    if (!isFirst || !first) return [];
    const code = more.length > 0 ? 'photoUsedOften' : 'photoUsed';
    const { headline: name, storyId } = first;
    return [{ code, anchor: { block: id }, number: index + 1, name, storyId, more: more.length }];
  });
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

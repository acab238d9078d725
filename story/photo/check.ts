import { bodyTexts } from '../content.ts';
import type { Block, Figure, PhotoText, Story } from '../model.ts';
import { bylineNames } from '../text/byline.ts';
import { fold } from '../text/fold.ts';
import { nameRuns, nearlySame, oneLetterOff, speltName } from '../text/names.ts';
import { creditIn } from './credit.ts';
import { leftOpen } from './template.ts';

export type PhotoIssueCode =
  | 'missingCaption'
  | 'missingCredit'
  | 'missingAlt'
  | 'marksLeft'
  | 'captionIsHeadline'
  | 'altRepeats'
  | 'creditInText'
  | 'nameDiffers'
  | 'draftUnread'
  | 'uncheckedPhotoTexts';
/** What a photo's texts lack, and which of them. `words`: those it is about; `other`: how the story spells that name. */
export type PhotoIssue = { code: PhotoIssueCode; part: PhotoText; words?: string; other?: string };

type Checked = Pick<Story, 'body' | 'fields'>;
const MISSING = { caption: 'missingCaption', credit: 'missingCredit', alt: 'missingAlt' } as const;
const TEXTS = ['caption', 'credit', 'alt'] as const;
const known = new WeakMap<Checked, ReadonlyMap<string, readonly PhotoIssue[]>>();

/** What to look at in the texts of each photo, by the block's id. A Story is never written to: asked again, it has the answer. */
export function photoIssues(story: Checked): ReadonlyMap<string, readonly PhotoIssue[]> {
  const before = known.get(story);
  if (before) return before;
  const figures = story.body.filter((block): block is Figure => block.type === 'figure');
  const names = figures.length > 0 ? namesOfText(story) : [];
  const issues = new Map(figures.map((figure) => [figure.id, issuesOf(figure, story.fields.headline, names)]));
  known.set(story, issues);
  return issues;
}

function issuesOf(figure: Figure, headline: string, names: readonly Name[]): PhotoIssue[] {
  const { caption, credit, alt } = figure;
  const missing = TEXTS.filter((part) => figure[part].trim() === '');
  const open = TEXTS.map((part) => ({ part, words: leftOpen(figure[part])?.words }));
  const credits = (['caption', 'alt'] as const).map((part) => ({ part, words: creditIn(figure[part])?.words }));
  const inAlt = plain(credit).length > 3 && ` ${plain(alt)} `.includes(` ${plain(credit)} `) && !creditIn(alt);
  const unread = figure.unchecked.filter((part) => figure[part].trim() !== '');
  const drafts = unread.filter((part) => figure.drafted?.includes(part));
  const unchecked = unread.find((part) => !drafts.includes(part));
  return [
    ...missing.map((part) => ({ code: MISSING[part], part })),
    ...open.flatMap(({ part, words }) => (words ? [{ code: 'marksLeft' as const, part, words }] : [])),
    ...(repeats(caption, headline) ? [{ code: 'captionIsHeadline' as const, part: 'caption' as const }] : []),
    ...credits.flatMap(({ part, words }) => (words ? [{ code: 'creditInText' as const, part, words }] : [])),
    ...(inAlt || (plain(alt) !== '' && plain(alt) === plain(caption))
      ? [{ code: 'altRepeats' as const, part: 'alt' as const }]
      : []),
    ...otherNames(caption, 'caption', names),
    ...otherNames(alt, 'alt', names),
    ...drafts.map((part) => ({ code: 'draftUnread' as const, part })),
    ...(unchecked ? [{ code: 'uncheckedPhotoTexts' as const, part: unchecked }] : []),
  ];
}

/** The words of a text alone, folded. */
const plain = (text: string): string =>
  fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Whether a caption says the headline again, alone or among other words. */
function repeats(caption: string, headline: string): boolean {
  const [said, title] = [plain(caption), plain(headline)];
  if (title === '') return false;
  return said === title || (title.split(' ').length >= 4 && ` ${said} `.includes(` ${title} `));
}

/** A name as it is written, and without marks and case. */
type Name = { written: string; folded: string };

/** Names of a photo's text that the story spells otherwise, and nowhere so. */
function otherNames(text: string, part: PhotoText, names: readonly Name[]): PhotoIssue[] {
  return nameRuns(text).flatMap(({ words, atStart }): PhotoIssue[] => {
    const ways = [words, ...(atStart ? [words.slice(1)] : [])]
      .filter((way) => way.length > 1)
      .map((way) => nameOf(way.join(' ')));
    if (ways.some((way) => names.some((name) => name.folded === way.folded && isSpeltLike(name, way)))) return [];
    for (const { written, folded } of ways) {
      const other = names.find(
        (name) => (name.folded === folded || oneLetterOff(folded, name.folded)) && nearlySame(written, name.written),
      );
      if (other) return [{ code: 'nameDiffers', part, words: written, other: other.written }];
    }
    return [];
  });
}

const isSpeltLike = ({ written }: Name, other: Name): boolean =>
  written === other.written || speltName(written) === speltName(other.written);

/** The names of the story's own text, and their parts of two words and more, each once: people are called by those, too. */
function namesOfText({ body, fields }: Checked): Name[] {
  const head = [fields.headline, fields.standfirst, fields.place].flatMap(partsIn);
  return [...new Set([...head, ...bylineNames(fields.byline), ...body.flatMap(partsOfBlock)])].map(nameOf);
}

const nameOf = (written: string): Name => ({ written, folded: fold(written) });

const partsIn = (text: string): string[] =>
  nameRuns(text).flatMap(({ words }) =>
    words.flatMap((_, from) => words.slice(from + 1).map((_, more) => words.slice(from, from + more + 2).join(' '))),
  );

const partsKnown = new WeakMap<Block, string[]>();
function partsOfBlock(block: Block): string[] {
  const before = partsKnown.get(block);
  if (before) return before;
  const parts = bodyTexts(block).flatMap(partsIn);
  partsKnown.set(block, parts);
  return parts;
}

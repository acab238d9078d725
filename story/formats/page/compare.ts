import { type Difference, difference, type Numbered, numbered } from '../wordpress/compare.ts';
import { type PlacedUnit, readPlaced, readUnits } from '../wordpress/read.ts';
import { isSamePhoto } from './address.ts';
import { isShownEmbed } from './embed.ts';
import { findStory, structural } from './find.ts';
import { likeness } from './likeness.ts';
import { isRendered, isRenderedMarkup, lettersOf } from './rendered.ts';
import { shownHtml } from './shown.ts';

/** What was sent, as HTML: a title and the body. */
export type SentPage = { title: string; content: string };
export type PageComparison = {
  /** Whether the story stands in the page at all; where it does not, nothing was compared. */
  isThere: boolean;
  /** `where` as in `compareWordPress`. */
  differences: Difference[];
  /** What the page shows between the story's parts that is not the story's: advertisements, boxes of the theme. */
  between: string[];
};

/** Of a story's letters a page must show so many, to be the page of that story. */
const LEAST_SHARE = 0.3;

/**
 * Compares what was sent with the page that readers get: its headline, and each of its units whole and in order, with links,
 * bold and italic, photos' addresses and alt texts, captions with their credits. What themes put around them is not looked at.
 * What is equal though it is written otherwise: see docs/readback.md; each such rule has a test, and there are no others.
 */
export function comparePage(sent: SentPage, html: string, url: string): PageComparison {
  const ours = numbered(sent.content);
  const page = readPlaced(shownHtml(html, url));
  const { placed, pairs } = findStory(ours, page);
  const lettersIn = (units: readonly Numbered[]) =>
    units.reduce((sum, { kind, text }) => sum + (kind === 'photo' ? 0 : lettersOf(text).length), 0);
  const found = lettersIn(pairs.map(([mine]) => ours[mine]!));
  if (found < LEAST_SHARE * lettersIn(ours)) return { isThere: false, differences: [], between: [] };
  const differences = compareTitle(sent.title, page);
  const between: string[] = [];
  let [from, fromThere] = [0, 0];
  for (const [to, there] of [...pairs, [ours.length, placed.length] as const]) {
    const gap = compareGap(ours.slice(from, to), placed.slice(fromThere, there), url);
    differences.push(...gap.differences);
    // Before the first unit found and behind the last, anything may stand.
    if (from > 0 && to < ours.length) between.push(...gap.between);
    const [mine, shown] = [ours[to], placed[there]];
    if (mine && shown && !isShown(mine, shown, url)) differences.push(shownOtherwise(mine, shown));
    [from, fromThere] = [to + 1, there + 1];
  }
  return { isThere: true, differences, between };
}

function compareTitle(html: string, page: readonly PlacedUnit[]): Difference[] {
  const title = readUnits(html)
    .map(({ text }) => text)
    .join(' ')
    .replace(/\s+/g, ' ');
  const text = (unit: PlacedUnit): string => unit.text.replace(/\s+/g, ' ');
  const headings = page.filter(({ path }) => /(?:^|>)h[1-6](?:>|$)/.test(path));
  if (headings.some((unit) => isRendered(title, text(unit)))) return [];
  const nearest = headings.map((unit) => [likeness(title, unit.text), unit] as const).sort(([a], [b]) => b - a)[0];
  if (nearest && nearest[0] >= ALIKE) return [{ where: 'title', ours: title, theirs: text(nearest[1]) }];
  // Some themes set the headline in no heading.
  if (page.some((unit) => isRendered(title, text(unit)))) return [];
  return [{ where: 'title', ours: title, theirs: '' }];
}
const ALIKE = 0.4;

function isShown(ours: Numbered, theirs: PlacedUnit, url: string): boolean {
  if (ours.kind === 'photo') return theirs.kind === 'photo' && isSamePhoto(ours.text, theirs.text, url);
  if (ours.kind === 'alt' || ours.kind === 'line') return ours.kind === theirs.kind && ours.text === theirs.text;
  return structural(ours.path) === theirs.path && isRenderedMarkup(ours.markup, theirs.markup);
}

/** Where only the typography differs, too, the text as the page has it is what tells. */
const shownOtherwise = (ours: Numbered, theirs: PlacedUnit): Difference =>
  isRendered(ours.text, theirs.text) && isRenderedMarkup(ours.markup, theirs.markup)
    ? difference(
        ours.where,
        { ...ours, path: structural(ours.path) },
        { ...theirs, text: ours.text, markup: ours.markup },
      )
    : difference(ours.where, ours, isRendered(ours.text, theirs.text) ? { ...theirs, text: ours.text } : theirs);

/** Between two units found: ours are held against what is most like them there. */
function compareGap(
  ours: readonly Numbered[],
  theirs: readonly PlacedUnit[],
  url: string,
): { differences: Difference[]; between: string[] } {
  let left = [...theirs];
  const differences = ours.flatMap((unit) => {
    const embed = isShownEmbed(unit, left);
    if (embed) {
      left = left.filter((one) => !embed.includes(one));
      return [];
    }
    const at = partnerOf(unit, left);
    const [other] = at < 0 ? [] : left.splice(at, 1);
    if (other && isShown(unit, other, url)) return [];
    return [other ? shownOtherwise(unit, other) : difference(unit.where, unit, undefined)];
  });
  return { differences, between: left.map(({ text }) => text).filter((text) => text !== '') };
}

/** Of photos, cells and the like the next one there; of texts the most alike. */
function partnerOf(unit: Numbered, theirs: readonly PlacedUnit[]): number {
  const next = theirs.findIndex(({ kind }) => kind === unit.kind);
  if (NEXT.has(unit.kind)) return next;
  const best = theirs
    .map(({ text }, at) => ({ at, share: likeness(unit.text, text) }))
    .sort((a, b) => b.share - a.share || a.at - b.at)[0];
  return best && best.share >= ALIKE ? best.at : -1;
}
const NEXT: ReadonlySet<string> = new Set(['photo', 'alt', 'cell', 'line']);

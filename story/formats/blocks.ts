import type { PublishedBlock, PublishedStory } from '../canonical.ts';
import {
  type Attribution,
  isTextBlock,
  type ListItem,
  type PullQuote,
  plainText,
  type Quote,
  type Run,
} from '../model.ts';

export type List = { type: 'list'; list: ListItem['list']; items: Item[] };
export type Item = { runs: Run[]; lists: List[] };
/** `by`: whose words they are. */
export type PageQuote = { type: 'quote' | 'pullquote'; runs: Run[]; by: Run[] };
type PageFigure = Extract<PublishedBlock, { type: 'figure' }>;
/** Photos that are shown together: two or more. `columns`: null, as many as fit. `caption`: of them all, '' without one. */
export type PageGallery = { type: 'gallery'; figures: PageFigure[]; columns: 1 | 2 | 3 | null; caption: string };
/** A block as pages have it: list items stand in lists, deeper ones under the item before them; an attribution in its quote. */
export type PlainPageBlock =
  | Exclude<PublishedBlock, ListItem | Quote | PullQuote | Attribution>
  | PageQuote
  | List
  | PageGallery;
export type PageBox = { type: 'box'; blocks: PlainPageBlock[] };
export type PageBlock = PlainPageBlock | PageBox;

/** The body as it goes on a page: closed by the closing mark; list items, galleries and fact boxes grouped. */
export function pageBlocks(story: PublishedStory): PageBlock[] {
  return stretches(closedBody(story), (one) => one.box === true).flatMap<PageBlock>(([isBox, stretch]) =>
    isBox ? { type: 'box', blocks: groupedBlocks(stretch) } : groupedBlocks(stretch),
  );
}

/** A list cut where `is` changes. */
function stretches<T>(list: readonly T[], is: (one: T) => boolean): [is: boolean, stretch: T[]][] {
  const cut: [boolean, T[]][] = [];
  for (const one of list) {
    const last = cut.at(-1);
    if (last && last[0] === is(one)) last[1].push(one);
    else cut.push([is(one), [one]]);
  }
  return cut;
}

const isInGallery = (block: PublishedBlock): block is PageFigure => block.type === 'figure' && block.gallery === true;

function groupedBlocks(body: readonly PublishedBlock[]): PlainPageBlock[] {
  return stretches(body, isInGallery).flatMap<PlainPageBlock>(([, stretch]) =>
    stretch.every(isInGallery) && isShown(stretch) ? galleryOf(stretch) : plainBlocks(stretch),
  );
}

/** One photo alone is no gallery, unless others went and left it the words under them all. */
const isShown = (figures: readonly PageFigure[]): boolean =>
  figures.length > 1 || figures.some((figure) => figure.galleryCaption?.trim());

/** Two galleries that were moved together both keep the words under them. */
function galleryOf(figures: PageFigure[]): PageGallery {
  const captions = figures.map((figure) => figure.galleryCaption?.trim() ?? '').filter((caption) => caption !== '');
  const columns = figures.find((figure) => figure.columns)?.columns ?? null;
  return { type: 'gallery', figures, columns, caption: captions.join(' ') };
}

function plainBlocks(body: readonly PublishedBlock[]): PlainPageBlock[] {
  const blocks: PlainPageBlock[] = [];
  let open: { list: List; indent: number }[] = [];
  for (const block of body) {
    if (block.type === 'listItem') {
      addItem(blocks, open, block);
      continue;
    }
    open = [];
    const last = blocks.at(-1);
    if (block.type === 'quote' || block.type === 'pullquote')
      blocks.push({ type: block.type, runs: block.runs, by: [] });
    else if (block.type !== 'attribution') blocks.push(block);
    else if ((last?.type === 'quote' || last?.type === 'pullquote') && last.by.length === 0) last.by = block.runs;
    else blocks.push({ ...block, type: 'paragraph' });
  }
  return blocks;
}

/** `open` are the lists from the outermost to the one being filled. A jump of several indents is one level deeper. */
function addItem(blocks: PlainPageBlock[], open: { list: List; indent: number }[], block: ListItem): void {
  const ends = ({ list, indent }: { list: List; indent: number }): boolean =>
    indent > block.indent || (indent === block.indent && list.list !== block.list);
  while (open.length > 0 && ends(open.at(-1)!)) open.pop();
  if (open.at(-1)?.indent !== block.indent) {
    const list: List = { type: 'list', list: block.list, items: [] };
    (open.at(-1)?.list.items.at(-1)?.lists ?? blocks).push(list);
    open.push({ list, indent: block.indent });
  }
  open.at(-1)!.list.items.push({ runs: block.runs, lists: [] });
}

/** The closing mark stands once, at the end of the last text that is in no box, after a quoted name on a line of its own; "./." takes up the full stop that is there. */
function closedBody({ id, body, fields }: PublishedStory): PublishedBlock[] {
  const mark = fields.closingMark.trim();
  if (mark === '') return body;
  const at = body.findLastIndex((block) => isTextBlock(block) && !block.box);
  const last = body[at];
  if (!last || !isTextBlock(last) || last.type === 'pullquote' || last.type === 'attribution') {
    if (isClosedBy(body, mark)) return body;
    const own: PublishedBlock = { id, type: 'paragraph', runs: [{ text: mark }] };
    return body.toSpliced(body.findLastIndex((block) => !block.box) + 1, 0, own);
  }
  return body.with(at, { ...last, runs: closedRuns(last.runs, mark) });
}

/** Whether the body's last words outside a box have the mark already: the text, or the quotes that are set beside its end. */
export function isClosedBy(body: readonly PublishedBlock[], mark: string): boolean {
  const texts = body.filter(isTextBlock).filter(({ runs, box }) => !box && plainText(runs).trim() !== '');
  const ends = [texts.at(-1), texts.findLast(({ type }) => !QUOTED.includes(type))];
  return ends.some((block) => block !== undefined && plainText(block.runs).trimEnd().endsWith(mark));
}
const QUOTED: readonly string[] = ['quote', 'pullquote', 'attribution'];

function closedRuns(runs: readonly Run[], mark: string): Run[] {
  const text = plainText(runs).trimEnd();
  if (text.endsWith(mark)) return [...runs];
  const tail = text.endsWith('.') && mark.startsWith('.') ? mark.slice(1) : mark;
  return [...trimmedEnd(runs), { text: /^[./]/.test(tail) ? tail : `\u00a0${tail}` }];
}

function trimmedEnd(runs: readonly Run[]): Run[] {
  const kept = [...runs];
  while (kept.length > 0) {
    const last = kept.pop()!;
    const text = last.text.trimEnd();
    if (text !== '') return [...kept, { ...last, text }];
  }
  return kept;
}

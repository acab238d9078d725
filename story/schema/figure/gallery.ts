import type { LexicalNode } from 'lexical';
import {
  $figureData,
  $isFigureNode,
  $isInGallery,
  $setColumns,
  $setFigureText,
  $setInGallery,
  type FigureNode,
} from './node.ts';

/** The figures that stand together with this one, with nothing between them, in the order of the page. */
function $together(figure: FigureNode): FigureNode[] {
  const all = [figure];
  for (let at: LexicalNode | null = figure.getPreviousSibling(); $isFigureNode(at); at = at.getPreviousSibling())
    all.unshift(at);
  for (let at: LexicalNode | null = figure.getNextSibling(); $isFigureNode(at); at = at.getNextSibling()) all.push(at);
  return all;
}

/** The figures of a figure's gallery, in the order of the page; of one that is in none, itself. */
export const $galleryOf = (figure: FigureNode): FigureNode[] => {
  const all = $together(figure);
  const at = all.findIndex((one) => one.is(figure));
  const start = all.findLastIndex((one, index) => index <= at && !$isInGallery(one)) + 1;
  const end = all.findIndex((one, index) => index >= at && !$isInGallery(one));
  return $isInGallery(figure) ? all.slice(start, end < 0 ? all.length : end) : [figure];
};

/** Makes one gallery of a figure and those it stands together with; out of a gallery, takes this one alone. */
export function $toggleGallery(figure: FigureNode): void {
  if (!$isInGallery(figure)) return void $together(figure).map((one) => $setInGallery(one, true));
  $leaveGallery(figure);
  $setInGallery(figure, false);
}

/** What a figure says of its gallery stays with the gallery when the figure goes. */
export function $leaveGallery(figure: FigureNode): void {
  const { columns, galleryCaption = '' } = $figureData(figure);
  const heir = $galleryOf(figure).find((one) => !one.is(figure));
  if (!heir) return;
  const theirs = $figureData(heir);
  $setColumns(heir, theirs.columns ?? columns ?? null);
  $setFigureText(heir, 'galleryCaption', [galleryCaption, theirs.galleryCaption ?? ''].filter(Boolean).join(' '));
  $setColumns(figure, null);
  $setFigureText(figure, 'galleryCaption', '');
}

/** How many photos of a figure's gallery stand side by side; null: as many as fit. */
export function $setGalleryColumns(figure: FigureNode, columns: 1 | 2 | 3 | null): void {
  const [first, ...others] = $galleryOf(figure);
  if (first) $setColumns(first, columns);
  for (const other of others) $setColumns(other, null);
}

import type { LexicalNode } from 'lexical';
import { $isFigureNode, $isInGallery, $setInGallery, type FigureNode } from './node.ts';

/** The figures that stand together with this one, with nothing between them, in the order of the page. */
function $together(figure: FigureNode): FigureNode[] {
  const all = [figure];
  for (let at: LexicalNode | null = figure.getPreviousSibling(); $isFigureNode(at); at = at.getPreviousSibling())
    all.unshift(at);
  for (let at: LexicalNode | null = figure.getNextSibling(); $isFigureNode(at); at = at.getNextSibling()) all.push(at);
  return all;
}

/** Makes one gallery of a figure and those it stands together with; out of a gallery, takes this one alone. */
export function $toggleGallery(figure: FigureNode): void {
  if ($isInGallery(figure)) $setInGallery(figure, false);
  else for (const one of $together(figure)) $setInGallery(one, true);
}

import { $getNearestNodeFromDOMNode, type LexicalEditor } from 'lexical';
import { FigureNode, galleryPart } from '../../story/schema/figure/node.ts';

/** Marks, in each gallery that one of these figures is in or was in, the figure that shows what belongs to them all. */
export function showGalleries(editor: LexicalEditor, figures: readonly Element[]): void {
  const isIn = (one: Element | null): boolean => one?.hasAttribute('data-gallery') === true;
  const done = new Set<Element>();
  for (const figure of figures) {
    if (!isIn(figure)) figure.toggleAttribute('data-gallery-head', false);
    for (const start of [figure, figure.previousElementSibling, figure.nextElementSibling]) {
      if (!start || !isIn(start) || done.has(start)) continue;
      const all = [start];
      while (isIn(all[0]!.previousElementSibling)) all.unshift(all[0]!.previousElementSibling!);
      while (isIn(all.at(-1)!.nextElementSibling)) all.push(all.at(-1)!.nextElementSibling!);
      showGallery(editor, all);
      for (const one of all) done.add(one);
    }
  }
}

function showGallery(editor: LexicalEditor, all: readonly Element[]): void {
  const said = all.map((element) => {
    const node = editor.read('latest', () => $getNearestNodeFromDOMNode(element));
    return node instanceof FigureNode ? galleryPart(node) : { columns: null, caption: '' };
  });
  const columns = said.find((one) => one.columns !== null)?.columns ?? null;
  const heads = said.flatMap((one, at) => (one.caption !== '' ? [at] : []));
  for (const [at, element] of all.entries()) {
    const isHead = heads.length > 0 ? heads.includes(at) : all.length > 1 && at === 0;
    element.toggleAttribute('data-gallery-head', isHead);
    if (columns === null) element.removeAttribute('data-columns');
    else element.setAttribute('data-columns', String(columns));
  }
}

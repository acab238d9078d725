import { $getRoot } from 'lexical';
import type { Anchor } from '../../../story/model.ts';
import { $getBlockId } from '../../../story/schema/blockId.ts';
import { $blocksUnder, $isTextBlockNode } from '../../../story/schema/blocks.ts';
import type { Core, TextControl } from '../core.ts';
import { controlAt } from '../places.ts';
import { $piecesOf, type Piece } from './pieces.ts';
import type { Found } from './searcher.ts';

/** More marks than this nobody looks at; the nearest to the current one are painted. */
const MOST_PAINTED = 2_000;
const ALL = 'copydesk-find';
const CURRENT = 'copydesk-find-current';

/** The control on the page that holds a text, if there is one. */
export const controlOf = (core: Core, place: Anchor): TextControl | undefined => controlAt(core, place) ?? undefined;

/** Whether it stands in running text, not in a control on the page. */
export const isOfBody = ({ passage: { place } }: Found): boolean =>
  'block' in place && place.part === undefined && !('cell' in place);

/**
 * Marks what was found, by the browser's own highlights: the page's text is not touched, so that typing and input methods
 * are not, either. Over a text control, which the browser does not mark, lies a copy of its text. `layer` holds these
 * copies; it lies in `page`, from whose corner they are placed.
 */
export function paint(core: Core, layer: HTMLElement, found: readonly Found[], current: number): void {
  const from = Math.max(0, Math.min(current - MOST_PAINTED / 2, found.length - MOST_PAINTED));
  const ranges = rangesOf(core, layer, found.slice(from, from + MOST_PAINTED));
  const now = found[current];
  const here = now && ranges.get(now);
  if (now) ranges.delete(now);
  CSS.highlights.set(ALL, new Highlight(...ranges.values()));
  CSS.highlights.set(CURRENT, new Highlight(...(here ? [here] : [])));
}

/** Where what was found stands on the page: in the body, and in copies of the controls' texts, which `layer` then holds. */
export function rangesOf<F extends Found>(core: Core, layer: HTMLElement, found: readonly F[]): Map<F, StaticRange> {
  const ranges = new Map(bodyRanges(core, found));
  clear(layer);
  const byControl = Map.groupBy(
    found.filter((one) => !isOfBody(one)),
    ({ passage }) => passage,
  );
  for (const [passage, matches] of byControl) {
    const control = controlOf(core, passage.place);
    if (control?.value !== passage.text) continue;
    const words = copyOver(control, layerOf(control, layer));
    for (const match of matches) ranges.set(match, rangeOf(words, match.start, words, match.end));
  }
  return ranges;
}

export function unpaint(layer: HTMLElement | null): void {
  CSS.highlights.delete(ALL);
  CSS.highlights.delete(CURRENT);
  if (layer) clear(layer);
}

/** Layers over fields beside the page (`data-texts` around each), by the page's layer they belong to. */
const beside = new WeakMap<HTMLElement, HTMLElement[]>();

/** Takes all copies of texts away. */
export function clear(layer: HTMLElement): void {
  layer.replaceChildren();
  for (const own of beside.get(layer) ?? []) own.remove();
  beside.delete(layer);
}

/** What a control's copy goes into: the page's layer, or one of its own that moves with the control. */
function layerOf(control: TextControl, layer: HTMLElement): HTMLElement {
  const around = control.closest('[data-texts]');
  if (!around) return layer;
  const own = layer.cloneNode(false) as HTMLElement;
  around.append(own);
  beside.set(layer, [...(beside.get(layer) ?? []), own]);
  return own;
}

/** A static range costs nothing while one types on, and is no longer shown where its text is gone. */
const rangeOf = (startContainer: Node, startOffset: number, endContainer: Node, endOffset: number): StaticRange =>
  new StaticRange({ startContainer, startOffset, endContainer, endOffset });

/** Where matches of the body stand on the page. */
export function bodyRanges<F extends Found>(core: Core, found: readonly F[]): [F, StaticRange][] {
  const byBlock = Map.groupBy(found.filter(isOfBody), ({ passage }) => (passage.place as { block: string }).block);
  if (byBlock.size === 0) return [];
  return core.editor.read('latest', () => {
    const ranges: [F, StaticRange][] = [];
    for (const block of $blocksUnder($getRoot())) {
      const matches = byBlock.get($getBlockId(block));
      if (!matches || !$isTextBlockNode(block)) continue;
      const pieces = $piecesOf(block);
      for (const match of matches) {
        const start = pointIn(core, pieces, match.start, false);
        const end = pointIn(core, pieces, match.end, true);
        if (start && end) ranges.push([match, rangeOf(...start, ...end)]);
      }
    }
    return ranges;
  });
}

/** A character's place in the page's own nodes. `before`: the end of what stands before it. */
function pointIn(core: Core, pieces: readonly Piece[], at: number, before: boolean): [Node, number] | null {
  const piece = pieces.find(({ from, to }) => (before ? from < at && at <= to : from <= at && at < to));
  const element = piece && core.editor.getElementByKey(piece.node.getKey());
  if (!element) return null;
  if (element.tagName === 'BR') {
    const parent = element.parentNode as Node;
    return [parent, [...parent.childNodes].indexOf(element) + (before ? 1 : 0)];
  }
  let text: Node | null = element;
  while (text && text.nodeType !== Node.TEXT_NODE) text = text.firstChild;
  return text ? [text, Math.min(at - piece.from, text.textContent?.length ?? 0)] : null;
}

const COPIED = [
  'font-family',
  'font-size',
  'font-weight',
  'font-style',
  'line-height',
  'letter-spacing',
  'word-spacing',
  'font-kerning',
  'text-rendering',
  'text-wrap',
  'hyphens',
  'word-break',
  'text-align',
  'padding-top',
  'padding-right',
  'padding-bottom',
  'padding-left',
] as const;

/** A copy of a control's text, laid out as the control lays it out and placed where it stands. Gives its text node. */
function copyOver(control: TextControl, layer: HTMLElement): Text {
  const copy = document.createElement('div');
  const words = document.createTextNode(control.value);
  const style = getComputedStyle(control);
  for (const name of COPIED) copy.style.setProperty(name, style.getPropertyValue(name));
  const [place, origin] = [control.getBoundingClientRect(), layer.getBoundingClientRect()];
  const edge = Number.parseFloat(style.borderTopWidth) || 0;
  copy.style.setProperty('left', `${place.left - origin.left + edge}px`);
  copy.style.setProperty('top', `${place.top - origin.top + edge}px`);
  copy.style.setProperty('width', `${place.width - 2 * edge}px`);
  copy.append(words);
  layer.append(copy);
  return words;
}

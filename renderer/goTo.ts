import type { Anchor } from '../story/model.ts';

/** Scrolls to a place of the open story and puts the caret in its field, where it has one. */
export function goTo(anchor: Anchor): void {
  const element = document.querySelector(selectorOf(anchor)) ?? document.querySelector(selectorOf(blockOf(anchor)));
  if (!(element instanceof HTMLElement)) return;
  element.scrollIntoView({ block: 'center' });
  const field = element.matches('input, textarea') ? element : element.querySelector('input, textarea');
  if (field instanceof HTMLElement) field.focus({ preventScroll: true });
}

const blockOf = (anchor: Anchor): Anchor => ('block' in anchor ? { block: anchor.block } : anchor);

function selectorOf(anchor: Anchor): string {
  if ('field' in anchor) return `[data-field="${anchor.field}"]`;
  const block = `[data-block="${CSS.escape(anchor.block)}"]`;
  return anchor.part ? `${block} [data-part="${anchor.part}"]` : block;
}

const FOCUSABLE =
  'input:not([disabled]), textarea:not([disabled]), select, button:not([disabled]), a[href], [contenteditable="true"], [tabindex="0"]';

/** The panes in the order of F6; each has `data-pane`. What is hidden or out of reach is left out. */
const panes = (): HTMLElement[] =>
  [...document.querySelectorAll<HTMLElement>('[data-pane]')].filter((pane) => isShown(pane) && !pane.inert);
const isShown = (element: HTMLElement): boolean =>
  element.checkVisibility({ visibilityProperty: true }) && element.getBoundingClientRect().height > 0;

/** Where the focus was in each pane, so that coming back goes there. */
const last = new WeakMap<HTMLElement, HTMLElement>();

/** Keeps in mind where the focus is, however it came there. Returns its own undo. */
export function followFocus(): () => void {
  const follow = ({ target }: FocusEvent) => {
    const pane = target instanceof HTMLElement ? target.closest<HTMLElement>('[data-pane]') : null;
    if (pane) last.set(pane, target as HTMLElement);
  };
  document.addEventListener('focusin', follow);
  return () => document.removeEventListener('focusin', follow);
}

/** Moves the focus to a pane by its name, or to the neighbour of the one that has it. */
export function focusPane(which: 'next' | 'previous' | 'library' | 'editor' | 'inspector'): void {
  const all = panes();
  // The outline stands within the editor's pane.
  const current = all.findLastIndex((pane) => pane.contains(document.activeElement));
  const target =
    which === 'next'
      ? all[(current + 1) % all.length]
      : which === 'previous'
        ? all[(current <= 0 ? all.length : current) - 1]
        : all.find((pane) => pane.dataset.pane === which);
  if (target) focusIn(target);
}

function focusIn(pane: HTMLElement): void {
  const before = last.get(pane);
  if (before?.isConnected && isShown(before)) {
    before.focus();
    return;
  }
  const preferred = pane.querySelector<HTMLElement>('[data-pane-start], [role="tab"][aria-selected="true"]');
  const start = preferred && isShown(preferred) ? preferred : null;
  const candidates = [...(start ?? pane).querySelectorAll<HTMLElement>(FOCUSABLE)];
  (start?.matches(FOCUSABLE) ? start : candidates.find(isShown))?.focus();
}

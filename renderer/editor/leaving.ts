import type { Core } from './core.ts';
import type { FlushReason } from './types.ts';

/** Ends a running composition the way every input method understands: its control loses the focus, and gets it back. */
export function endComposition(core: Core): void {
  if (!core.composing && !core.editor.isComposing()) return;
  const active = document.activeElement;
  if (!(active instanceof HTMLElement)) return;
  active.blur();
  active.focus({ preventScroll: true });
}

/** Tells when the window loses the focus or is hidden: the moments to save at once. Returns its own undo. */
export function watchLeaving(leave: (reason: FlushReason) => void): () => void {
  if (typeof window === 'undefined') return () => {};
  const blurred = () => leave('blur');
  const hidden = () => {
    if (document.visibilityState === 'hidden') leave('hidden');
  };
  const gone = () => leave('hidden');
  window.addEventListener('blur', blurred);
  window.addEventListener('pagehide', gone);
  document.addEventListener('visibilitychange', hidden);
  return () => {
    window.removeEventListener('blur', blurred);
    window.removeEventListener('pagehide', gone);
    document.removeEventListener('visibilitychange', hidden);
  };
}

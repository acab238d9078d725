import { openHandoff } from '../api.ts';
import { problem } from '../ui/toasts.tsx';

/** While it is dragged a file has no name yet, and a `.copydesk` one no type that the system knows, or our own. */
const mayBe = (event: DragEvent): boolean =>
  [...(event.dataTransfer?.items ?? [])].some(({ kind, type }) => kind === 'file' && /^$|copydesk/.test(type));
const handoffsIn = (event: DragEvent): File[] =>
  [...(event.dataTransfer?.files ?? [])].filter(({ name }) => name.toLowerCase().endsWith('.copydesk'));

/** A `.copydesk` file dropped anywhere on the window is received. Returns its own undo. */
export function handoffDrops(): () => void {
  const over = (event: DragEvent) => {
    if (mayBe(event)) event.preventDefault();
  };
  const drop = (event: DragEvent) => {
    const files = handoffsIn(event);
    if (files.length === 0) return;
    event.preventDefault();
    event.stopPropagation();
    void openAll(files);
  };
  window.addEventListener('dragover', over);
  window.addEventListener('drop', drop, { capture: true });
  return () => {
    window.removeEventListener('dragover', over);
    window.removeEventListener('drop', drop, { capture: true });
  };
}

async function openAll(files: readonly File[]): Promise<void> {
  for (const file of files) {
    const opened = await openHandoff(file);
    if (opened === null) problem({ ok: false, code: 'handoffGone', detail: file.name });
    else if (!opened.ok) problem(opened);
  }
}

import type { KeptPaste } from '../../preload/contract.ts';
import { MOST_CLIPBOARD } from '../../story/formats/paste/report.ts';
import { call } from '../api.ts';
import { coreOf } from '../editor/core.ts';
import { type Pasted, pastedOf } from '../editor/pasted/clipboard.ts';
import type { StorySession } from '../editor/types.ts';
import { pastePictures } from '../media/import/take.ts';
import { createStore } from '../store.ts';

/** Counts the clipboards kept since the start: who shows the list reads it again. */
export const keptPastes = createStore(0);

const cut = (text: string): string => text.slice(0, MOST_CLIPBOARD).toWellFormed();

const keptOf = ({ at, clipboard, report }: Pasted): KeptPaste => ({
  at,
  types: clipboard.types.slice(0, 50).map((type) => type.slice(0, 200)),
  html: cut(clipboard.html),
  text: cut(clipboard.text),
  cut: clipboard.html.length > MOST_CLIPBOARD || clipboard.text.length > MOST_CLIPBOARD,
  report,
});

/** A word or a line pasted is not kept: there is nothing in it that the story has not. */
const isWorthKeeping = ({ clipboard }: Pasted): boolean => clipboard.html !== '' || /\n/.test(clipboard.text.trim());

/** Keeps what is pasted into a story beside it, and imports the pictures that came along. Returns its own undo. */
export function keepPastes(session: StorySession): () => void {
  const pasted = pastedOf(coreOf(session).editor);
  return pasted.subscribe(() => {
    const last = pasted.get();
    if (last?.kind !== 'pasted') return;
    if (last.pictures.length > 0) void pastePictures(session, last.pictures);
    if (!isWorthKeeping(last)) return;
    void call('pastes.keep', { id: session.storyId, paste: keptOf(last) }).then((kept) => {
      if (kept.ok) keptPastes.set((count) => count + 1);
    });
  });
}

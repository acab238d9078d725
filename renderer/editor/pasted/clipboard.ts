import { DRAG_DROP_PASTE } from '@lexical/rich-text';
import { COMMAND_PRIORITY_CRITICAL, KEY_DOWN_COMMAND, type LexicalEditor, mergeRegister, PASTE_COMMAND } from 'lexical';
import type { PasteReport } from '../../../story/formats/paste/report.ts';
import { createStore, type Store } from '../../store.ts';
import type { PlacedPicture } from './pictures.ts';

/** A clipboard as it came: its types in order, and what was in the two that hold text. */
export type Clipboard = { types: string[]; html: string; text: string; asPlain: boolean };
export type Pasted = {
  kind: 'pasted';
  at: string;
  report: PasteReport;
  clipboard: Clipboard;
  pictures: PlacedPicture[];
  /** Words of it are in an encoding from before Unicode. */
  isLegacy: boolean;
};
/** What the last paste was; `tooMuch`: nothing of it came in. null: there was none, or the story has gone on. */
export type LastPaste = Pasted | { kind: 'tooMuch' } | null;

/** Characters of a clipboard, pictures not counted: more would stop the window for long, and is no news story. */
const MOST_CHARACTERS = 8_000_000;
const MOST_WITH_PICTURES = 100_000_000;
const NOTHING: Clipboard = { types: [], html: '', text: '', asPlain: false };

const clipboards = new WeakMap<LexicalEditor, Clipboard>();
const pastes = new WeakMap<LexicalEditor, Store<LastPaste>>();

export const clipboardOf = (editor: LexicalEditor): Clipboard => clipboards.get(editor) ?? NOTHING;

/** The last paste into an editor, to be watched. */
export function pastedOf(editor: LexicalEditor): Store<LastPaste> {
  let store = pastes.get(editor);
  if (!store) {
    store = createStore<LastPaste>(null);
    pastes.set(editor, store);
  }
  return store;
}

export function isTooMuch(text: string): boolean {
  if (text.length <= MOST_CHARACTERS) return false;
  return text.length > MOST_WITH_PICTURES || text.replace(/data:image\/[^"')\s>]*/gi, '').length > MOST_CHARACTERS;
}

/** Tells of a paste once it is in the story. `isLegacy`: words of it are in an encoding from before Unicode. */
export function tell(
  editor: LexicalEditor,
  report: PasteReport,
  isLegacy: boolean,
  pictures: PlacedPicture[] = [],
): void {
  const clipboard = clipboardOf(editor);
  clipboards.delete(editor);
  const pasted: Pasted = { kind: 'pasted', at: new Date().toISOString(), report, clipboard, pictures, isLegacy };
  queueMicrotask(() => pastedOf(editor).set(pasted));
}

export function refuse(editor: LexicalEditor): true {
  clipboards.delete(editor);
  queueMicrotask(() => pastedOf(editor).set({ kind: 'tooMuch' }));
  return true;
}

/**
 * Holds the clipboard of a paste for those who read its parts, and hands on a picture that was copied alone. Ctrl+Shift+V
 * leaves only the text on it, which then is taken as it is. Returns its own undo.
 */
export function watchClipboard(editor: LexicalEditor): () => void {
  let plainAt = 0;
  return mergeRegister(
    editor.registerCommand(
      KEY_DOWN_COMMAND,
      (event) => {
        if (event.key.toLowerCase() === 'v' && event.shiftKey && (event.ctrlKey || event.metaKey))
          plainAt = event.timeStamp;
        return false;
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
    editor.registerCommand(
      PASTE_COMMAND,
      (event) => {
        const data = 'clipboardData' in event ? event.clipboardData : null;
        if (!data) return false;
        const html = data.getData('text/html');
        const asPlain = html === '' && plainAt > 0 && event.timeStamp - plainAt < 1000;
        clipboards.set(editor, { types: [...data.types], html, text: data.getData('text/plain'), asPlain });
        const images = [...data.files].filter((file) => file.type.startsWith('image/'));
        if (images.length === 0 || !isPictureAlone(html)) return false;
        event.preventDefault();
        return editor.dispatchCommand(DRAG_DROP_PASTE, images);
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
  );
}

/** HTML that shows a picture and no words: what is copied is the picture beside it. */
const isPictureAlone = (html: string): boolean =>
  /<img/i.test(html) &&
  html.length < 1_000_000 &&
  html.replace(/<style[\s\S]*?<\/style>|<!--[\s\S]*?-->|<[^>]*>|&nbsp;|\s/gi, '') === '';

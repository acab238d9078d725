import type { LexicalEditorWithDispose } from 'lexical';
import type { FieldName, FigureField, Language, Story } from '../../story/model.ts';
import type { SolidTexts } from './solidTexts.ts';
import type { SessionEvent, StorySession } from './types.ts';
import type { Memory } from './typing/memory.ts';

/** A text control beside the body: a field of the story, or one text of a block that is no text. */
export type Place =
  | { field: FieldName }
  | { block: string; part?: FigureField | undefined; cell?: [number, number] | undefined };
export type TextControl = HTMLInputElement | HTMLTextAreaElement;

export const placeKey = (place: Place): string =>
  'field' in place ? place.field : `${place.block}/${place.part ?? place.cell?.join(':')}`;

/** What the parts of one open story share, and the rest of the window does not see. */
export type Core = {
  readonly editor: LexicalEditorWithDispose;
  /** The story with everything typed so far. */
  story(): Story;
  language(): Language;
  /** Its threads, without reading the body. */
  threads(): Story['threads'];
  /** Its suggestions, decided ones too; likewise. */
  suggestions(): Story['suggestions'];
  emit(event: SessionEvent): void;
  readonly texts: SolidTexts;
  /** The text controls on the page, by placeKey. */
  readonly controls: Map<string, { place: Place; element: TextControl }>;
  /** Where the person was last: the body, a control by its key, or nowhere yet. */
  lastPlace: string | 'body' | null;
  /** Whether an input method is composing in a control (the body's composition is Lexical's to know). */
  composing: boolean;
  /** Whether a correction is being written into a control. */
  correcting: boolean;
  /** What was put right while typing, and taken back. */
  readonly memory: Memory;
};

const cores = new WeakMap<StorySession, Core>();

export const keepCore = (session: StorySession, core: Core): void => void cores.set(session, core);

/** The shared parts of a session that openSession made. */
export function coreOf(session: StorySession): Core {
  const core = cores.get(session);
  if (!core) throw new Error('editor: this session was not made by openSession');
  return core;
}

/** Registers a control for as long as it is there; of two for one text the later one counts. Returns its own undo. */
export function registerControl(core: Core, place: Place, element: TextControl): () => void {
  const key = placeKey(place);
  const entry = { place, element };
  const arrive = () => {
    core.lastPlace = key;
    core.emit('selection');
  };
  const before = core.controls.get(key);
  core.controls.set(key, entry);
  core.emit('controls');
  element.addEventListener('focus', arrive);
  return () => {
    element.removeEventListener('focus', arrive);
    if (core.controls.get(key) !== entry) return;
    if (before?.element.isConnected) core.controls.set(key, before);
    else core.controls.delete(key);
  };
}

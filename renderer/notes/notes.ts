import type { Result } from '../../preload/contract.ts';
import { call } from '../api.ts';
import { createAutosave } from '../editor/autosave.ts';
import type { SaveState, StorySession } from '../editor/types.ts';

/** The private notes of one open story: beside it, never in it. */
export type StoryNotes = {
  /** Reads them; once read, gives them as they stand, what is not yet saved included. */
  load(): Promise<Result<string>>;
  /** As they stand; null: not read yet. */
  text(): string | null;
  set(text: string): void;
  state(): SaveState;
  /** Acknowledged when it resolves ok: nothing typed before the call is missing on disk. */
  flush(): Promise<Result<null>>;
  /** Returns its own undo. */
  subscribe(listener: () => void): () => void;
  stop(): void;
};

/** How notes are read and saved; tests give a real store. */
export type NotesApi = {
  get(id: string): Promise<Result<{ text: string; at: string | null }>>;
  set(id: string, text: string): Promise<Result<{ at: string }>>;
};

/** Notes are saved like the text: after a pause, at the latest a second after the first unsaved key, and until it works. */
export function createNotes(storyId: string, api: NotesApi): StoryNotes {
  let text: string | null = null;
  let saved: string | null = null;
  const listeners = new Set<() => void>();
  const autosave = createAutosave({
    savedAt: null,
    onState: () => {
      for (const listener of [...listeners]) listener();
    },
    onFinal: () => {},
    save: async () => {
      if (text === null || text === saved) return null;
      const taken = text;
      const kept = await api.set(storyId, taken);
      if (kept.ok) saved = taken;
      return kept;
    },
  });
  return {
    async load() {
      if (text !== null) return { ok: true, value: text };
      const read = await api.get(storyId);
      if (!read.ok) return read;
      text ??= saved = read.value.text;
      return { ok: true, value: text };
    },
    text: () => text,
    set(next) {
      text = next;
      autosave.touch();
    },
    state: autosave.state,
    async flush() {
      const first = await autosave.flush();
      return first.ok && text !== saved ? autosave.flush() : first;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop: autosave.stop,
  };
}

const open = new WeakMap<StorySession, StoryNotes>();
const windowApi: NotesApi = {
  get: (id) => call('notes.get', { id }),
  set: (id, text) => call('notes.set', { id, text }),
};

/** The notes of an open story, for as long as it is open. */
export function notesOf(session: StorySession): StoryNotes {
  let notes = open.get(session);
  if (!notes) {
    notes = createNotes(session.storyId, windowApi);
    open.set(session, notes);
  }
  return notes;
}

/** Saves what was noted beside a story, if anything was. */
export const flushNotes = async (session: StorySession): Promise<Result<null>> =>
  (await open.get(session)?.flush()) ?? { ok: true, value: null };

import type {
  Bridge,
  CallInput,
  CallName,
  CallOutput,
  EventName,
  Events,
  PhotoInfo,
  Result,
} from '../preload/contract.ts';
import type { SessionApi } from './editor/types.ts';

declare global {
  interface Window {
    readonly copydesk: Bridge;
  }
}

/**
 * The window's only door to main. Expected failures come back as values; a broken bridge comes back as `internal`, so
 * that no caller has to catch.
 */
export async function call<K extends CallName>(name: K, input: CallInput<K>): Promise<Result<CallOutput<K>>> {
  try {
    return (await window.copydesk.call(name, input)) as Result<CallOutput<K>>;
  } catch (error) {
    console.error(name, error);
    return { ok: false, code: 'internal', detail: String(error) };
  }
}

/** Takes a dropped file in without its bytes going through the window; null: it has no place on the disk. */
export async function takeFile(file: File): Promise<Result<PhotoInfo> | null> {
  try {
    return (await window.copydesk.takeFile(file)) as Result<PhotoInfo> | null;
  } catch (error) {
    console.error('takeFile', error);
    return { ok: false, code: 'internal', detail: String(error) };
  }
}

/** A dropped `.copydesk` file, to be received as one that was opened from outside; null: it has no place on the disk. */
export async function openHandoff(file: File): Promise<Result<null> | null> {
  try {
    return (await window.copydesk.openHandoff(file)) as Result<null> | null;
  } catch (error) {
    console.error('openHandoff', error);
    return { ok: false, code: 'internal', detail: String(error) };
  }
}

/** Hears one kind of event from main. Returns its own undo. */
export const onEvent = <K extends EventName>(name: K, listener: (payload: Events[K]) => void): (() => void) =>
  window.copydesk.on((event, payload) => {
    if (event === name) listener(payload as Events[K]);
  });

export const sessionApi: SessionApi = {
  append: (id, expectedSeq, change) => call('story.append', { id, expectedSeq, change }),
  checkpoint: (id) => call('story.checkpoint', { id }),
};

import path from 'node:path';
import { type ClosedLibrary, errorCodeSchema, type Failure, type Result } from '../../preload/contract.ts';
import { mendSwap } from '../backup/swap.ts';
import { forgetMove } from '../backup/whereabouts.ts';
import { checkPlace, makePlace } from '../disk/place.ts';
import { createHandlers, type LibraryHandlers } from '../handlers/index.ts';
import type { Services } from '../handlers/services.ts';
import { watchHealth } from '../health/index.ts';
import { createSheets } from '../media/import/sheets.ts';
import { createMedia } from '../media/index.ts';
import { openStore } from '../store/open.ts';
import { createStyle } from '../style/index.ts';
import { createTemplates } from '../templates/index.ts';
import { watchTrash } from '../trash.ts';
import { createTypes } from '../types/index.ts';
import { createWords } from '../words/index.ts';
import { openRooms, type RoomNeeds } from './rooms.ts';

/** A library with everything that works on it. */
type Open = { services: Services; handlers: LibraryHandlers; close(): Promise<void> };
/** What does not hang on one library. */
export type HouseNeeds = Omit<RoomNeeds, 'types' | 'store' | 'media' | 'libraryProblem' | 'library'> & {
  /** Asks every window to save and let go of its story. */
  letGoOfAll(): Promise<boolean>;
  /** The folder of the library that nobody has chosen: made where it is not there. */
  standing: string;
  /** Every page afresh. */
  reload(): void;
  /** The library there is open now: it is the one to open at the next start. */
  opened(folder: string): void;
};

/** The library that is open, or why none is; opening another one, or the same again. */
export type House = {
  open(): Open | null;
  closed(): ClosedLibrary | null;
  /** Opens the library in `folder`, where none is open. Where it fails, what was said of another folder stays. */
  use(folder: string): Promise<Result<null>>;
  /**
   * Every window saves and lets go of its story, the library is closed, `work` gets its folder, and the library in the
   * folder that it gives is opened; where it fails, the one there was. Failures: notSaved (nothing was closed), `work`'s,
   * and those of the opening.
   */
  whileClosed(work: (folder: string) => Promise<Result<string>>): Promise<Result<null>>;
  close(): Promise<void>;
};

export function createHouse(needs: HouseNeeds): House {
  let open: Open | null = null;
  let closed: ClosedLibrary | null = null;
  let folder = '';
  let busy = false;

  async function openIn(wanted: string): Promise<Result<null>> {
    const opened = await openLibrary(wanted, needs);
    if (!opened.ok) {
      closed = { ...closedBy(opened), folder: wanted };
      return opened;
    }
    open = opened.value;
    closed = null;
    folder = wanted;
    needs.opened(wanted);
    return { ok: true, value: null };
  }
  async function close(): Promise<void> {
    const last = open;
    open = null;
    closed ??= { state: 'closed', code: 'libraryClosed', folder };
    await last?.close();
  }
  return {
    open: () => open,
    closed: () => closed,
    async use(wanted) {
      const before = closed;
      const opened = await openIn(wanted);
      if (!opened.ok && before && before.folder !== wanted) closed = before;
      return opened;
    },
    async whileClosed(work) {
      if (busy) return { ok: false, code: 'libraryClosed' };
      busy = true;
      try {
        if (!(await needs.letGoOfAll())) return { ok: false, code: 'notSaved' };
        await close();
        const before = folder;
        const done = await work(before).catch(
          (error): Failure => ({ ok: false, code: 'internal', detail: String(error) }),
        );
        const opened = await openIn(done.ok ? done.value : before);
        if (!opened.ok && done.ok && done.value !== before) await openIn(before);
        return done.ok ? opened : done;
      } finally {
        busy = false;
        needs.reload();
      }
    },
    close,
  };
}

const closedBy = ({ code, detail }: Failure): Omit<ClosedLibrary, 'folder'> => ({
  state: 'closed',
  code,
  ...(detail && { detail }),
});

/** A library whose disk takes not even what a start writes stays closed, and the window says why. */
function failureOf(error: unknown): Failure {
  const code = errorCodeSchema.safeParse((error as { code?: unknown }).code);
  if (!code.success) throw error;
  return { ok: false, code: code.data, detail: String(error) };
}

async function openLibrary(folder: string, needs: HouseNeeds): Promise<Result<Open>> {
  await mendSwap(folder);
  const ready = folder === needs.standing ? await makePlace(folder) : await checkPlace(folder);
  if (!ready.ok) return ready;
  const opened = await openStore(folder);
  if (!opened.ok) return opened;
  await forgetMove(folder);
  const store = opened.value;
  const media = createMedia({ folder, store, onBroken: ({ name }) => needs.send('photo.broken', { name }) });
  const types = createTypes(path.join(folder, 'templates', 'types'));
  const begun = await openRooms({
    ...needs,
    types,
    library: folder,
    store,
    media,
    libraryProblem: store.problem,
  }).catch(failureOf);
  if ('ok' in begun) {
    await media.close();
    await store.close();
    return begun;
  }
  const rooms = begun;
  const health = watchHealth({ store, folder, send: needs.send });
  const { dialogs, prefs, secrets, shell, texts } = needs;
  const services: Services = {
    ...rooms,
    store,
    health,
    media,
    sheets: createSheets(media, store),
    templates: createTemplates({
      builtIn: path.join(needs.resources, 'templates'),
      own: path.join(folder, 'templates'),
    }),
    types,
    words: createWords(path.join(folder, 'templates', 'words.txt')),
    style: createStyle(path.join(folder, 'templates', 'style')),
    secrets,
    prefs,
    texts,
    dialogs,
    shell,
    libraryProblem: store.problem,
  };
  const endTrash = watchTrash(store, () => shell.libraryChanged(null));
  return {
    ok: true,
    value: {
      services,
      handlers: createHandlers(services),
      async close() {
        endTrash();
        await health.close();
        await rooms.close().catch((error) => console.error('library:', error));
        await media.close();
        await store.close();
      },
    },
  };
}

import type { OpenedStory, Result } from '../../preload/contract.ts';
import type { StorySession } from '../editor/types.ts';
import { createStore, type Store } from '../store.ts';

/** What stands in the middle of the desk. */
export type DeskView =
  | { kind: 'starting' }
  | { kind: 'empty' }
  | { kind: 'open'; session: StorySession }
  | { kind: 'failed'; id: string; failure: Extract<Result<never>, { ok: false }> };

/** What the desk needs of main and of the editor; tests give their own. */
export type DeskDeps = {
  /** `take`: another window that has it is asked to let go of it. */
  open(id: string, take: boolean): Promise<Result<OpenedStory>>;
  create(): Promise<Result<{ id: string }>>;
  openSession(opened: OpenedStory): StorySession;
  /** Saves what stands beside the open story: private notes. */
  saveBeside(session: StorySession): Promise<Result<null>>;
  /** A story that was let go: another window may have it. */
  left(id: string): void;
  /** The story to open at the next start. */
  remember(id: string): void;
  /** Answers to main, which waits for one of them when the window is to close. */
  closeReady(): void;
  closeRefused(): void;
};

export type Desk = {
  readonly view: Store<DeskView>;
  /** The open session, if any. */
  session(): StorySession | null;
  /**
   * Flushes and lets go of the open story, then opens another. Fails with the flush's code, and stays, when something
   * typed could not be saved; with `cancelled` when a later call overtook it. `take`: also from another window.
   */
  open(id: string, take?: boolean): Promise<Result<null>>;
  create(): Promise<Result<null>>;
  /** What stands there first: this story, or nothing; unless the person was quicker and has something open by then. */
  begin(id: string | null): Promise<Result<null>>;
  /** Another window wants that story (null: whatever is open). Fails with the flush's code, and then keeps it. */
  letGo(id: string | null): Promise<Result<null>>;
  /** Flushes, lets go, tells main. Fails with the flush's code and stays open. */
  close(): Promise<Result<null>>;
  /** The person gave up the words that cannot be saved. */
  closeAnyway(): void;
};

const done: Result<null> = { ok: true, value: null };
const overtaken: Result<null> = { ok: false, code: 'cancelled' };

/** Which story is open. One switch at a time; of several asked for meanwhile, only the last is made. */
export function createDesk(deps: DeskDeps): Desk {
  const view = createStore<DeskView>({ kind: 'starting' });
  let tail: Promise<unknown> = Promise.resolve();
  let wanted = 0;

  const session = () => {
    const now = view.get();
    return now.kind === 'open' ? now.session : null;
  };
  const inTurn = (work: () => Promise<Result<null>>): Promise<Result<null>> => {
    const turn = tail.then(work);
    tail = turn.catch(() => undefined);
    return turn;
  };

  /** What is typed while the flush runs goes with dispose, which flushes too; where that fails, the session lives on. */
  const leave = async (current: StorySession, reason: 'switch' | 'close'): Promise<Result<null>> => {
    const flushed = await current.flush(reason);
    const beside = flushed.ok ? await deps.saveBeside(current) : flushed;
    const left = beside.ok ? await current.dispose() : beside;
    if (!left.ok) return left;
    await deps.saveBeside(current); // what was noted meanwhile
    deps.left(current.storyId);
    return left;
  };

  const switchTo = async (id: string, take = false): Promise<Result<null>> => {
    const current = session();
    if (current?.storyId === id) return done;
    const opened = await deps.open(id, take);
    if (!opened.ok) {
      // Open in another window is no trouble: it has come forward.
      const next: DeskView =
        opened.code === 'openElsewhere' ? { kind: 'empty' } : { kind: 'failed', id, failure: opened };
      if (!current) view.set(next);
      return opened;
    }
    if (current) {
      const left = await leave(current, 'switch');
      if (!left.ok) {
        deps.left(id);
        return left;
      }
    }
    view.set({ kind: 'open', session: deps.openSession(opened.value) });
    deps.remember(id);
    return done;
  };

  return {
    view,
    session,
    open(id, take) {
      const turn = ++wanted;
      return inTurn(async () => (turn === wanted ? switchTo(id, take) : overtaken));
    },
    create() {
      wanted++;
      return inTurn(async () => {
        const made = await deps.create();
        return made.ok ? switchTo(made.value.id) : made;
      });
    },
    begin(id) {
      return inTurn(async () => {
        if (view.get().kind !== 'starting') return done;
        if (id !== null) return switchTo(id);
        view.set({ kind: 'empty' });
        return done;
      });
    },
    letGo(id) {
      return inTurn(async () => {
        const current = session();
        if (!current || (id !== null && current.storyId !== id)) return done;
        const left = await leave(current, 'switch');
        if (left.ok) view.set({ kind: 'empty' });
        return left;
      });
    },
    close() {
      return inTurn(async () => {
        const current = session();
        if (current) {
          const left = await leave(current, 'close');
          if (!left.ok) {
            deps.closeRefused();
            return left;
          }
        }
        deps.closeReady();
        return done;
      });
    },
    closeAnyway: () => deps.closeReady(),
  };
}

import { type FSWatcher, watch } from 'node:fs';

/** What makes one look: when to look next, in milliseconds. */
type Look = () => Promise<number>;
const AFTER_FAULT_MS = 60_000;

/**
 * Looks at once, then as often as the last look says, and soon after the system tells that something changed in `folder()`.
 * Shares and many synchronised drives tell nothing; a folder that went and came back has to be watched anew. Never two
 * looks at a time.
 */
export function lookRepeatedly(look: Look, folder: () => string | null, soonMs: number) {
  let timer: NodeJS.Timeout | undefined;
  let looking: Promise<void> | null = null;
  let wanted = false;
  let closed = false;
  let watcher: FSWatcher | null = null;
  let watched: string | null = null;

  function unwatch(): void {
    watcher?.close();
    watcher = null;
    watched = null;
  }
  function follow(): void {
    const path = folder();
    if (watched === path) return;
    unwatch();
    if (path === null) return;
    try {
      watcher = watch(path, { persistent: false }, () => soon(soonMs));
      watcher.on('error', unwatch);
      watched = path;
    } catch {
      // It is not there, or tells nothing: the repeated look finds it.
    }
  }
  async function run(): Promise<void> {
    wanted = false;
    const ms = await look().catch((error) => {
      console.error('shared folder:', error);
      return AFTER_FAULT_MS;
    });
    looking = null;
    if (closed) return;
    follow();
    schedule(wanted ? soonMs : ms);
  }
  function schedule(ms: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => {
      looking = run();
    }, ms);
    timer.unref();
  }
  function soon(ms: number): void {
    wanted = true;
    if (!looking && !closed) schedule(ms);
  }
  return {
    soon: () => soon(0),
    /** The folder is gone: when it is back, it is another one for the system. */
    unwatch,
    async close(): Promise<void> {
      closed = true;
      clearTimeout(timer);
      unwatch();
      await looking;
    },
  };
}

import { isDue, type Memory } from './plan.ts';

const LOOK_EVERY_MS = 5 * 60_000;
const FIRST_LOOK_MS = 60_000;
/** Nothing was written for so long: nobody is in the middle of a sentence. */
const IDLE_MS = 60_000;
/** A due backup waits for a quiet moment so long at most: it stops nobody's writing. */
const PATIENCE_MS = 60 * 60_000;

type Needs = {
  memory(): Promise<Memory>;
  /** Makes the planned backup and remembers how it went. */
  make(): Promise<unknown>;
  now?(): number;
};

/** Makes the planned backups while the program runs: looks every five minutes, and waits for a quiet one. */
export function createSchedule({ memory, make, now = Date.now }: Needs) {
  let lastWrite = 0;
  let dueSince: number | null = null;
  let timer: NodeJS.Timeout | undefined;

  /** Gives whether a backup was made. */
  async function look(): Promise<boolean> {
    if (!isDue(await memory(), new Date(now()))) {
      dueSince = null;
      return false;
    }
    dueSince ??= now();
    const isQuiet = Math.abs(now() - lastWrite) >= IDLE_MS;
    if (!isQuiet && Math.abs(now() - dueSince) < PATIENCE_MS) return false;
    dueSince = null;
    await make();
    return true;
  }
  const next = (ms: number) => {
    timer = setTimeout(
      () =>
        void look()
          .catch((error) => console.error('backup:', error))
          .finally(() => next(LOOK_EVERY_MS)),
      ms,
    );
    timer.unref();
  };
  return {
    look,
    start: () => next(FIRST_LOOK_MS),
    stop: () => clearTimeout(timer),
    /** Something was saved just now. */
    wrote: () => {
      lastWrite = now();
    },
  };
}

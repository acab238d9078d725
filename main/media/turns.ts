import { availableParallelism } from 'node:os';

/** Pixels that are decoded at a time, all together: 60 million. A larger picture waits until it is alone. */
export const PIXELS_AT_ONCE = 60_000_000;

// Half of the cores, so that typing never waits for pixels.
const SLOTS = Math.max(1, Math.floor(availableParallelism() / 2));

/**
 * Lets work on pictures run while what is running holds few enough pixels, first come, first served: memory stays bounded by
 * PIXELS_AT_ONCE, or by one picture of the largest size that is taken.
 */
export function createTurns(slots = SLOTS, most = PIXELS_AT_ONCE) {
  const waiting: { pixels: number; start: () => void }[] = [];
  let running = 0;
  let held = 0;

  function next(): void {
    const first = waiting[0];
    if (!first || (running > 0 && (running >= slots || held + first.pixels > most))) return;
    waiting.shift();
    running++;
    held += first.pixels;
    first.start();
    next();
  }

  return async <T>(pixels: number, work: () => Promise<T>): Promise<T> => {
    await new Promise<void>((start) => {
      waiting.push({ pixels, start });
      next();
    });
    try {
      return await work();
    } finally {
      running--;
      held -= pixels;
      next();
    }
  };
}

export const inTurn = createTurns();

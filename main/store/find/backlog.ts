import { attempt } from '../failures.ts';

/** A slice is so short that no record waits for it. */
const SLICE_MS = 5;
/** How long a search reads on where the slices have not come to an end yet: it then answers of what there is. */
const AT_ONCE_MS = 200;

/** Rows that are to be read into memory, by their keys: in short slices while nobody asks, and at once as far as a search can wait. */
export class Backlog {
  readonly #read: (key: string) => void;
  readonly #keys: string[] = [];
  #timer: NodeJS.Timeout | undefined;

  constructor(read: (key: string) => void) {
    this.#read = read;
  }

  /** `startMs`: when the slices begin. */
  add(keys: readonly string[], startMs = SLICE_MS): void {
    for (const key of keys) this.#keys.push(key);
    if (this.#keys.length > 0) this.#schedule(startMs);
  }

  /** Reads for a search. False: some are still to be read. */
  readNow(): boolean {
    this.#readOn(AT_ONCE_MS);
    const isDone = this.#keys.length === 0;
    if (isDone) clearTimeout(this.#timer);
    else this.#schedule(SLICE_MS);
    return isDone;
  }

  close(): void {
    clearTimeout(this.#timer);
  }

  #schedule(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const step = attempt(() => this.#readOn(SLICE_MS));
      // What the disk refuses now, the next search reads.
      if (step.ok && this.#keys.length > 0) this.#schedule(SLICE_MS);
    }, ms);
    this.#timer.unref();
  }

  #readOn(ms: number): void {
    const end = performance.now() + ms;
    for (let key = this.#keys.at(-1); key !== undefined; key = this.#keys.at(-1)) {
      this.#read(key);
      this.#keys.pop();
      if (performance.now() > end) return;
    }
  }
}

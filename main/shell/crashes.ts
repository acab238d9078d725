/** A page that dies again and again is not reloaded for ever: so many times within so many milliseconds. */
const MOST = 3;
const WITHIN = 60_000;

/** The deaths of one window's page. Instants in epoch milliseconds. */
export type Crashes = {
  /** The page died. Whether it may be loaded again by itself. */
  note(now: number): boolean;
  /** The last death that the page has not been told of, once. */
  take(): number | null;
};

export function createCrashes(): Crashes {
  let times: number[] = [];
  let untold: number | null = null;
  return {
    note(now) {
      untold = now;
      times = [...times.filter((time) => now - time < WITHIN), now];
      return times.length <= MOST;
    },
    take() {
      const time = untold;
      untold = null;
      return time;
    },
  };
}

/** Runs something once nothing has asked for it for a while. */
export type WhenQuiet = { soon(ms: number): void; stop(): void };

/** A key that asks again only moves the time: a timer is set anew at most once a while, not with every key. */
export function createWhenQuiet(run: () => void): WhenQuiet {
  let due = 0;
  let armed = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = () => {
    clearTimeout(timer);
    timer = undefined;
  };
  const arm = (ms: number) => {
    armed = due;
    timer = setTimeout(() => {
      timer = undefined;
      const left = due - performance.now();
      if (left > 0) arm(left);
      else run();
    }, ms);
  };
  return {
    soon(ms) {
      due = performance.now() + ms;
      if (timer !== undefined && armed <= due) return;
      stop();
      arm(ms);
    },
    stop,
  };
}

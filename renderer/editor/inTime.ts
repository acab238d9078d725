/** From the asking to a run, in milliseconds: a frame's length. To ask for a frame would have the browser draw one more. */
const SOON = 16;
/** Between two runs, in milliseconds: keys come faster. */
const APART = 120;

/**
 * Work that follows the caret: a moment after it is asked for, and while somebody types on not at every key, but once more
 * after the last. `stop` ends it.
 */
export function inTime(work: () => void): { ask(): void; stop(): void } {
  let soon: ReturnType<typeof setTimeout> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isAsked = false;
  const run = () => {
    soon = undefined;
    isAsked = false;
    timer = setTimeout(() => {
      timer = undefined;
      if (isAsked) soon ??= setTimeout(run, SOON);
    }, APART);
    work();
  };
  return {
    ask() {
      isAsked = true;
      if (timer === undefined) soon ??= setTimeout(run, SOON);
    },
    stop() {
      clearTimeout(timer);
      clearTimeout(soon);
    },
  };
}

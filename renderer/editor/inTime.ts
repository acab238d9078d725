/** Between two runs, in milliseconds: keys come faster. */
const APART = 120;

/**
 * Work that follows the caret: in the next frame after it is asked for, and while somebody types on not at every key, but
 * once more after the last. `stop` ends it.
 */
export function inTime(work: () => void): { ask(): void; stop(): void } {
  let frame = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isAsked = false;
  const run = () => {
    frame = 0;
    isAsked = false;
    timer = setTimeout(() => {
      timer = undefined;
      if (isAsked) frame ||= requestAnimationFrame(run);
    }, APART);
    work();
  };
  return {
    ask() {
      isAsked = true;
      if (timer === undefined) frame ||= requestAnimationFrame(run);
    },
    stop() {
      clearTimeout(timer);
      cancelAnimationFrame(frame);
    },
  };
}

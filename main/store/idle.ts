/** Milliseconds without a request until a little work is done, and between one piece of it and the next. */
const QUIET_MS = 3_000;
const BETWEEN_MS = 40;
/** Until it is looked for work again, where there was none. */
const AGAIN_MS = 60_000;

/** Does work piece by piece while nobody asks for anything. `work`: one piece; whether there is more. */
export function whenIdle(work: () => boolean): { busy(): void; stop(): void } {
  let timer: NodeJS.Timeout;
  const wait = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => wait(work() ? BETWEEN_MS : AGAIN_MS), ms);
  };
  wait(QUIET_MS);
  return { busy: () => wait(QUIET_MS), stop: () => clearTimeout(timer) };
}

/** How long a page may take to answer a question of main's, in milliseconds. */
export const PATIENCE = 10_000;

/** Questions that main puts to a page by an event, and that the page answers with `window.answer`. */
export type Questions<W> = {
  /** Sends the question by its number; true where the page agrees in time. */
  ask(window: W, send: (question: number) => void): Promise<boolean>;
  /** An answer; one that nobody waits for, or that another window gives, is ignored. */
  answer(window: W, question: number, agrees: boolean): void;
  /** The window is gone, or has a fresh page, which holds nothing: it agrees to everything. */
  gone(window: W): void;
};

export function createQuestions<W>(patience = PATIENCE): Questions<W> {
  const open = new Map<number, { window: W; settle(agrees: boolean): void }>();
  let last = 0;
  return {
    ask: (window, send) =>
      new Promise((resolve) => {
        const question = ++last;
        const settle = (agrees: boolean) => {
          clearTimeout(timer);
          open.delete(question);
          resolve(agrees);
        };
        const timer = setTimeout(() => settle(false), patience);
        open.set(question, { window, settle });
        send(question);
      }),
    answer(window, question, agrees) {
      const asked = open.get(question);
      if (asked?.window === window) asked.settle(agrees);
    },
    gone(window) {
      for (const asked of [...open.values()]) if (asked.window === window) asked.settle(true);
    },
  };
}

import type { Prose } from '../../../story/text/check.ts';
import type { SpellingFinding } from '../../../story/text/vietnamese/check.ts';
import type { Placement } from '../../../story/text/vietnamese/rimes.ts';
import type { Answer, Question } from './worker.ts';

/** Longer than any check takes, the dictionary's loading included, in milliseconds. */
const PATIENCE = 20_000;

export type Checker = {
  /** What is found in each text; null where it could not be checked. */
  check(texts: readonly Prose[], placement: Placement | null): Promise<SpellingFinding[][] | null>;
  suggest(word: string): Promise<string[]>;
  stop(): void;
};
type Asked = Question extends infer Q ? (Q extends Question ? Omit<Q, 'id'> : never) : never;

/** Checks in a worker, which begins with the first question and is stopped where it takes too long. */
export function createChecker(): Checker {
  let worker: Worker | null = null;
  const waiting = new Map<number, (answer: Answer | null) => void>();
  let id = 0;
  const kill = () => {
    worker?.terminate();
    worker = null;
    for (const end of [...waiting.values()]) end(null);
  };
  const start = (): Worker => {
    const made = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    made.addEventListener('message', ({ data }: MessageEvent<Answer>) => waiting.get(data.id)?.(data));
    made.addEventListener('error', kill);
    return made;
  };
  const ask = (question: Asked): Promise<Answer | null> =>
    new Promise((resolve) => {
      worker ??= start();
      const asked = ++id;
      const timer = setTimeout(kill, PATIENCE);
      waiting.set(asked, (answer) => {
        clearTimeout(timer);
        waiting.delete(asked);
        resolve(answer);
      });
      worker.postMessage({ ...question, id: asked });
    });
  return {
    check: async (texts, placement) => (await ask({ kind: 'check', texts, placement }))?.findings ?? null,
    suggest: async (word) => (await ask({ kind: 'suggest', word }))?.suggestions ?? [],
    stop: kill,
  };
}

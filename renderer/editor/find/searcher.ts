import type { FindOptions, Match } from '../../../story/text/find.ts';
import type { Passage } from './texts.ts';
import type { Answer, Question } from './worker.ts';

/** A match, and the text it is in. */
export type Found = Match & { passage: Passage };
export type Outcome =
  | { kind: 'found'; found: Found[] }
  /** A bad expression, and what the engine says of it. */
  | { kind: 'bad'; message: string }
  /** It took too long. */
  | { kind: 'slow' }
  /** Another search came after it. */
  | { kind: 'overtaken' };

/** Longer than any search a person means takes, in milliseconds. */
const PATIENCE = 2_000;

export type Searcher = {
  search(passages: readonly Passage[], query: string, options: FindOptions): Promise<Outcome>;
  stop(): void;
};

/** Searches in a worker, one thing at a time: a later search, or patience at its end, stops the one that runs. */
export function createSearcher(): Searcher {
  let worker: Worker | null = null;
  let running: ((outcome: Outcome) => void) | null = null;
  let id = 0;
  const kill = () => {
    worker?.terminate();
    worker = null;
  };
  const overtake = () => {
    if (!running) return;
    kill();
    running({ kind: 'overtaken' });
  };
  return {
    search(passages, query, options) {
      overtake();
      worker ??= new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
      const asked = worker;
      const question: Question = { id: ++id, texts: passages.map(({ text }) => text), query, options };
      return new Promise((resolve) => {
        const end = (outcome: Outcome) => {
          clearTimeout(timer);
          asked.removeEventListener('message', hear);
          running = null;
          resolve(outcome);
        };
        const hear = ({ data }: MessageEvent<Answer>) => {
          if (data.id !== question.id) return;
          if (!data.ok) return end({ kind: 'bad', message: data.message });
          const found = data.found.map(({ text, ...match }) => ({ ...match, passage: passages[text] as Passage }));
          end({ kind: 'found', found });
        };
        const timer = setTimeout(() => {
          kill();
          end({ kind: 'slow' });
        }, PATIENCE);
        running = end;
        asked.addEventListener('message', hear);
        asked.postMessage(question);
      });
    },
    stop() {
      overtake();
      kill();
    },
  };
}

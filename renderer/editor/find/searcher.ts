import type { FindOptions, Match } from '../../../story/text/find.ts';
import { createWorkerLine } from '../../workerLine.ts';
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
  const line = createWorkerLine<Omit<Question, 'id'>, Answer, Outcome>(
    () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }),
    { kind: 'overtaken' },
  );
  return {
    search: (passages, query, options) =>
      line.ask(
        { texts: passages.map(({ text }) => text), query, options },
        (data, running) => {
          if (!data.ok) return running.end({ kind: 'bad', message: data.message });
          const found = data.found.map(({ text, ...match }) => ({ ...match, passage: passages[text] as Passage }));
          running.end({ kind: 'found', found });
        },
        (running) => running.allow(PATIENCE, { kind: 'slow' }),
      ),
    stop: line.stop,
  };
}

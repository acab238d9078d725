import type { StyleFinding } from '../../story/style/find.ts';
import { createWorkerLine } from '../workerLine.ts';
import type { Answer, Question } from './worker.ts';

export type Checked =
  | { kind: 'found'; found: StyleFinding[][] }
  /** That rule took too long. */
  | { kind: 'slow'; rule: string }
  /** Another question came after it. */
  | { kind: 'overtaken' };

/** Longer than any sound rule takes over a story, in milliseconds. */
const PATIENCE = 2_000;

export type Checker = { check(asked: Omit<Question, 'id'>): Promise<Checked>; stop(): void };

/** Checks texts in a worker, one question at a time. */
export function createChecker(): Checker {
  const line = createWorkerLine<Omit<Question, 'id'>, Answer, Checked>(
    () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }),
    { kind: 'overtaken' },
  );
  return {
    check: (asked) =>
      line.ask(asked, (data, running) => {
        if ('found' in data) running.end({ kind: 'found', found: data.found });
        else running.allow(PATIENCE, { kind: 'slow', rule: data.rule });
      }),
    stop: line.stop,
  };
}

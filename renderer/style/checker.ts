import type { StyleFinding } from '../../story/style/find.ts';
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
  let worker: Worker | null = null;
  let running: ((outcome: Checked) => void) | null = null;
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
    check(asked) {
      overtake();
      worker ??= new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
      const one = worker;
      const question: Question = { id: ++id, ...asked };
      return new Promise((resolve) => {
        let timer: ReturnType<typeof setTimeout> | undefined;
        const end = (outcome: Checked) => {
          clearTimeout(timer);
          one.removeEventListener('message', hear);
          running = null;
          resolve(outcome);
        };
        const hear = ({ data }: MessageEvent<Answer>) => {
          if (data.id !== question.id) return;
          if ('found' in data) return end({ kind: 'found', found: data.found });
          clearTimeout(timer);
          timer = setTimeout(() => {
            kill();
            end({ kind: 'slow', rule: data.rule });
          }, PATIENCE);
        };
        running = end;
        one.addEventListener('message', hear);
        one.postMessage(question);
      });
    },
    stop() {
      overtake();
      kill();
    },
  };
}

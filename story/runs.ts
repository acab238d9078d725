import { FORMATS, type Run } from './model.ts';

/** Neighbouring runs with equal marks become one, empty ones go: the canonical form of inline text. */
export function joinRuns(runs: readonly Run[]): Run[] {
  const joined: Run[] = [];
  for (const run of runs) {
    if (run.text === '') continue;
    const last = joined.at(-1);
    if (last && sameMarks(last, run)) joined[joined.length - 1] = { ...last, text: last.text + run.text };
    else joined.push(run);
  }
  return joined;
}

const sameMarks = (a: Run, b: Run): boolean =>
  FORMATS.every((format) => a[format] === b[format]) &&
  a.check === b.check &&
  a.link === b.link &&
  a.threads?.join() === b.threads?.join() &&
  a.suggestions?.join() === b.suggestions?.join() &&
  a.side === b.side;

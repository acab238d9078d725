/** Rows to be shown, or unchanged ones that are folded away: from (inclusive) to (exclusive). */
export type Stretch = { kind: 'rows' | 'fold'; from: number; to: number };

/** So many unchanged rows stay beside a change; fewer than `LEAST` between are not worth folding. */
const BESIDE = 1;
const LEAST = 3;

/** Cuts rows into what is shown and what is folded. `opened`: the starts of folds that the reader has opened. */
export function stretchesOf(isChanged: readonly boolean[], opened: ReadonlySet<number> = new Set()): Stretch[] {
  const stretches: Stretch[] = [];
  const put = (kind: Stretch['kind'], from: number, to: number): void => {
    const last = stretches.at(-1);
    if (from === to) return;
    if (kind === 'rows' && last?.kind === 'rows') last.to = to;
    else stretches.push({ kind, from, to });
  };
  for (let at = 0; at < isChanged.length; ) {
    let end = at;
    while (end < isChanged.length && isChanged[end] === isChanged[at]) end++;
    const from = at === 0 ? 0 : at + BESIDE;
    const to = end === isChanged.length ? end : end - BESIDE;
    if (isChanged[at] || to - from < LEAST || opened.has(from)) put('rows', at, end);
    else {
      put('rows', at, from);
      put('fold', from, to);
      put('rows', to, end);
    }
    at = end;
  }
  return stretches;
}

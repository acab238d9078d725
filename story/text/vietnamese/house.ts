import type { Spelling } from '../spelling.ts';
import { checkSpelling } from './check.ts';
import { iyRewritings, type Rewriting } from './iy.ts';

/** What a Vietnamese text writes otherwise than its house does: tone marks and i or y. In order; learnt words stay as they are. */
export function houseRewritings(
  text: string,
  { placement, iy }: Pick<Spelling, 'placement' | 'iy'>,
  isLearnt: (word: string) => boolean,
): Rewriting[] {
  const marks = placement === null ? [] : checkSpelling(text, { placement, isLearnt, isForeign: () => true });
  const placed = marks.flatMap(({ kind, from, to, suggestions: [other] }): Rewriting[] =>
    kind === 'placement' && other !== undefined ? [{ start: from, end: to, text: other }] : [],
  );
  const written = iy === null ? [] : iyRewritings(text, iy);
  const unknown = written.filter(({ start, end }) => !isLearnt(text.slice(start, end).normalize('NFC')));
  return [...placed, ...unknown].sort((a, b) => a.start - b.start);
}

/** The initials of two names, in capitals, at most three letters each; told apart by a number where they are the same. */
export function marksOfSides(ours: string, theirs: string): { ours: string; theirs: string } {
  const marks = { ours: initials(ours), theirs: initials(theirs) };
  return marks.ours === marks.theirs ? { ours: `${marks.ours}1`, theirs: `${marks.theirs}2` } : marks;
}

const initials = (name: string): string =>
  (name.match(/[\p{L}\p{M}\p{N}]+/gu) ?? ['?'])
    .slice(0, 3)
    .map((word) => [...word.normalize('NFC')][0]?.toLocaleUpperCase())
    .join('');

export type Mention = { name: string; from: number; to: number };

const isWord = (text: string | undefined): boolean => text !== undefined && /[\p{L}\p{M}\p{N}]/u.test(text);
const fold = (text: string): string => text.toLocaleLowerCase('vi');

/** Where a text names one of some persons: "@" and the whole name, the longest that fits; in UTF-16 units of the text in NFC. */
export function mentionsIn(text: string, names: readonly string[]): Mention[] {
  const folded = fold(text);
  const known = names
    .map((name) => ({ name, key: fold(name.normalize('NFC')) }))
    .filter(({ key }) => key !== '')
    .sort((a, b) => b.key.length - a.key.length);
  const found: Mention[] = [];
  for (let at = folded.indexOf('@'); at >= 0; at = folded.indexOf('@', at + 1)) {
    if (isWord(folded[at - 1])) continue;
    const hit = known.find(({ key }) => folded.startsWith(key, at + 1) && !isWord(folded[at + 1 + key.length]));
    if (hit) found.push({ name: hit.name, from: at, to: at + 1 + hit.key.length });
  }
  return found;
}

/** What is being typed of a name at the caret: where its "@" stands, and the letters so far; null: no name is. */
export function mentionAt(text: string, caret: number): { from: number; typed: string } | null {
  const from = text.lastIndexOf('@', caret - 1);
  if (from < 0 || isWord(text[from - 1])) return null;
  const typed = text.slice(from + 1, caret);
  return /^[\p{L}\p{M}\p{N} .'-]{0,60}$/u.test(typed) && !typed.startsWith(' ') ? { from, typed } : null;
}

/** The persons whose name, or a word of it, begins with what is typed, tone marks or none. */
export function completions(typed: string, names: readonly string[]): string[] {
  const bare = (text: string) => fold(text).normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd');
  const wanted = bare(typed);
  return names.filter((name) => {
    const key = bare(name);
    return key.startsWith(wanted) || key.includes(` ${wanted}`);
  });
}

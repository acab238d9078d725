import { fold } from '../text/fold.ts';
import { exactWord } from '../text/query.ts';

/** A word folded, and with its marks (`exactWord`). Texts repeat their words: what was worked out is kept for a while. */
export type Forms = { folded: string; exact: string };

const MOST_KEPT = 50_000;
const kept = new Map<string, Forms>();

export function formsOf(word: string): Forms {
  const known = kept.get(word);
  if (known) return known;
  const forms = { folded: fold(word), exact: exactWord(word) };
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(word, forms);
  return forms;
}

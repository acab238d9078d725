import type { Language } from '../../model.ts';
import { entryAt } from './list.ts';
import { withApostrophe, withQuote } from './quotes.ts';
import type { Typing } from './settings.ts';
import { tiedAtEnd } from './together.ts';

export type Rules = Omit<Typing, 'markdown'>;
/** Of the text with what was typed, `[from, to)` (UTF-16) should read `insert`; `entry`: the list's word that did it. */
export type Correction = { from: number; to: number; insert: string; entry: string | null };

/** No correction looks further back than this. */
const FARTHEST = 200;
/** What ends a word, or is itself put right. Nothing else is looked at: input methods mend words with letters and Backspaces. */
const TRIGGER = /^[\s\u00a0.,;:!?)\]}"'”’»…–—%/-]$/;
/** Of these, what ends a word that a list may know; the others stand in addresses and compounds. */
const ENDS_WORD = /^[\s\u00a0.,;:!?)\]}"'”’»…–—]$/;

/**
 * What to put right when `typed`, one character, has been typed behind `textBefore` (of the same paragraph or field); null
 * where nothing is. Typography that depends on the language, and the house's list. Pure; changes nothing outside the stretch.
 */
export function correctionAt(textBefore: string, typed: string, language: Language, rules: Rules): Correction | null {
  if (!TRIGGER.test(typed)) return null;
  const start = Math.max(0, textBefore.length - FARTHEST);
  const near = textBefore.slice(start);
  let word = rules.quotes && language === 'en' ? withApostrophe(near) : near;
  const isWord = rules.autocorrect && ENDS_WORD.test(typed);
  const known = isWord ? entryAt(word, rules.lists[language], rules.exceptions[language]) : null;
  if (known) word = word.slice(0, -known.entry.typed.length) + known.meant;
  // A sign belongs to its number at once, a word when it is whole.
  let right = rules.spaces && typed !== '%' ? tiedAtEnd(word, language) + typed : word + typed;
  if (rules.spaces && typed === '%') right = tiedAtEnd(right, language);
  if (rules.quotes && (typed === '"' || typed === "'")) right = withQuote(right.slice(0, -1), typed);
  if (rules.dashes) right = withDash(right, language);
  if (rules.ellipsis && typed === '.') right = right.replace(/(?<!\.)\.\.\.$/, '…');
  return between(near + typed, right, start, known?.entry.typed ?? null);
}

/** "--" as a dash, long in English; in Vietnamese also the hyphen between spaces. At a beginning it may become a divider. */
function withDash(text: string, language: Language): string {
  const double = text.replace(/(?<=[^\s-][ \u00a0]?)--$/, language === 'en' ? '—' : '–');
  return language === 'vi' ? double.replace(/(?<=[^\s-][ \u00a0])-(?=[ \u00a0]$)/, '–') : double;
}

/** The one stretch in which two texts differ; `start` is where both begin in the whole. */
function between(was: string, is: string, start: number, entry: string | null): Correction | null {
  if (was === is) return null;
  const shorter = Math.min(was.length, is.length);
  let head = 0;
  while (head < shorter && was[head] === is[head]) head++;
  let tail = 0;
  while (tail < shorter - head && was[was.length - 1 - tail] === is[is.length - 1 - tail]) tail++;
  return { from: start + head, to: start + was.length - tail, insert: is.slice(head, is.length - tail), entry };
}

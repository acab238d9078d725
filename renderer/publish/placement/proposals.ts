import type { Placement, Term, TermKind } from '../../../preload/contract.ts';
import type { Fields } from '../../../story/model.ts';
import { fold } from '../../../story/text/fold.ts';

/** So many words of a story are looked up. */
const MOST = 12;

/** The story's own words for where it belongs, by what a destination has lists of; those that are chosen already left out. */
export function wordsFor(
  kind: TermKind,
  { section, tags }: Pick<Fields, 'section' | 'tags'>,
  placed: Placement,
): string[] {
  const words = kind === 'categories' ? [section] : kind === 'tags' ? tags.split(/[,;\n]/) : [];
  const chosen = new Set((placed[kind] ?? []).map(({ name }) => fold(name)));
  const open = words.map((word) => word.trim()).filter((word) => word !== '' && !chosen.has(fold(word)));
  return [...new Map(open.map((word) => [fold(word), word])).values()].slice(0, MOST);
}

/** What a word stands for among the terms that were found: the one of that name, a new tag, or null. */
export function proposalFor(kind: TermKind, word: string, found: readonly Term[]): Term | null {
  const exact = found.find(({ name }) => sameName(name, word)) ?? found.find(({ name }) => fold(name) === fold(word));
  return exact ?? (kind === 'tags' ? { id: '', name: word } : null);
}

/**
 * The list under a field: what was found (of an earlier answer only what still holds the words), and, of tags, the word itself as
 * a new one where none has that name.
 */
export function optionsFor(kind: TermKind, query: string, found: readonly Term[]): Term[] {
  const word = query.trim();
  const isNew = kind === 'tags' && word !== '' && !found.some(({ name }) => sameName(name, word));
  const fits = found.filter(({ name, under = [] }) => [name, ...under].some((one) => fold(one).includes(fold(word))));
  return isNew ? [...fits, { id: '', name: word }] : fits;
}

export const isSameTerm = (a: Term, b: Term): boolean =>
  a.id === '' || b.id === '' ? sameName(a.name, b.name) : a.id === b.id;

const sameName = (a: string, b: string): boolean =>
  a.trim().normalize('NFC').toLowerCase() === b.trim().normalize('NFC').toLowerCase();

import type { Language } from '../../model.ts';

/** What corrections are about; a time of day is a date here, money and percentages are numbers. */
export const FACT_KINDS = ['number', 'date', 'name', 'quote'] as const;
export type FactKind = (typeof FACT_KINDS)[number];

/** A fact where it stands in a text in NFC: UTF-16 offsets, the end exclusive. Two of one kind with one key say the same. */
export type Fact = { kind: FactKind; from: number; to: number; key: string };
export type Finder = (text: string, language: Language) => Fact[];

/** The text with what was found put out of sight, every other place kept. */
export function without(text: string, found: readonly Fact[]): string {
  let left = text;
  for (const { from, to } of found) left = left.slice(0, from) + '\n'.repeat(to - from) + left.slice(to);
  return left;
}

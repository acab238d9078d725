import type { Language } from '../../model.ts';
import { datesIn } from './dates.ts';
import { type Fact, type FactKind, without } from './fact.ts';
import { type NameFact, namesOf, ownName } from './names.ts';
import { numbersIn } from './numbers.ts';
import { quotesIn } from './quotes.ts';

/** What a text in NFC states, by kind, each in the text's order. `first`: see names.ts. */
export type Facts = Record<Exclude<FactKind, 'name'>, Fact[]> & { name: NameFact[] };

/** Finds the numbers, dates, names and quotes of a text in NFC. Every digit is in a number or in a date. */
export function factsIn(text: string, language: Language): Facts {
  const date = datesIn(text);
  const rest = without(text, date);
  const number = numbersIn(rest, language);
  return { number: inOrder(number), date: inOrder(date), name: namesOf(without(rest, number)), quote: quotesIn(text) };
}

const inOrder = (facts: readonly Fact[]): Fact[] => facts.toSorted((a, b) => a.from - b.from);

/** Names that a version knows, whole, and without the words before ("Thu Hà" of "Nguyễn Thị Thu Hà"). */
export class KnownNames {
  readonly keys = new Set<string>();

  add(text: string): void {
    for (const fact of namesOf(text)) {
      const words = fact.key.split(' ');
      if (fact.first) this.keys.add(words.slice(1).join(' '));
      for (let at = 0; at < words.length; at++) this.keys.add(words.slice(at).join(' '));
    }
  }

  has = (fact: NameFact, text: string): boolean =>
    this.keys.has(fact.key) || this.keys.has(ownName(fact, text, this.keys).key);
}

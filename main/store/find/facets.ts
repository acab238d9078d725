import type { Found } from '../../../preload/contract.ts';
import { SHOWN_STATUSES } from '../../../story/model.ts';
import { compareTexts } from '../../../story/text/order.ts';
import { PUBLISHED_SOMEWHERE, type Values } from './columns.ts';
import type { Entries } from './entries.ts';

/** Of each field so many values are named to filter by, the most frequent. */
const MOST_VALUES = 200;

type Count = { value: string; count: number };

/** Counts the values to filter by. */
export class Facets {
  readonly #entries: Entries;
  readonly #statuses = new Uint32Array(SHOWN_STATUSES.length);
  readonly #sections: Uint32Array;
  readonly #authors: Uint32Array;
  readonly #destinations = new Map<string, number>();

  constructor(entries: Entries) {
    this.#entries = entries;
    this.#sections = new Uint32Array(entries.columns.sections.texts.length);
    this.#authors = new Uint32Array(entries.columns.authors.texts.length);
  }

  add(slot: number): void {
    const { status, section, author, place } = this.#entries.columns;
    countUp(this.#statuses, status[slot] as number);
    countUp(this.#sections, section[slot] as number);
    countUp(this.#authors, author[slot] as number);
    if (((place[slot] as number) & PUBLISHED_SOMEWHERE) === 0) return;
    for (const id of this.#entries.at(slot).row.destinations)
      this.#destinations.set(id, (this.#destinations.get(id) ?? 0) + 1);
  }

  list(): Found['facets'] {
    const { sections, authors } = this.#entries.columns;
    const statuses = SHOWN_STATUSES.map((status, index) => [status, this.#statuses[index] as number] as const);
    return {
      statuses: Object.fromEntries(statuses.filter(([, count]) => count > 0)),
      sections: mostFrequent(named(this.#sections, sections)),
      authors: mostFrequent(named(this.#authors, authors)),
      destinations: mostFrequent([...this.#destinations].map(([value, count]) => ({ value, count }))),
    };
  }
}

const countUp = (counts: Uint32Array, at: number): void => {
  counts[at] = (counts[at] as number) + 1;
};

/** Number 0 is the empty value: nothing to filter by. */
function named(counts: Uint32Array, { texts }: Values): Count[] {
  const list: Count[] = [];
  for (let number = 1; number < counts.length; number++)
    if (counts[number] !== 0) list.push({ value: texts[number] as string, count: counts[number] as number });
  return list;
}

const mostFrequent = (list: Count[]): Count[] =>
  list
    .sort((a, b) => b.count - a.count)
    .slice(0, MOST_VALUES)
    .sort((a, b) => b.count - a.count || compareTexts(a.value, b.value));

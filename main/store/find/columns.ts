import type { LibraryRow } from '../../../preload/contract.ts';
import { SHOWN_STATUSES } from '../../../story/model.ts';

/** Bits of a column `place`. */
export const TRASHED = 1;
export const PINNED = 2;
export const PUBLISHED_SOMEWHERE = 4;

/** Texts by a number of their own, 0 for ''. A number once given stays. */
export class Values {
  readonly texts: string[] = [''];
  readonly #numbers = new Map<string, number>([['', 0]]);

  numberOf(text: string): number {
    let number = this.#numbers.get(text);
    if (number === undefined) {
      number = this.texts.push(text) - 1;
      this.#numbers.set(text, number);
    }
    return number;
  }

  /** -1: no story ever had it. */
  knownNumberOf(text: string): number {
    return this.#numbers.get(text) ?? -1;
  }
}

/**
 * What going through the whole list looks at, as columns of numbers by a story's slot: with a hundred thousand stories, a
 * way from object to object would cost more than all the rest.
 */
export class Columns {
  readonly sections = new Values();
  readonly authors = new Values();
  #size = 0;
  place = new Uint8Array(0);
  /** The place in SHOWN_STATUSES. */
  status = new Uint8Array(0);
  section = new Uint32Array(0);
  author = new Uint32Array(0);
  /** The number of the last search that found the story, and of the last that found it by its headline. */
  found = new Uint32Array(0);
  foundInHeadline = new Uint32Array(0);

  set(slot: number, row: LibraryRow): void {
    if (slot >= this.#size) this.#grow(Math.max(1024, 2 * slot));
    this.place[slot] =
      (row.trashedAt === null ? 0 : TRASHED) |
      (row.pinned ? PINNED : 0) |
      (row.destinations.length > 0 ? PUBLISHED_SOMEWHERE : 0);
    this.status[slot] = SHOWN_STATUSES.indexOf(row.status);
    this.section[slot] = this.sections.numberOf(row.section);
    this.author[slot] = this.authors.numberOf(row.byline);
  }

  #grow(size: number): void {
    const bytes = (old: Uint8Array<ArrayBuffer>) => longer(new Uint8Array(size), old);
    const numbers = (old: Uint32Array<ArrayBuffer>) => longer(new Uint32Array(size), old);
    [this.place, this.status] = [bytes(this.place), bytes(this.status)];
    [this.section, this.author] = [numbers(this.section), numbers(this.author)];
    [this.found, this.foundInHeadline] = [numbers(this.found), numbers(this.foundInHeadline)];
    this.#size = size;
  }
}

function longer<T extends Uint8Array | Uint32Array>(next: T, old: T): T {
  next.set(old);
  return next;
}

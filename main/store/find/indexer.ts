import { hitOf } from '../../../story/search/hit.ts';
import type { Passage } from '../../../story/search/passages.ts';
import { isExact } from '../../../story/search/tokens.ts';
import type { QueryTerm } from '../../../story/text/query.ts';
import { failureOf } from '../failures.ts';
import type { Entries, Entry } from './entries.ts';
import { isDamage, makeIndex, memoryIndex, openIndex, type SearchIndex } from './search-index.ts';

/** The library opens first, then its index. */
const START_MS = 1000;
/** How long a slice of catching up takes, and how long it rests after it: a record never waits longer. */
const SLICE_MS = 5;
/** So many stories are brought up before a search is answered; what is behind beyond them comes with time. */
const AT_ONCE = 32;
const COMMIT_EVERY = 200;
/** So many matches are counted, and of those that must be looked up in the text, so many. */
const MOST_COUNTED = 20_000;
const MOST_LOOKED_UP = 500;

type Place = { id: string; doc: number };

/** Keeps the search index up to what the library holds: a little at a time, or before a search. */
export class Indexer {
  readonly #folder: string;
  readonly #entries: Entries;
  readonly #read: (id: string) => Passage[];
  /** The slot of each number, and 1; 0 for none. */
  #slotOf = new Uint32Array(1024);
  /** What is behind, or was; the last is next. */
  #queue: Place[] = [];
  #index: SearchIndex | null = null;
  #wasRenewed = false;
  #lastDoc = 0;
  #puts = 0;
  #searches = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(folder: string, entries: Entries, read: (id: string) => Passage[]) {
    this.#folder = folder;
    this.#entries = entries;
    this.#read = read;
    this.#schedule(START_MS);
  }

  /** Stories that were written to. */
  changed(ids: readonly string[]): void {
    if (!this.#index) return; // its opening compares everything
    for (const id of ids) this.#queue.push({ id, doc: ++this.#lastDoc });
    if (this.#queue.length > 0) this.#schedule(SLICE_MS);
  }

  /**
   * Finds the stories that have every term, the last changed first: `number` stands in the columns. `isCut`: there may be
   * more, since the index is behind, or since there are very many.
   */
  search(terms: readonly QueryTerm[]): { number: number; isCut: boolean } {
    return this.#safely((index) => {
      this.#catchUp(AT_ONCE);
      const number = ++this.#searches;
      const { found } = this.#entries.columns;
      const isSure = terms.every(isExact);
      // Nothing is left out of what must be looked up: a phrase of frequent words may be rare, and old.
      const docs = index.match(terms, isSure ? MOST_COUNTED : -1);
      let left = isSure ? MOST_COUNTED : MOST_LOOKED_UP;
      for (const doc of docs) {
        const slot = (this.#slotOf[doc] ?? 0) - 1;
        if (slot < 0 || (!isSure && !hitOf(terms, index.passages(doc)))) continue;
        found[slot] = number;
        if (--left === 0) break;
      }
      return { number, isCut: left === 0 || this.#queue.length > 0 };
    });
  }

  /** Marks, of what a search found or would have found, the stories that have its words in their headline. */
  searchHeadlines(terms: readonly QueryTerm[], number: number): void {
    this.#safely((index) => {
      const { found, foundInHeadline } = this.#entries.columns;
      const isSure = terms.every(isExact);
      for (const doc of index.match(terms, MOST_COUNTED, 'headline')) {
        const slot = (this.#slotOf[doc] ?? 0) - 1;
        if (slot < 0) continue;
        foundInHeadline[slot] = number;
        if (isSure) found[slot] = number;
      }
    });
  }

  /** The texts of a story that a search found. */
  passages(entry: Entry): Passage[] {
    return this.#safely((index) => (entry.indexed === null ? [] : index.passages(entry.doc)));
  }

  /** Catches up with everything at once; gives how many stories were behind. */
  finish(): number {
    return this.#safely(() => this.#catchUp(Number.POSITIVE_INFINITY));
  }

  close(): void {
    clearTimeout(this.#timer);
    try {
      this.#index?.commit();
      this.#index?.close();
    } catch (error) {
      if (!isDamage(error)) throw error; // the next start makes up for it
    }
    this.#index = null;
  }

  #schedule(ms: number): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      const end = performance.now() + SLICE_MS;
      this.#safely(() => this.#catchUp(Number.POSITIVE_INFINITY, () => performance.now() >= end));
      if (this.#queue.length > 0) this.#schedule(SLICE_MS);
    }, ms).unref();
  }

  #catchUp(most: number, isOver = () => false): number {
    let done = 0;
    while (done < most && this.#queue.length > 0 && !isOver()) if (this.#bringUp(this.#queue.pop() as Place)) done++;
    if (this.#queue.length === 0 || this.#puts >= COMMIT_EVERY) this.#commit();
    return done;
  }

  /** Notes under which number a story stands in the index, and in which state. */
  #place(entry: Entry, doc: number, stamp: string): void {
    if (doc >= this.#slotOf.length) {
      const longer = new Uint32Array(2 * doc);
      longer.set(this.#slotOf);
      this.#slotOf = longer;
    }
    this.#slotOf[doc] = entry.slot + 1;
    Object.assign(entry, { doc, indexed: stamp });
  }

  #commit(): void {
    this.#index?.commit();
    this.#puts = 0;
  }

  /** False: it was up already. */
  #bringUp({ id, doc }: Place): boolean {
    const entry = this.#entries.get(id);
    if (entry && entry.indexed === entry.stamp) return false;
    if (entry) {
      this.#index?.put(doc, id, entry.stamp, this.#read(id));
      this.#slotOf[entry.doc] = 0;
      this.#place(entry, doc, entry.stamp);
    } else this.#index?.remove(id);
    this.#puts++;
    return true;
  }

  /** Runs with the open index; a damaged one is made anew: in memory the second time, or where the disk is full. */
  #safely<T>(work: (index: SearchIndex) => T): T {
    try {
      return work(this.#index ?? this.#take(openIndex(this.#folder)));
    } catch (error) {
      if (!isDamage(error)) throw error;
      this.close();
      const inMemory = this.#wasRenewed || failureOf(error)?.code === 'diskFull';
      this.#wasRenewed = true;
      return work(this.#take(inMemory ? memoryIndex(this.#folder) : makeIndex(this.#folder)));
    }
  }

  /** Takes an index and compares it with the library. What is behind is queued: the last changed stories come first. */
  #take(index: SearchIndex): SearchIndex {
    this.#index = index;
    this.#slotOf.fill(0);
    this.#queue = [];
    for (const entry of this.#entries.all()) Object.assign(entry, { doc: 0, indexed: null });
    for (const { doc, storyId, stamp } of index.docs()) {
      this.#lastDoc = Math.max(this.#lastDoc, doc);
      const entry = this.#entries.get(storyId);
      if (!entry) this.#queue.push({ id: storyId, doc: 0 });
      else this.#place(entry, doc, stamp);
    }
    const all = this.#entries.sorted('updated').map((slot) => this.#entries.at(slot));
    const behind = all.filter((entry) => entry.indexed !== entry.stamp);
    // Numbers rise with the instant of the change; within a run they are written in that order, as FTS5 likes it.
    const places = behind.map((entry) => ({ id: entry.row.id, doc: ++this.#lastDoc }));
    for (let from = 0; from < places.length; from += COMMIT_EVERY)
      this.#queue.push(...places.slice(from, from + COMMIT_EVERY).reverse());
    if (this.#queue.length > 0) this.#schedule(SLICE_MS);
    return index;
  }
}

import type { Failure, Find, Found, Result } from '../../preload/contract.ts';
import { createStore, type Store } from '../store.ts';

/** Rows of one answer. */
export const PAGE = 100;
/** Rows read ahead on either side of the screen, once the screen has its own: a second of scrolling. */
const AHEAD = 50;
/** Pages kept on either side of what is on the screen. */
const KEPT = 8;

export type FoundRow = Found['rows'][number];
/** What a question and its answer have to have: of stories, of photos, of receipts. */
export type Question = { text: string; offset: number; limit: number };
type Answer<R, F> = { total: number; isCut: boolean; rows: R[]; facets: F };

export type Listing<R = FoundRow, F = Found['facets']> = {
  /** null: nothing read yet. */
  total: number | null;
  isCut: boolean;
  facets: F | null;
  /** Counts the questions: another one has another order, and begins at its top. */
  question: number;
  /** What was searched for in it. */
  text: string;
  failure: Failure | null;
  /** By page number; what is missing is not read yet. */
  pages: ReadonlyMap<number, readonly R[]>;
};

export type Pages<Q = Find, R = FoundRow, F = Found['facets']> = {
  readonly listing: Store<Listing<R, F>>;
  /** Asks another question (its offset and limit are left aside). The old answer stays until the new one is there. */
  ask(find: Q): void;
  /** The rows [from, to) are on the screen: reads those that are missing. */
  show(from: number, to: number): void;
  /** The first row of the newest question, once it is answered; null: there is none. */
  first(): Promise<R | null>;
  /** Something has changed: reads what is on the screen anew, and forgets the rest. The same question, at a later moment. */
  refresh(find: Q): void;
};

const NOTHING: Listing<never, never> = {
  total: null,
  isCut: false,
  facets: null,
  question: 0,
  text: '',
  failure: null,
  pages: new Map(),
};

export const rowAt = <R>({ pages }: Pick<Listing<R>, 'pages'>, index: number): R | null =>
  pages.get(Math.floor(index / PAGE))?.[index % PAGE] ?? null;

/** Where a row stands among those read, or -1. */
export function indexOf({ pages }: Pick<Listing<{ id: string }>, 'pages'>, id: string): number {
  for (const [number, rows] of pages) {
    const at = rows.findIndex((row) => row.id === id);
    if (at >= 0) return number * PAGE + at;
  }
  return -1;
}

/**
 * The rows of one question, page by page as they come into view. One read at a time, always the one that is wanted most
 * now: whoever types or scrolls faster than the library answers skips what lies between.
 */
export function createPages<Q extends Question = Find, R extends { id: string } = FoundRow, F = Found['facets']>(
  read: (find: Q) => Promise<Result<Answer<R, F>>>,
): Pages<Q, R, F> {
  const listing = createStore<Listing<R, F>>(NOTHING);
  let wanted: Q | null = null;
  let screen = { from: 0, to: 1 };
  /** The pages read since the last question or change. */
  let fresh = new Map<number, readonly R[]>();
  let question = 0;
  let round = 0;
  let total = 0;
  let isReading = false;

  const missing = (ahead: number): number | null => {
    const first = Math.floor(Math.max(0, screen.from - ahead) / PAGE);
    if (fresh.size === 0) return first; // how many there are is not known yet
    const end = Math.min(screen.to + ahead, total);
    for (let page = first; page * PAGE < end; page++) if (!fresh.has(page)) return page;
    return null;
  };
  const next = () => missing(0) ?? missing(AHEAD);

  async function readOn(): Promise<void> {
    if (isReading) return;
    isReading = true;
    for (let page = next(); wanted && page !== null; page = next()) {
      const [asked, { text }] = [round, wanted];
      const answer = await read({ ...wanted, offset: page * PAGE, limit: PAGE });
      if (asked !== round) continue;
      if (!answer.ok) {
        listing.set((now) => ({ ...now, failure: answer }));
        break;
      }
      take(page, text, answer.value);
    }
    isReading = false;
  }

  function take(page: number, text: string, found: Answer<R, F>): void {
    fresh.set(page, found.rows);
    total = found.total;
    if (screen.from >= total) screen = { from: Math.max(0, total - PAGE), to: total };
    const [first, last] = [Math.floor(screen.from / PAGE), Math.floor(screen.to / PAGE)];
    for (const one of fresh.keys()) if (one < first - KEPT || one > last + KEPT) fresh.delete(one);
    // While more of the screen is still to be read, a page of the former answer is better than a hole.
    const old = listing.get();
    const keepsOld = old.question === question && missing(0) !== null;
    const pages = new Map(keepsOld ? [...old.pages, ...fresh] : fresh);
    listing.set({ total, isCut: found.isCut, facets: found.facets, question, text, failure: null, pages });
  }

  return {
    listing,
    ask(find) {
      wanted = find;
      question++;
      round++;
      screen = { from: 0, to: 1 };
      fresh = new Map();
      void readOn();
    },
    show(from, to) {
      screen = { from, to };
      void readOn();
    },
    first() {
      const known = () => {
        const now = listing.get();
        return now.question === question || now.failure ? { row: now.failure ? null : rowAt(now, 0) } : null;
      };
      return new Promise((resolve) => {
        const stop = listing.subscribe(look);
        look();
        function look() {
          const found = known();
          if (!found) return;
          stop();
          resolve(found.row);
        }
      });
    },
    refresh(find) {
      wanted = find;
      round++;
      fresh = new Map();
      void readOn();
    },
  };
}

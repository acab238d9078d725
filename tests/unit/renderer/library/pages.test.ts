import { expect, test } from 'vitest';
import type { Find, Found, Result } from '../../../../preload/contract.ts';
import { createPages, type FoundRow, indexOf, PAGE, rowAt } from '../../../../renderer/library/pages.ts';
import { EVERYTHING, toFind } from '../../../../renderer/library/query.ts';

const AT = '2026-01-01T00:00:00.000Z';
const row = (id: string): FoundRow => ({
  id,
  headline: id,
  kicker: '',
  section: '',
  byline: '',
  tags: [],
  status: 'draft',
  changedSince: false,
  assignee: null,
  deadline: '',
  words: 0,
  createdAt: AT,
  updatedAt: AT,
  destinations: [],
  pinned: false,
  trashedAt: null,
  openedAt: null,
  hit: null,
});
const facets = { statuses: {}, sections: [], authors: [], destinations: [] };
const find = (text: string): Find => toFind({ ...EVERYTHING, text }, 0);

/** A library of made rows (`text` + number) in which the test answers the reads itself, one after the other. */
function scripted(size: number) {
  const asked: Find[] = [];
  const open: ((answer: Result<Found>) => void)[] = [];
  const library = { size, fails: false, offset: 0 };
  const pages = createPages((question) => {
    asked.push(question);
    return new Promise<Result<Found>>((resolve) => open.push(resolve));
  });
  const settle = () => new Promise<void>((done) => setTimeout(done));
  const answer = async () => {
    const at = asked.length - 1;
    const { text, offset, limit } = asked[at] as Find;
    const rows = Array.from({ length: Math.max(0, Math.min(limit, library.size - offset)) }, (_, index) =>
      row(`${text}${offset + index + library.offset}`),
    );
    open[at]?.(
      library.fails
        ? { ok: false, code: 'diskError' }
        : { ok: true, value: { total: library.size, isCut: false, rows, facets } },
    );
    await settle();
  };
  /** Answers until nothing more is asked. */
  const answerAll = async () => {
    for (let known = -1; known < asked.length; ) {
      known = asked.length;
      await answer();
    }
  };
  return { pages, asked, answer, answerAll, library, now: pages.listing.get };
}

test('a question reads its first page; what comes on the screen is read then, and only once', async () => {
  const { pages, asked, answer, now } = scripted(1_000);
  pages.ask(find('a'));
  expect(now().total).toBeNull();
  await answer();
  expect(now().total).toBe(1_000);
  expect(rowAt(now(), 0)?.id).toBe('a0');
  expect(rowAt(now(), PAGE)).toBeNull();
  pages.show(PAGE - 10, PAGE + 10);
  await answer();
  expect(rowAt(now(), PAGE)?.id).toBe(`a${PAGE}`);
  pages.show(0, PAGE + 10);
  expect(asked.map(({ offset }) => offset)).toEqual([0, PAGE]);
});

test('whoever scrolls faster than the library answers skips what lies between', async () => {
  const { pages, asked, answer } = scripted(10_000);
  pages.ask(find('a'));
  await answer();
  for (let from = 0; from < 9_000; from += 40) pages.show(from, from + 20);
  await answer();
  await answer();
  await answer();
  expect(asked.map(({ offset }) => offset)).toEqual([0, PAGE, 8_900, 9_000]);
});

test('an answer to a former question is dropped, and only the newest one is asked next', async () => {
  const { pages, asked, answer, now } = scripted(10);
  for (const text of ['l', 'lú', 'lúa']) pages.ask(find(text));
  await answer();
  expect(now().total).toBeNull();
  await answer();
  expect(asked.map(({ text }) => text)).toEqual(['l', 'lúa']);
  expect(rowAt(now(), 3)?.id).toBe('lúa3');
});

test('the first row is that of the newest question, however early it is asked for', async () => {
  const { pages, answer } = scripted(10);
  pages.ask(find('l'));
  await answer();
  pages.ask(find('lúa'));
  const first = pages.first();
  await answer();
  expect((await first)?.id).toBe('lúa0');
  expect((await pages.first())?.id).toBe('lúa0');
});

test('the old rows stay until the new ones are there, and never mix with them', async () => {
  const { pages, answer, answerAll, now } = scripted(300);
  pages.ask(find('a'));
  await answer();
  pages.show(150, 170);
  await answerAll();
  const before = now().question;
  pages.ask(find('b'));
  expect(rowAt(now(), 0)?.id).toBe('a0');
  await answer();
  expect(now().question).not.toBe(before);
  expect(rowAt(now(), 0)?.id).toBe('b0');
  expect(rowAt(now(), 160)).toBeNull();
});

test('a change reads what is on the screen anew, under the same question, and forgets the rest', async () => {
  const { pages, asked, answer, library, now } = scripted(1_000);
  pages.ask(find('a'));
  await answer();
  pages.show(390, 410);
  await answer();
  await answer();
  const { question } = now();
  library.offset = 1; // one row less above
  pages.refresh(find('a'));
  expect(rowAt(now(), 395)?.id).toBe('a395');
  await answer();
  expect(rowAt(now(), 395)?.id).toBe('a396');
  expect(rowAt(now(), 405)?.id).toBe('a405'); // of the former answer, better than a hole
  await answer();
  expect(rowAt(now(), 405)?.id).toBe('a406');
  expect(rowAt(now(), 0)).toBeNull();
  expect(now().question).toBe(question);
  expect(asked.map(({ offset }) => offset)).toEqual([0, 300, 400, 300, 400]);
});

test('a change that leaves fewer rows than were scrolled past shows the last ones', async () => {
  const { pages, answer, answerAll, library, now } = scripted(1_000);
  pages.ask(find('a'));
  await answer();
  pages.show(900, 920);
  await answerAll();
  library.size = 50;
  pages.refresh(find('a'));
  await answerAll();
  expect(now().total).toBe(50);
  expect(rowAt(now(), 49)?.id).toBe('a49');
});

test('an emptied library is read again when something changes', async () => {
  const { pages, asked, answer, library, now } = scripted(0);
  pages.ask(find(''));
  await answer();
  pages.show(0, 0);
  expect(now().total).toBe(0);
  library.size = 1;
  pages.refresh(find(''));
  await answer();
  expect(now().total).toBe(1);
  expect(asked).toHaveLength(2);
});

test('a failure keeps what there is, says so, and is gone with the next answer', async () => {
  const { pages, answer, library, now } = scripted(10);
  pages.ask(find('a'));
  await answer();
  library.fails = true;
  pages.refresh(find('a'));
  await answer();
  expect(now().failure?.code).toBe('diskError');
  expect(rowAt(now(), 0)?.id).toBe('a0');
  library.fails = false;
  pages.refresh(find('a'));
  await answer();
  expect(now().failure).toBeNull();
});

test('pages far from the screen are let go', async () => {
  const { pages, answer, now } = scripted(100_000);
  pages.ask(find('a'));
  await answer();
  for (let page = 1; page < 60; page++) {
    pages.show(page * PAGE, page * PAGE + 20);
    await answer();
  }
  expect(now().pages.size).toBeLessThan(20);
  expect(indexOf(now(), `a${59 * PAGE}`)).toBe(59 * PAGE);
  expect(indexOf(now(), 'a0')).toBe(-1);
});

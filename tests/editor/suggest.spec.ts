import type { Page } from '@playwright/test';
import { type Block, type Run, type Story, type Suggestion, storySchema } from '../../story/model.ts';
import { asItWas, asProposed } from '../../story/review/suggest/views.ts';
import { compose, paste, unikey } from './input.ts';
import { AT, body, type Desk, expect, storyOf, test } from './page.ts';

/** A place in the text: the block, and the words before it there; a second one where the words differ without what is deleted. */
type Place = [block: number, before: string, proposed?: string];
type Case = { name: string; at: Place; to?: Place; does: (page: Page, tools: Tools) => Promise<void> };
type Tools = { compose(words: string[]): Promise<void> };

const id = (n: number) => `018f0000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const record = (n: number, by: string, rest: object): [string, Suggestion] => [
  id(n),
  { id: id(n), by, name: by, at: AT, ...rest } as Suggestion,
];
const para = (n: number, ...runs: Run[]): Block => ({ id: id(n), type: 'paragraph', runs });
const marked = (text: string, n: number): Run => ({ text, suggestions: [id(n)] });

/** Paragraphs with something inserted by oneself and by another, something deleted, a figure, a heading, a list. */
const START: Story = {
  ...storyOf(
    para(1, { text: 'Cầu treo bản Pác Ngòi' }),
    para(2, { text: 'một ' }, marked('hai', 101), { text: ' ba bốn' }),
    para(3, { text: 'năm ' }, marked('sáu', 102), { text: ' bảy tám' }),
    para(4, { text: 'chín ' }, marked('mười ', 103), { text: 'trăm nghìn' }),
    {
      id: id(5),
      type: 'figure',
      photo: 'b'.repeat(64),
      width: 1200,
      height: 800,
      caption: 'Cầu',
      credit: 'Tùng Vân',
      copyright: '',
      alt: '',
      unchecked: [],
    },
    para(6, { text: 'Người dân ' }, { text: 'đi chợ', bold: true }, { text: ' phiên.' }),
    { id: id(7), type: 'heading', level: 2, runs: [{ text: 'Đường mới' }] },
    { id: id(8), type: 'listItem', list: 'bullet', indent: 0, runs: [{ text: 'gạo' }] },
    { id: id(9), type: 'listItem', list: 'bullet', indent: 0, runs: [{ text: 'ngô' }] },
    { id: id(10), suggestions: [id(104)], type: 'paragraph', runs: [{ text: 'đứt' }] },
    para(11, { text: 'Hết.' }),
  ),
  suggestions: Object.fromEntries([
    record(101, 'a1', { kind: 'insertion', from: id(2) }),
    record(102, 'b2', { kind: 'insertion', from: id(3) }),
    record(103, 'a1', { kind: 'deletion' }),
    record(104, 'b2', { kind: 'insertion', from: id(9) }),
  ]),
};

const press =
  (...keys: string[]) =>
  async (page: Page) => {
    for (const key of keys) await page.keyboard.press(key);
  };
const type = (text: string) => (page: Page) => page.keyboard.type(text);

const PLACES: Record<string, Place> = {
  'in a word': [0, 'Cầu tr'],
  'at the start of a word': [0, 'Cầu '],
  'at the end of a word': [0, 'Cầu treo'],
  'at the start of a paragraph': [5, ''],
  'at the end of a paragraph': [0, 'Cầu treo bản Pác Ngòi'],
  'before an own insertion': [1, 'một '],
  'in an own insertion': [1, 'một ha'],
  'behind an own insertion': [1, 'một hai'],
  "before another's insertion": [2, 'năm '],
  "in another's insertion": [2, 'năm sá'],
  "behind another's insertion": [2, 'năm sáu'],
  'before a deletion': [3, 'chín ', 'chín '],
  'behind a deletion': [3, 'chín mười ', 'chín '],
  'beside bold': [5, 'Người dân '],
  'at the start of a heading': [6, ''],
  'at the start of a list item': [8, ''],
  'at a break that another put in': [9, ''],
};
const ACTS: Record<string, Case['does']> = {
  'a letter': type('x'),
  'a word': type('xin chào '),
  Backspace: press('Backspace'),
  'Backspace twice': press('Backspace', 'Backspace'),
  Delete: press('Delete'),
  'Delete twice': press('Delete', 'Delete'),
  Enter: press('Enter'),
  'Shift+Enter': press('Shift+Enter'),
  'a letter and Backspace': press('x', 'Backspace'),
};
const WORDS: Record<string, Case['does']> = {
  'Ctrl+Backspace': press('Control+Backspace'),
  'Ctrl+Delete': press('Control+Delete'),
};
const SELECTIONS: Record<string, [Place, Place]> = {
  'in a word': [
    [0, 'C'],
    [0, 'Cầu'],
  ],
  'over words': [
    [0, 'Cầu '],
    [0, 'Cầu treo bản '],
  ],
  'over an own insertion': [
    [1, 'mộ'],
    [1, 'một hai b'],
  ],
  "over another's insertion": [
    [2, 'nă'],
    [2, 'năm sáu b'],
  ],
  'over a deletion': [
    [3, 'chí', 'chí'],
    [3, 'chín mười tr', 'chín tr'],
  ],
  'over two paragraphs': [
    [0, 'Cầu treo'],
    [1, 'một'],
  ],
  'over three paragraphs': [
    [0, 'Cầu'],
    [2, 'năm'],
  ],
  'over a figure': [
    [3, 'chín mười trăm', 'chín trăm'],
    [5, 'Người'],
  ],
  'over a heading and a list': [
    [6, 'Đường'],
    [7, 'g'],
  ],
};
const OVER: Record<string, Case['does']> = {
  'a letter': type('x'),
  words: type('cầu cứng'),
  Backspace: press('Backspace'),
  Enter: press('Enter'),
  bold: press('Control+b'),
  cut: press('Control+x'),
  'plain paste': (page) => paste(page, { 'text/plain': 'dán vào' }),
  'paste of two paragraphs': (page) => paste(page, { 'text/plain': 'dán một\n\ndán hai' }),
  'rich paste': (page) => paste(page, { 'text/html': '<p>dán <b>đậm</b></p><h2>đầu đề</h2>', 'text/plain': 'x' }),
};
const WAYS: Case[] = [
  ...cross(PLACES, ACTS),
  ...cross(
    Object.fromEntries(
      Object.entries(PLACES).filter(([name]) => !name.includes('deletion') && !name.includes('paragraph')),
    ),
    WORDS,
  ),
  ...Object.entries(SELECTIONS).flatMap(([where, [at, to]]) =>
    Object.entries(OVER).map(([what, does]) => ({ name: `${what} ${where}`, at, to, does })),
  ),
  { name: 'UniKey', at: [0, 'Cầu '], does: unikey },
  { name: 'a composition', at: [0, 'Cầu '], does: (_, { compose: all }) => all(['Thành', 'phố']) },
  {
    name: 'a composition over words',
    at: [0, 'Cầu '],
    to: [0, 'Cầu treo'],
    does: (_, { compose: all }) => all(['được']),
  },
  { name: 'a heading', at: [0, 'Cầu'], does: (page) => run(page, { kind: 'heading', level: 2 }) },
  { name: 'a list', at: [0, 'Cầu'], does: press('Control+Shift+8') },
  { name: 'a quote', at: [0, 'Cầu'], does: press('Control+Shift+9') },
  { name: 'no list', at: [7, 'g'], does: press('Control+Shift+8') },
  { name: 'a deeper item', at: [8, ''], does: press('Tab') },
  {
    name: 'a link',
    at: [0, 'Cầu '],
    to: [0, 'Cầu treo'],
    does: (page) => run(page, { kind: 'link', url: 'https://a.vn/' }),
  },
  { name: 'a block moved up', at: [5, 'Ng'], does: press('Alt+Shift+ArrowUp') },
  { name: 'a block moved down', at: [0, 'C'], does: press('Alt+Shift+ArrowDown') },
  { name: 'a block twice', at: [0, 'C'], does: (page) => run(page, { kind: 'duplicate' }) },
  { name: 'a divider', at: [0, 'Cầu'], does: (page) => run(page, { kind: 'insert', block: 'divider' }) },
  { name: 'a table', at: [0, 'Cầu'], does: (page) => run(page, { kind: 'insert', block: 'table' }) },
  { name: 'a fact box', at: [0, 'Cầu'], does: (page) => run(page, { kind: 'box' }) },
];

function cross(places: Record<string, Place>, acts: Record<string, Case['does']>): Case[] {
  return Object.entries(places).flatMap(([where, at]) =>
    Object.entries(acts).map(([what, does]) => ({ name: `${what} ${where}`, at, does })),
  );
}

/** Opens a story in the place of another, and waits for its page. */
async function open({ page, open: begin }: Pick<Desk, 'page' | 'open'>, story: Story): Promise<void> {
  await page.evaluate(() => document.querySelector('[data-body]')?.setAttribute('data-left', ''));
  await begin(story);
  await page.locator('[data-body]:not([data-left])').waitFor();
}

const run = (page: Page, command: object) =>
  page.evaluate((given) => window.harness.session.run(given as never), command);

/** Selects by the page's own selection, and waits until the browser has told of it. */
async function select(page: Page, at: Place, to: Place, isProposed: boolean): Promise<void> {
  const words = ([block, before, proposed]: Place) => [block, isProposed ? (proposed ?? before) : before] as const;
  await body(page).focus();
  await page.evaluate(
    async ([from, until]) => {
      const blocks = [...document.querySelectorAll('[data-body] > :not(ul), [data-body] li')];
      const point = ([index, before]: readonly [number, string]): [Node, number] => {
        const block = blocks[index] as Element;
        const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
        let left = before.length;
        if (!(block.textContent ?? '').startsWith(before))
          throw new Error(`${block.textContent} begins not with ${before}`);
        let node: Node | null = walker.nextNode();
        for (; node; node = walker.nextNode()) {
          const size = node.textContent?.length ?? 0;
          if (left <= size) return [node, left];
          left -= size;
        }
        return [block, 0];
      };
      const [a, b] = [point(from), point(until)];
      document.getSelection()?.setBaseAndExtent(a[0], a[1], b[0], b[1]);
      for (let n = 0; n < 2; n++) await new Promise(requestAnimationFrame);
    },
    [words(at), words(to)] as const,
  );
}

/** What a reader sees; and that no line is empty that would not be. */
const readable = (story: Story) =>
  story.body
    .filter((block) => !('runs' in block) || block.runs.length > 0)
    .map(({ id: _, suggestions: __, ...block }) => ('runs' in block ? { ...block, runs: joined(block.runs) } : block));
const joined = (runs: readonly Run[]) => runs.map(({ check: _, ...run }) => run);

const SHARDS = 4;
for (let shard = 0; shard < SHARDS; shard++)
  test(`in suggest mode every way to edit leaves the text as it was, and reads as in edit mode (${shard + 1})`, async ({
    desk,
  }) => {
    test.setTimeout(600_000);
    const { page, cdp } = desk;
    const tools: Tools = { compose: (words) => compose(cdp, words) };
    const wanted = process.env.SUGGEST_CASE;
    const failures: string[] = [];
    for (const one of WAYS.filter((_, index) => index % SHARDS === shard)) {
      if (wanted && !one.name.includes(wanted)) continue;
      await open(desk, { ...asProposed(START), id: id(9001) });
      await select(page, one.at, one.to ?? one.at, true);
      await one.does(page, tools);
      const plain = await desk.story();
      await open(desk, { ...START, id: id(9000) });
      await page.evaluate(() => window.harness.session.setMode('suggest'));
      await select(page, one.at, one.to ?? one.at, false);
      await one.does(page, tools);
      const now = await desk.settled();
      const refused = await page.evaluate(() => window.harness.session.unhandled());
      const check = (what: string, got: unknown, wanted: unknown) => {
        if (JSON.stringify(got) !== JSON.stringify(wanted))
          failures.push(`${one.name}: ${what}\n  got    ${JSON.stringify(got)}\n  wanted ${JSON.stringify(wanted)}`);
      };
      check('refused', refused, 0);
      check('schema', storySchema.safeParse(now).success, true);
      check('as it was', readable(asItWas(now)), readable(asItWas(START)));
      check('as proposed', readable(asProposed(now)), readable(plain));
      // More than there are steps: what is past the first does nothing.
      for (let n = 0; n < 40; n++) await run(page, { kind: 'undo' });
      check('undone', (await desk.story()).body, START.body);
    }
    expect(failures.join('\n')).toBe('');
  });

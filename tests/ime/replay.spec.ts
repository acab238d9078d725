import type { Page } from '@playwright/test';
import { newId } from '../../story/ids.ts';
import { type Block, isTextBlock, plainText, type Story } from '../../story/model.ts';
import { expect, storyOf, test } from '../editor/page.ts';
import { divider, figure, item, paragraph, table } from '../unit/schema/editing.ts';
import { difference } from './count.ts';
import { caretAt, handOver, replay } from './replay.ts';
import { SEQUENCES } from './sequences.ts';

type Place = {
  name: string;
  blocks?: () => Block[];
  /** Puts the caret there. */
  go: (page: Page) => Promise<void>;
  read: (story: Story) => string;
  /** What stands before and after it. */
  around?: [string, string];
};

const textOf = (index: number) => (story: Story) => {
  const block = story.body[index];
  return block && isTextBlock(block) ? plainText(block.runs) : `[${block?.type}]`;
};
const inBody = (index: number, end: 'Home' | 'End') => (page: Page) =>
  caretAt(page, '[data-body] p, [data-body] li, [data-body] h2, [data-body] blockquote', index, end);
const ofFigure = (name: 'caption' | 'credit' | 'alt'): Place => ({
  name: `a photo's ${name}`,
  blocks: () => [paragraph('a'), { ...figure(), credit: '' } as Block],
  go: (page) => caretAt(page, `[data-figure-text="${name}"]`, 0, 'End'),
  read: ({ body }) => (body[1]?.type === 'figure' ? body[1][name] : ''),
});
const BLOCKS: Place[] = [
  { name: 'an empty body', go: inBody(0, 'End'), read: textOf(0) },
  ...(['Home', 'End'] as const).map(
    (end): Place => ({
      name: `a block's ${end === 'Home' ? 'start' : 'end'}`,
      blocks: () => [paragraph('Ở xã. ')],
      go: inBody(0, end),
      read: textOf(0),
      around: end === 'Home' ? ['', 'Ở xã. '] : ['Ở xã. ', ''],
    }),
  ),
  {
    name: 'behind a photo and before a line',
    blocks: () => [figure('x'), paragraph(), divider(), paragraph('b')],
    go: inBody(0, 'End'),
    read: textOf(1),
  },
  {
    name: 'behind bold',
    blocks: () => [paragraph('Ở ', { text: 'xã ', bold: true })],
    go: inBody(0, 'End'),
    read: textOf(0),
    around: ['Ở xã ', ''],
  },
  {
    name: 'before bold',
    blocks: () => [paragraph({ text: 'xã', bold: true }, ' ở')],
    go: inBody(0, 'Home'),
    read: textOf(0),
    around: ['', 'xã ở'],
  },
  {
    name: 'behind a check mark',
    blocks: () => [paragraph('Ở ', { text: 'TK ', check: true })],
    go: inBody(0, 'End'),
    read: textOf(0),
    around: ['Ở TK ', ''],
  },
  {
    name: 'behind a link',
    blocks: () => [paragraph('Ở ', { text: 'xã ', link: 'https://tinh.example/' })],
    go: inBody(0, 'End'),
    read: textOf(0),
    around: ['Ở xã ', ''],
  },
  {
    name: 'before a link',
    blocks: () => [paragraph({ text: 'xã', link: 'https://tinh.example/' })],
    go: inBody(0, 'Home'),
    read: textOf(0),
    around: ['', 'xã'],
  },
  {
    name: 'behind the words of a comment',
    blocks: () => [paragraph('Ở ', { text: 'xã ', threads: [THREAD] })],
    go: inBody(0, 'End'),
    read: textOf(0),
    around: ['Ở xã ', ''],
  },
  { name: 'a list', blocks: () => [item('x'), item('')], go: inBody(1, 'End'), read: textOf(1) },
  {
    name: 'a fact box',
    blocks: () => [{ ...paragraph('a '), box: true }, paragraph('b')],
    go: inBody(0, 'End'),
    read: textOf(0),
    around: ['a ', ''],
  },
];
const THREAD = newId();
const CONTROLS: Place[] = [
  ...(['kicker', 'headline', 'standfirst', 'place', 'date', 'byline', 'closingMark'] as const).map(
    (name): Place => ({
      name: `the field ${name}`,
      go: (page) => caretAt(page, `[data-field="${name}"]`, 0, 'End'),
      read: ({ fields }) => fields[name],
    }),
  ),
  ...(['caption', 'credit', 'alt'] as const).map(ofFigure),
  {
    ...ofFigure('caption'),
    name: "a photo's caption, which offers names of the story",
    blocks: () => [
      paragraph('Ở Thành Phố Bắc Kạn, ở Đắk Lắk, ở Đồng Lạc, ở Thượng Quan, với Việt Hòa, với Ủy Ban Thúy.'),
      { ...figure(), credit: '' } as Block,
    ],
  },
  {
    name: "a table's cell",
    blocks: () => [paragraph('a'), table(['Xã', ''], ['', '12'])],
    go: (page) => caretAt(page, '[data-cell="1:0"]', 0, 'End'),
    read: ({ body }) => (body[1]?.type === 'table' ? (body[1].rows[1]?.[0] ?? '') : ''),
  },
];

test.describe.configure({ mode: 'parallel' });
const tally = { sequences: 0, lost: 0, doubled: 0 };
test.afterAll(() => handOver('replay', tally));

for (const sequence of SEQUENCES) {
  test(`${sequence.method}: no letter lost or doubled, wherever it is typed`, async ({ desk }) => {
    for (const place of [...BLOCKS, ...CONTROLS]) {
      const story = storyOf(...(place.blocks?.() ?? [paragraph()]));
      const fields = place.name === 'the field closingMark' ? { ...story.fields, closingMark: '' } : story.fields;
      await desk.open({ ...story, fields });
      await place.go(desk.page);
      await replay(desk.cdp, sequence);
      const [before, after] = place.around ?? ['', ''];
      const expected = before + sequence.words.join('') + after;
      const got = place.read(await desk.settled());
      const { lost, doubled } = difference(expected, got);
      tally.sequences++;
      tally.lost += lost;
      tally.doubled += doubled;
      expect.soft(got, place.name).toBe(expected);
    }
  });

  test(`${sequence.method}: undo behind each word gives whole words, redo the text`, async ({ desk }) => {
    for (const place of BLOCKS) {
      const [before, after] = place.around ?? ['', ''];
      await desk.open(storyOf(...(place.blocks?.() ?? [paragraph()])));
      await place.go(desk.page);
      const states = [before + after];
      await replay(desk.cdp, sequence, async (count) => {
        const text = before + sequence.words.slice(0, count).join('') + after;
        const trimmed = before + sequence.words.slice(0, count).join('').trimEnd() + after;
        states.push(trimmed);
        await desk.page.keyboard.press('Control+z');
        expect.soft(states, place.name).toContain(place.read(await desk.story()));
        await desk.page.keyboard.press('Control+Shift+z');
        expect.soft(place.read(await desk.story()), place.name).toBe(text);
        states.push(text);
      });
      await desk.settled();
    }
  });
}

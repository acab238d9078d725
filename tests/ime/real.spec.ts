// The real fcitx5 on a desktop of its own: keys pressed as a keyboard presses them, in the program's own window.
import type { Locator, Page } from '@playwright/test';
import { deskOf, paragraphs } from '../e2e/desk.ts';
import { expect, test } from '../e2e/launch.ts';
import { pressPhoto } from '../e2e/photos.ts';
import { difference } from './count.ts';
import { canHaveDesktop, type Desktop, startDesktop } from './desktop.ts';
import { handOver } from './replay.ts';

/** What is pressed, in Telex, and what has to stand there: typed out. */
const LINES: readonly (readonly [keys: string, text: string])[] = [
  ['Thur tuwowngs Chisnh phur ', 'Thủ tướng Chính phủ '],
  ['ddoongf baof Khuooir Thafng ', 'đồng bào Khuổi Thàng '],
  ['Tyr leej nghefo giarm conf 7,25% ', 'Tỷ lệ nghèo giảm còn 7,25% '],
  ['phee duyeejt quy hoajch nuwowcs ', 'phê duyệt quy hoạch nước '],
  ['Ba Beer, Pasc Nawjm, Ddawsk ', 'Ba Bể, Pác Nặm, Đắk '],
];
/** Milliseconds between keys: a text expander's pace, and a very fast hand's. */
const PACES = [8, 20] as const;

const METHODS = [
  { name: 'unikey, with a preedit', method: 'unikey', configs: {} },
  {
    name: 'unikey, in the text itself',
    method: 'unikey',
    configs: { 'unikey.conf': 'ModifySurroundingText=True\n' },
  },
  { name: 'bamboo', method: 'bamboo', configs: {} },
] as const;

type Place = { name: string; go: () => Promise<unknown>; read: () => Promise<string>; around: [string, string] };

test.skip(!canHaveDesktop(), 'fcitx5, xdotool, openbox or Xvfb is not here');
test.describe.configure({ mode: 'parallel' });
const tally = { realRuns: 0, lost: 0, doubled: 0 };
test.afterAll(() => handOver('real', tally));

let desktop: Desktop | null = null;
test.afterEach(async () => {
  await desktop?.stop();
  desktop = null;
});

for (const { name, method, configs } of METHODS) {
  test(`fcitx5's ${name}: no letter lost or doubled in the program's window`, async ({ launch }) => {
    const keyboard = await startDesktop(method, configs);
    desktop = keyboard;
    const { window } = await launch({ lang: 'en', env: { ...keyboard.env, STANDIN_HEADLESS: '' } });
    const places = await prepare(window);
    await keyboard.ready(() => focusAnew(window));
    for (const [at, { name: where, go, read, around }] of places.entries()) {
      const [keys, text] = LINES[at % LINES.length] as (typeof LINES)[number];
      await go();
      await keyboard.type(keys, PACES[at % PACES.length] ?? 8);
      const expected = around[0] + text + around[1];
      await expect
        .poll(read, { timeout: 5000 })
        .toBe(expected)
        .catch(() => undefined);
      const got = await read();
      const { lost, doubled } = difference(expected, got);
      tally.realRuns++;
      tally.lost += lost;
      tally.doubled += doubled;
      expect.soft(got, where).toBe(expected);
    }
    await deskOf(window).saved();
  });
}

test('undo behind a word of the real bamboo gives whole words; a composition outlives autosave, and a switch of the story', async ({
  launch,
}) => {
  const keyboard = await startDesktop('bamboo');
  desktop = keyboard;
  const { window } = await launch({ lang: 'en', env: { ...keyboard.env, STANDIN_HEADLESS: '' } });
  const desk = deskOf(window);
  await desk.newStory();
  await desk.body.click();
  await keyboard.ready(() => focusAnew(window));
  await desk.body.click();
  await keyboard.type('nuwowcs ', 20);
  await expect(desk.body).toHaveText('nước ');
  await keyboard.key('ctrl+z');
  await expect.poll(() => desk.body.textContent()).toMatch(/^(nước)?$/);
  await keyboard.key('ctrl+shift+z');
  await expect(desk.body).toHaveText('nước ');

  await keyboard.type('Khuooi', 20);
  await expect(desk.body).toHaveText('nước Khuôi');
  await desk.saved();
  await keyboard.type('r', 20);
  await expect(desk.body).toHaveText('nước Khuổi');
  // Its word is not yet committed when another story is asked for.
  await window.getByRole('button', { name: 'New story' }).first().click();
  await expect(desk.body).toHaveText('');
  await desk.saved();
  await desk.stories.nth(1).getByRole('button').first().click();
  await expect(desk.body).toHaveText('nước Khuổi');
});

async function focusAnew(window: Page): Promise<void> {
  const desk = deskOf(window);
  await desk.field('Headline').click();
  await desk.body.click();
}

/** A story with every kind of place in it, and the way to each. */
async function prepare(window: Page): Promise<Place[]> {
  const desk = deskOf(window);
  await desk.newStory();
  await desk.body.click();
  await desk.paste({
    'text/html':
      '<p>Đầu.</p><p>Ở <b>xã</b></p><p><a href="https://tinh.example/">Trang tỉnh</a></p><ul><li>một</li></ul>' +
      '<table><tr><td>Xã</td><td>x</td></tr><tr><td>y</td><td>12</td></tr></table><p>Cuối.</p>',
  });
  await desk.body.locator('p').last().click();
  await desk.drop('anh.jpg', await pressPhoto());
  const caption = window.locator('[data-text="caption"] textarea');
  await expect(caption).toBeVisible();
  await desk.openTab('Story');

  const at = (block: Locator, end: 'Home' | 'End') => async () => {
    // A photo that comes in or a field that grows may move the page under the click.
    await expect(async () => {
      await block.click();
      await window.keyboard.press(end);
      expect(await block.evaluate((node) => node.contains(getSelection()?.anchorNode ?? null))).toBe(true);
    }).toPass();
  };
  const text = (of: string) => async () => (await paragraphs(desk.body)).find((one) => one.includes(of)) ?? '';
  const field = (name: string): Place => ({
    name,
    go: () => desk.field(name).click(),
    read: () => desk.field(name).inputValue(),
    around: ['', ''],
  });
  const part = (name: 'caption' | 'credit' | 'alt'): Place => {
    const control = window.locator(`[data-text="${name}"] textarea`);
    return {
      name: `a photo's ${name}`,
      go: () => control.fill(''),
      read: () => control.inputValue(),
      around: ['', ''],
    };
  };
  const cell = window.locator('[data-cell="1:0"]');
  return [
    field('Headline'),
    field('Standfirst'),
    field('Web headline'),
    part('caption'),
    part('credit'),
    part('alt'),
    { name: "a block's start", go: at(desk.body.getByText('Đầu.'), 'Home'), read: text('Đầu.'), around: ['', 'Đầu.'] },
    { name: "a block's end", go: at(desk.body.getByText('Cuối.'), 'End'), read: text('Cuối.'), around: ['Cuối.', ''] },
    {
      name: 'behind bold',
      go: at(desk.body.getByText('xã', { exact: true }), 'End'),
      read: text('Ở '),
      around: ['Ở xã', ''],
    },
    {
      name: 'before a link',
      go: at(desk.body.getByRole('link'), 'Home'),
      read: text('Trang'),
      around: ['', 'Trang tỉnh'],
    },
    { name: 'a list', go: at(desk.body.getByRole('listitem'), 'End'), read: text('một'), around: ['một', ''] },
    {
      name: "a table's cell",
      go: () => cell.fill(''),
      read: () => cell.inputValue(),
      around: ['', ''],
    },
  ];
}

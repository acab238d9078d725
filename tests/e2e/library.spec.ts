import type { Page } from '@playwright/test';
import type { Found } from '../../preload/contract.ts';
import { EVERYTHING, toFind } from '../../renderer/library/query.ts';
import { deskOf } from './desk.ts';
import { ask, type Draft, libraryOf, test } from './filled.ts';
import { expect } from './launch.ts';

async function key(window: Page, ...names: string[]): Promise<void> {
  for (const name of names) await window.keyboard.press(name);
}
const focused = (window: Page) => window.evaluate(() => document.activeElement?.textContent ?? '');
const numbered = (count: number): Draft[] =>
  Array.from({ length: count }, (_, index) => ({ headline: `Bài số ${String(index + 1).padStart(3, '0')}` }));

const NEWS: Draft[] = [
  { headline: 'Đảng bộ Bắc Kạn họp', byline: 'Hà An', section: 'Chính trị', tags: 'đại hội' },
  { headline: 'Lễ hội Lồng Tồng', byline: 'Vi Sơn', section: 'Văn hóa', caption: 'Hội tung còn ở Đắk Song.' },
  { headline: 'Mùa lúa mới', byline: 'Hà An', section: 'Kinh tế', status: 'inReview', text: 'Trên cánh đồng Ba Bể.' },
  { headline: 'Chợ phiên', byline: 'Vi Sơn', section: 'Kinh tế', status: 'approved', text: 'Một dak chưa rõ nghĩa.' },
];

test('a search finds with and without diacritics, marks what it found, and opens the first story by Enter', async ({
  filled,
}) => {
  const { window, library } = await filled(NEWS);
  await expect(library.cards).toHaveCount(4);
  await library.search.fill('dang bo');
  await expect(library.cards).toHaveCount(1);
  await expect(library.cards.locator('mark')).toHaveText(['Đảng', 'bộ']);
  await library.search.fill('dak');
  await expect(library.cards).toHaveCount(2);
  // With its marks a word finds only its like; here in a caption.
  await library.search.fill('Đắk');
  await expect(library.cards).toHaveCount(1);
  await expect(library.cards).toContainText('Caption: Hội tung còn ở Đắk Song.');
  await expect(library.cards.locator('mark')).toHaveText(['Đắk']);
  await library.search.fill('"ba bể" by:hà');
  await expect(library.cards).toHaveCount(1);
  await key(window, 'Enter');
  await expect(deskOf(window).field('Headline')).toHaveValue('Mùa lúa mới');
  await library.search.fill('không có bài này');
  await expect(window.getByText('No story matches')).toBeVisible();
  await expect(library.count).toHaveText('0 stories');
  await key(window, 'Escape');
  await expect(library.search).toHaveValue('');
  await expect(library.cards).toHaveCount(4);
  await window.getByRole('button', { name: 'How to search' }).click();
  await expect(window.getByRole('dialog', { name: 'How to search' })).toContainText('tag:"lễ hội"');
});

test('filters add up, show their counts, and go one by one or all at once', async ({ filled }) => {
  const { window, library } = await filled(NEWS);
  await window.getByRole('button', { name: 'Filters' }).click();
  const filters = window.getByRole('dialog', { name: 'Filters' });
  await expect(filters.getByRole('checkbox', { name: /^Kinh tế/ })).toHaveAccessibleName('Kinh tế 2');
  await filters.getByRole('checkbox', { name: /^Kinh tế/ }).check();
  await expect(library.cards).toHaveCount(2);
  await filters.getByRole('checkbox', { name: /^Vi Sơn/ }).check();
  await expect(library.cards).toHaveCount(1);
  await expect(library.cards).toContainText('Chợ phiên');
  await filters.getByRole('radio', { name: 'Today' }).check();
  await expect(library.cards).toHaveCount(1);
  await filters.getByLabel('To', { exact: true }).fill('2020-01-01');
  await expect(library.cards).toHaveCount(0);
  await key(window, 'Escape');
  await expect(library.chips.getByRole('listitem')).toHaveText(['Kinh tế', 'Vi Sơn', 'Until 01/01/2020']);
  await library.chips.getByRole('button', { name: 'Remove the filter Until 01/01/2020' }).click();
  await expect(library.cards).toHaveCount(1);
  await window.getByRole('button', { name: 'Clear filters' }).click();
  await expect(library.cards).toHaveCount(4);
  await expect(library.search).toBeFocused();
});

test('headlines sort as the Vietnamese alphabet goes', async ({ filled }) => {
  const alphabet = ['An ninh', 'Ăn quả', 'Ân tình', 'Cam sành', 'Dân vận', 'Đảng bộ', 'Em nhỏ', 'Ở rừng', 'Ớt cay'];
  const { window, library } = await filled(alphabet.toReversed().map((headline) => ({ headline })));
  await key(window, 'Control+Shift+L');
  const headlines = library.table.locator('tbody tr td:first-child > span:first-child');
  await library.table.getByRole('button', { name: 'Headline' }).click();
  await expect(headlines).toHaveText(alphabet);
  await expect(library.table.getByRole('columnheader', { name: 'Headline' })).toHaveAttribute('aria-sort', 'ascending');
  await library.table.getByRole('button', { name: 'Headline' }).click();
  await expect(headlines).toHaveText(alphabet.toReversed());
});

test('the board has a column for each status, and the arrow keys lead through it', async ({ filled }) => {
  const { window, library } = await filled(NEWS);
  await key(window, 'Control+Shift+L');
  await library.wide.getByRole('button', { name: 'Board' }).click();
  await expect(library.column('Draft').getByRole('listitem')).toHaveCount(2);
  await expect(library.column('In review').getByRole('listitem')).toHaveText(/Mùa lúa mới/);
  await expect(library.column('Approved').getByRole('listitem')).toHaveText(/Chợ phiên/);
  await expect(library.column('Published')).toContainText('No stories');
  await expect(library.column('Draft').getByRole('heading')).toHaveText('Draft2');
  await library.search.focus();
  await key(window, 'ArrowDown', 'ArrowRight');
  await expect.poll(() => focused(window)).toContain('Mùa lúa mới');
  await key(window, 'ArrowRight', 'ArrowRight'); // nothing is published: it stays
  await expect.poll(() => focused(window)).toContain('Chợ phiên');
  await key(window, 'Enter');
  await expect(library.wide).toBeHidden();
  await expect(deskOf(window).field('Headline')).toHaveValue('Chợ phiên');
});

test('a long library by keyboard alone: over the story and back, through the rows, to a story and its menu', async ({
  filled,
}) => {
  const { window, library } = await filled(numbered(300));
  const desk = deskOf(window);
  await expect(desk.body).toBeFocused();
  await window.keyboard.type('Một hai');
  await key(window, 'Control+Shift+L');
  await expect(library.search).toBeFocused();
  await key(window, 'Escape');
  await expect(desk.body).toBeFocused();
  // Writing goes on where it was; after the other ways back, too.
  await window.keyboard.type(' ba');
  await key(window, 'Control+k', 'Escape');
  await expect(desk.body).toBeFocused();
  await window.keyboard.type(' bốn');
  await key(window, 'F6', 'Shift+F6');
  await window.keyboard.type(' năm');
  await expect(desk.body).toHaveText('Một hai ba bốn năm');
  await key(window, 'Control+Shift+L', 'ArrowDown');
  await expect(library.table.getByRole('row').nth(1)).toBeFocused();
  await expect(library.table).toHaveAttribute('aria-rowcount', '301');
  await key(window, 'End');
  await expect.poll(() => focused(window)).toContain('Bài số 001');
  expect(await window.evaluate(() => document.activeElement?.getAttribute('aria-rowindex'))).toBe('301');
  await key(window, 'PageUp', 'Home');
  await expect.poll(() => focused(window)).toContain('Bài số 300');
  await key(window, 'ArrowDown', 'ArrowDown', 'Shift+F10');
  await expect(library.menu.getByRole('menuitem').first()).toBeFocused();
  await key(window, 'Escape');
  await expect(library.menu).toBeHidden();
  await expect.poll(() => focused(window)).toContain('Bài số 298');
  // Only what is near the screen is there at all.
  expect(await library.table.getByRole('row').count()).toBeLessThan(60);
  await key(window, 'Enter');
  await expect(library.wide).toBeHidden();
  await expect(desk.field('Headline')).toHaveValue('Bài số 298');
});

test('the keyboard and the place stay with the stories when others come and go', async ({ filled }) => {
  const { window, library } = await filled(numbered(300));
  const all = (await ask(window, 'library.find', toFind(EVERYTHING, Date.now(), 0, 500))) as Found;
  const idOf = (headline: string) => all.rows.find((row) => row.headline === headline)?.id ?? '';
  await library.search.focus();
  await key(window, 'ArrowDown', 'PageDown', 'PageDown', 'PageDown', 'PageDown');
  const headline = /Bài số \d+/.exec(await focused(window))?.[0] ?? '';
  const placeOf = () => library.cards.filter({ hasText: headline }).boundingBox();
  const before = await placeOf();
  await ask(window, 'shelf.trash', { id: idOf('Bài số 299') });
  await ask(window, 'shelf.trash', { id: idOf('Bài số 297') });
  await expect(library.count).toHaveText('298 stories');
  await expect.poll(placeOf).toEqual(before);
  expect(await focused(window)).toContain(headline);
  await ask(window, 'story.create', {});
  await expect(library.count).toHaveText('299 stories');
  await expect.poll(placeOf).toEqual(before);
  expect(await focused(window)).toContain(headline);
  // Gone itself, its neighbour has the keyboard.
  await ask(window, 'shelf.trash', { id: idOf(headline) });
  await expect(library.count).toHaveText('298 stories');
  await expect.poll(() => focused(window)).toMatch(/Bài số \d+/);
  expect(await focused(window)).not.toContain(headline);
});

test('typing in a story leaves the list alone, but for the headline that is typed', async ({ filled }) => {
  const { window, library } = await filled(numbered(30));
  const desk = deskOf(window);
  await desk.field('Headline').fill('Tít đang gõ');
  await expect(library.cards.filter({ hasText: 'Tít đang gõ' })).toHaveCount(1);
  await desk.saved();
  await desk.body.click();
  await window.evaluate(() => {
    const changes: string[] = [];
    Object.assign(globalThis, { changes });
    const list = document.querySelector('nav ul[aria-label="Stories"]');
    if (!list) throw new Error('no list');
    new MutationObserver((found) => changes.push(...found.map((one) => one.type))).observe(list, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    });
  });
  await window.keyboard.type('Cả một câu dài được gõ vào thân bài. ');
  await desk.saved();
  expect(await window.evaluate(() => (globalThis as unknown as { changes: string[] }).changes)).toEqual([]);
});

test('a start opens the last story, and none that is in the trash', async ({ filled, launch }) => {
  const first = await filled(numbered(3));
  await first.library.cards.filter({ hasText: 'Bài số 001' }).getByRole('button').first().click();
  await expect(deskOf(first.window).field('Headline')).toHaveValue('Bài số 001');
  await first.close();
  const second = await launch({ profile: first.profile, lang: 'en' });
  await expect(deskOf(second.window).field('Headline')).toHaveValue('Bài số 001');
  const all = (await ask(second.window, 'library.find', toFind(EVERYTHING, Date.now(), 0, 500))) as Found;
  await ask(second.window, 'shelf.trash', { id: all.rows.find((row) => row.headline === 'Bài số 001')?.id });
  await second.close();
  const third = await launch({ profile: first.profile, lang: 'en' });
  await expect(deskOf(third.window).field('Headline')).toHaveValue('Bài số 003');
  const library = libraryOf(third.window);
  await third.window.getByRole('button', { name: 'Trash' }).click();
  await expect(library.cards).toHaveText([/Bài số 001/]);
});

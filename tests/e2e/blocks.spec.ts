import AxeBuilder from '@axe-core/playwright';
import { deskOf } from './desk.ts';
import { expect, test } from './launch.ts';

const VIDEO = 'https://www.youtube.com/watch?v=hoba';
const TABLE =
  '<table><caption>Households</caption><thead><tr><th>Commune</th><th>Households</th></tr></thead>' +
  '<tr><td>Bản Thi</td><td>120</td></tr><tr><td>Yên Thượng</td><td>95</td></tr></table>';

test('a table and an embed: written, opened in the browser, checked, and compared cell by cell', async ({ launch }) => {
  test.setTimeout(120_000);
  const { app, window } = await launch({ lang: 'en' });
  const desk = deskOf(window);
  const cell = (place: string) => window.locator(`[data-cell="${place}"]`);
  await desk.newStory();
  await desk.field('Headline').fill('How many households');
  await desk.body.click();
  await desk.paste({ 'text/html': `<p>Counted last week.</p>${TABLE}<p>More to come.</p>` });
  await window.keyboard.press('Control+End');
  await window.keyboard.press('Enter');
  await desk.paste({ 'text/plain': VIDEO });
  await expect(window.getByRole('group', { name: 'Embed: YouTube' })).toBeVisible();

  // The address opens in the person's own browser, and nothing else does.
  await app.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { opened });
    shell.openExternal = async (url) => void opened.push(url);
  });
  await window.getByRole('link', { name: 'youtube.com/watch?v=hoba' }).click();
  await expect.poll(() => app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened)).toEqual([VIDEO]);

  await desk.saved();
  await window.keyboard.press('Control+Shift+H');
  const screen = window.getByRole('main', { name: 'Version history' });
  await screen.getByRole('button', { name: /name this version/i }).click();
  await window.getByRole('textbox', { name: 'Name', exact: true }).fill('First count');
  await window.keyboard.press('Enter');
  await expect(screen.getByRole('option', { name: 'First count' })).toBeVisible();
  await window.keyboard.press('Escape');

  // A cell changed, one still to come, and a row added: the Publish tab leads to the cell.
  await cell('1:1').fill('[TK]');
  await cell('2:1').press('Tab');
  await window.keyboard.type('Đồng Lạc');
  const publish = await desk.openTab('Publish');
  await publish.getByRole('button', { name: /^Something is still to be checked/ }).click();
  await expect(cell('1:1')).toBeFocused();
  await window.keyboard.press('Control+a');
  await window.keyboard.type('125');
  await desk.saved();
  await window.keyboard.press('Control+Shift+H');
  await screen.getByRole('option', { name: 'First count' }).click();
  await screen.getByRole('button', { name: 'Side by side' }).click();
  await screen.getByRole('combobox', { name: 'Compare with' }).click();
  await window.getByRole('option', { name: 'Current version', exact: true }).click();
  const change = screen.locator('[data-change]');
  await expect(change).toHaveCount(1);
  await expect(change.locator('[data-side="before"] tr')).toHaveCount(3);
  await expect(change.locator('[data-side="after"] tr')).toHaveCount(4);
  await expect(change.locator('del')).toContainText('120');
  await expect(change.locator('ins').first()).toContainText('125');
  await expect(change.locator('tr[data-kind="added"]')).toContainText('Đồng Lạc');
  const { violations } = await new AxeBuilder({ page: window }).setLegacyMode(true).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
});

import { arrange, findings } from './axe.ts';
import { test } from './filled.ts';
import { expect } from './launch.ts';

for (const theme of ['light', 'dark'] as const)
  for (const size of [
    { width: 1280, height: 800 },
    { width: 900, height: 600 },
  ])
    test(`axe finds nothing in the library, ${theme}, ${size.width}x${size.height}`, async ({ filled }) => {
      const { app, window, library } = await filled([
        { headline: 'Mùa lúa mới', kicker: 'Ba Bể', section: 'Kinh tế', byline: 'Hà An', text: 'Trên cánh đồng.' },
        { headline: '', section: 'Văn hóa', status: 'approved' },
        { headline: 'Lễ hội', status: 'inReview', text: 'Hội xuân trên cánh đồng.' },
      ]);
      const button = (name: string) => window.getByRole('button', { name, exact: true });
      const check = async (where: string) => expect(await findings(window), where).toEqual([]);
      await arrange(app, window, theme, size);
      await button('How to search').click();
      await check('the help');
      await window.keyboard.press('Escape');
      await button('Filters').click();
      await window.getByRole('checkbox', { name: /^Draft/ }).check();
      await check('the filters');
      await window.keyboard.press('Escape');
      await check('the chips');
      await button('Clear filters').click();
      await library.search.fill('canh dong');
      await expect(library.cards.locator('mark').first()).toBeVisible();
      await check('what a search found');
      await library.cards.first().getByRole('button').last().click();
      await expect(library.menu).toBeVisible();
      await check('a story’s menu');
      await window.keyboard.press('Escape');
      await expect(library.menu).toBeHidden();
      await window.keyboard.press('Control+Shift+L');
      await expect(library.table.locator('mark').first()).toBeVisible();
      await check('the table, searched');
      await library.search.fill('');
      await expect(library.table.getByRole('row')).toHaveCount(4);
      await check('the table');
      await button('Board').click();
      await expect(library.column('Draft').getByRole('listitem')).toHaveCount(1);
      await check('the board');
      await button('Pinned').click();
      await expect(window.getByText('Nothing is pinned')).toBeVisible();
      await check('an empty shelf');
    });

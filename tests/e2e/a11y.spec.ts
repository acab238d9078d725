import { arrange, findings } from './axe.ts';
import { deskOf } from './desk.ts';
import { expect, test } from './launch.ts';

for (const theme of ['light', 'dark'] as const)
  for (const size of [
    { width: 1280, height: 800 },
    { width: 900, height: 600 },
  ])
    test(`axe finds nothing on any screen, ${theme}, ${size.width}x${size.height}`, async ({ launch }) => {
      const { app, window } = await launch({ lang: 'en' });
      const desk = deskOf(window);
      await expect(desk.body).toBeVisible();
      await arrange(app, window, theme, size);
      expect(await findings(window), 'the desk').toEqual([]);
      for (const tab of ['Story', 'Photos', 'Review', 'Publish'] as const) {
        await desk.openTab(tab);
        expect(await findings(window), tab).toEqual([]);
      }
      await window.keyboard.press('Control+,');
      const settings = window.getByRole('dialog');
      await expect(settings).toBeVisible();
      expect(await findings(window), 'settings').toEqual([]);
      await settings.getByRole('button', { name: 'Add a WordPress site' }).click();
      expect(await findings(window), 'a WordPress site').toEqual([]);
      await window.keyboard.press('Escape');
      await window.keyboard.press('Escape');
      await expect(settings).toBeHidden();
      await window.keyboard.press('Control+k');
      await expect(window.getByRole('dialog')).toBeVisible();
      expect(await findings(window), 'the palette').toEqual([]);
      await window.keyboard.press('Escape');
      await expect(window.locator('[data-modal]')).toHaveCount(0);
      await window.keyboard.press('Control+Alt+n');
      const modal = window.locator('[data-modal]');
      await expect(modal.getByRole('radio').first()).toBeFocused();
      expect(await findings(window), 'the templates').toEqual([]);
      await modal.getByRole('button', { name: 'Hide…' }).click();
      await expect(modal).toContainText('Hide the built-in template');
      expect(await findings(window), 'hiding a template').toEqual([]);
      await window.keyboard.press('Escape');
      await modal.getByRole('button', { name: 'Save the open story as a template…' }).click();
      await expect(modal.getByRole('textbox')).toBeFocused();
      expect(await findings(window), 'naming a template').toEqual([]);
      await window.keyboard.press('Escape');
      await window.keyboard.press('Escape');
      await expect(modal).toHaveCount(0);
    });

test('the main job by keyboard alone', async ({ launch }) => {
  const { window } = await launch({ lang: 'en' });
  const desk = deskOf(window);
  const key = (name: string) => window.keyboard.press(name);
  await expect(desk.body).toBeVisible();
  await key('Control+n');
  await expect(desk.field('Headline')).toHaveValue('');
  // From the headline on, Tab goes through the fields into the body.
  await desk.field('Headline').focus();
  await window.keyboard.type('Chợ phiên mở lại');
  for (let step = 0; step < 8; step += 1) {
    if (await desk.body.evaluate((root) => root === document.activeElement)) break;
    await key('Tab');
  }
  await expect(desk.body).toBeFocused();
  await window.keyboard.type('Phiên chợ đầu tiên sau mùa mưa họp từ sáng sớm.');
  await desk.saved();
  await key('Control+k');
  await window.keyboard.type('xuat ban');
  await key('Escape');
  await expect(window.getByRole('dialog')).toBeHidden();
  await key('Control+Shift+p');
  const panel = window.getByRole('tabpanel', { name: 'Publish' });
  await expect(panel).toBeVisible();
  const button = panel.getByRole('button', { name: 'Publish', exact: true });
  for (let step = 0; step < 40; step += 1) {
    if (await button.evaluate((root) => root === document.activeElement)) break;
    await key('Tab');
  }
  await expect(button).toBeFocused();
  await key('Enter');
  await expect(window.getByRole('dialog', { name: /not approved/ })).toBeVisible();
  await window.getByRole('button', { name: 'Publish anyway' }).focus();
  await key('Enter');
  await expect(panel.getByText(/Equal to what was sent/)).toBeVisible();
});

for (const theme of ['light', 'dark'] as const)
  test(`axe finds nothing in the trash, and before something is deleted for ever, ${theme}`, async ({ launch }) => {
    const { app, window } = await launch({ lang: 'en' });
    const desk = deskOf(window);
    await expect(desk.body).toBeVisible();
    await app.evaluate(({ nativeTheme }, wanted) => {
      nativeTheme.themeSource = wanted;
    }, theme);
    const isDark = () => window.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
    await expect.poll(isDark).toBe(theme === 'dark');
    await desk.stories.first().click({ button: 'right' });
    await window.getByRole('menuitem', { name: 'Move to the trash' }).click();
    await expect(window.getByText('No story is open')).toBeVisible();
    expect(await findings(window), 'an undo notice').toEqual([]);
    await window
      .getByRole('navigation', { name: 'Library' })
      .getByRole('button', { name: 'Trash', exact: true })
      .click();
    await desk.stories.first().click();
    await expect(window.getByText('This story is in the trash')).toBeVisible();
    expect(await findings(window), 'a story in the trash').toEqual([]);
    await window.getByRole('button', { name: 'Empty the trash…' }).click();
    await expect(window.locator('[data-modal]')).toContainText('for ever?');
    expect(await findings(window), 'before the trash is emptied').toEqual([]);
  });

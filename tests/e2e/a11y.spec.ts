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

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { makeAuthority } from '../cms/authority.ts';
import { arrange, findings } from './axe.ts';
import { answerDialogs, deskOf } from './desk.ts';
import { expect, test } from './launch.ts';

let folder: string;
test.beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'copydesk-ca-'));
});
test.afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a root certificate is added, shown, kept over a restart and taken off; the log is opened', async ({ launch }) => {
  makeAuthority(folder);
  const first = await launch({ lang: 'en' });
  const { app, window, profile } = first;
  const settings = await deskOf(window).settings();
  await answerDialogs(app, path.join(folder, 'ca.key'));
  const add = settings.getByRole('button', { name: 'Add a root certificate…' });
  await add.click();
  await expect(window.getByText('This file is not a certificate').first()).toBeVisible();

  await answerDialogs(app, path.join(folder, 'ca.pem'));
  await add.focus();
  await window.keyboard.press('Enter');
  const list = settings.getByRole('list', { name: 'Root certificates added' });
  await expect(list).toContainText('Toa soan thu nghiem Root CA');
  await expect(list).toContainText(/SHA-256 fingerprint: [0-9A-F]{2}:/);
  for (const [theme, width] of [
    ['light', 1280],
    ['dark', 900],
  ] as const) {
    await arrange(app, window, theme, { width, height: 800 });
    await list.scrollIntoViewIfNeeded();
    if (process.env.SHOTS) await window.screenshot({ path: path.join(process.env.SHOTS, `network-${theme}.png`) });
    expect(await findings(window)).toEqual([]);
  }

  await app.evaluate(({ shell }) => {
    const opened: string[] = [];
    (globalThis as unknown as { opened: string[] }).opened = opened;
    shell.openPath = async (file) => {
      opened.push(file);
      return '';
    };
  });
  await settings.getByRole('button', { name: 'Open the log' }).click();
  const log = path.join(profile, 'logs', 'requests.log');
  await expect.poll(() => app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened)).toEqual([log]);
  expect(readFileSync(log, 'utf8')).toBe('');

  await first.close();
  const again = await launch({ lang: 'en', profile });
  const after = await deskOf(again.window).settings();
  await after.getByRole('button', { name: 'Remove the certificate Toa soan thu nghiem Root CA' }).click();
  await expect(after.getByRole('list', { name: 'Root certificates added' })).toHaveCount(0);
});

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { arrange, findings } from './axe.ts';
import { answerDialogs, deskOf } from './desk.ts';
import { ask } from './filled.ts';
import { expect, test } from './launch.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'settings-file-'));
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a newsroom’s settings go to another computer: shown, chosen, without the password', async ({ launch }) => {
  const file = path.join(folder, 'toa-soan.copydesk-settings');
  const first = await launch({ lang: 'en' });
  await expect(deskOf(first.window).body).toBeVisible();
  const config = { type: 'wordpress', url: 'https://bao.example', user: 'toasoan' };
  await ask(first.window, 'destination.save', { name: 'Báo điện tử', config, secret: 'abcd efgh ijkl' });
  await ask(first.window, 'prefs.set', { closingMark: './.' });
  const settings = await deskOf(first.window).settings();
  await answerDialogs(first.app, file);
  await settings.getByRole('button', { name: 'Export newsroom settings…' }).press('Enter');
  await expect(first.window.getByText(`Exported the newsroom settings to ${file}`)).toBeVisible();
  expect(readFileSync(file, 'utf8')).not.toContain('abcd efgh');
  await first.app.close();

  const { app, window } = await launch({ lang: 'en' });
  await expect(deskOf(window).body).toBeVisible();
  const here = await deskOf(window).settings();
  const spoilt = path.join(folder, 'spoilt.copydesk-settings');
  writeFileSync(spoilt, readFileSync(file, 'utf8').replace('bao.example', 'ke-gian.example'));
  await answerDialogs(app, spoilt);
  const open = here.getByRole('button', { name: 'Import newsroom settings…' });
  await open.press('Enter');
  await expect(window.getByRole('alert').getByText(/has no valid signature/)).toBeVisible();
  await answerDialogs(app, file);
  await open.press('Enter');
  const offer = window.getByRole('dialog', { name: 'Import these newsroom settings?' });
  const site = offer.getByRole('checkbox', { name: 'Báo điện tử (new)' });
  await expect(site).toBeChecked();
  await expect(offer).toContainText('https://bao.example · toasoan');
  await expect(offer).toContainText('Its password has to be given on this computer');
  // The folder of the other computer is not wanted by itself.
  await expect(offer.getByRole('checkbox', { name: 'Folder on this computer (new)' })).not.toBeChecked();
  await expect(offer.getByRole('checkbox', { name: /^Closing mark: \.\/\./ })).toBeChecked();
  for (const theme of ['light', 'dark'] as const) {
    await arrange(app, window, theme, { width: 900, height: 640 });
    expect(await findings(window), theme).toEqual([]);
  }
  await offer.getByRole('button', { name: 'Import', exact: true }).press('Enter');
  await expect(window.getByText('What you chose has been taken in.')).toBeVisible();
  await expect(here.getByText(/https:\/\/bao\.example · toasoan/)).toBeVisible();
  await expect(here.getByRole('textbox', { name: 'Closing mark' })).toHaveValue('./.');
  await open.press('Enter');
  await expect(offer.getByRole('checkbox', { name: 'Báo điện tử (here already, the same)' })).toBeDisabled();
  await expect(offer.getByRole('button', { name: 'Import', exact: true })).toBeDisabled();
});

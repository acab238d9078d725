import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { deskOf } from './desk.ts';
import { expect, test } from './launch.ts';

test('started with a received file, as by a double click, it opens it', async ({ launch }) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'handoff-'));
  const file = path.join(folder, 'tin.copydesk');
  const reporter = await launch({ lang: 'en' });
  const mine = deskOf(reporter.window);
  await mine.newStory();
  await mine.field('Headline').fill('Gửi cho biên tập');
  await mine.saved();
  await reporter.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = (async () => ({ canceled: false, filePath })) as typeof dialog.showSaveDialog;
  }, file);
  await mine.sendFile();
  const editor = await launch({ lang: 'en', args: [file] });
  await editor.window.getByRole('button', { name: 'Take in', exact: true }).click();
  await expect(deskOf(editor.window).field('Headline')).toHaveValue('Gửi cho biên tập');
  rmSync(folder, { recursive: true, force: true });
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { answerDialogs, deskOf } from './desk.ts';
import { expect, type Launched, test } from './launch.ts';

/** A desk of somebody with a name, whose file dialogs answer with `file`. */
async function deskFor(launched: Launched, name: string, file: string) {
  const { app, window } = launched;
  const desk = deskOf(window);
  await expect(desk.body).toBeVisible();
  const settings = await desk.settings();
  await settings.getByRole('textbox', { name: 'Your name' }).fill(name);
  await settings.getByRole('button', { name: 'Save name' }).click();
  await expect(window.getByText('The name is saved.')).toBeVisible();
  await window.keyboard.press('Escape');
  await answerDialogs(app, file);
  const said = (words: string) => desk.body.getByText(words);
  return { ...desk, said };
}

test('words that both changed travel undecided only on purpose, and are named truly on both desks', async ({
  launch,
}) => {
  test.setTimeout(180_000);
  const folder = mkdtempSync(path.join(tmpdir(), 'conflict-'));
  const file = path.join(folder, 'story.copydesk');
  const reporter = await deskFor(await launch({ lang: 'en' }), 'Lan', file);
  await reporter.newStory();
  await reporter.field('Headline').fill('Tin đường mới');
  await reporter.body.click();
  await reporter.window.keyboard.type('Vốn 3.700 triệu đồng.');
  await reporter.sendFile();

  const editor = await deskFor(await launch({ lang: 'en' }), 'Hùng', file);
  await editor.receiveFile();
  await expect(editor.field('Headline')).toHaveValue('Tin đường mới');
  for (const [desk, words] of [
    [reporter, 'Vốn 3.800 triệu đồng.'],
    [editor, 'Vốn 3.900 triệu đồng.'],
  ] as const) {
    await desk.said('Vốn').selectText();
    await desk.window.keyboard.insertText(words);
    await desk.saved();
  }
  await editor.sendFile();
  await reporter.receiveFile();

  const choices = async (desk: typeof reporter) =>
    (await desk.openTab('Review')).locator('dl').first().locator('dt, dd').allTextContents();
  const named = ["Hùng's version", '3.900', 'The other version', '3.800'];
  await expect.poll(() => choices(reporter)).toEqual(named);
  const ask = async () => (await reporter.openTab('Review')).getByRole('button', { name: 'Send back to Hùng' }).click();
  await ask();
  const question = reporter.window.locator('[data-modal]');
  await expect(question).toContainText('In 1 place two versions still stand side by side');
  await question.getByRole('button', { name: 'Choose first' }).click();
  await ask();
  await question.getByRole('button', { name: 'Send as it is' }).click();
  await question.getByRole('button', { name: 'Write a file…' }).click();
  await expect(reporter.window.getByText(/The file to send has been written/).last()).toBeVisible();

  // At the editor's, whose words they were, the same names are still true.
  await editor.receiveFile(false);
  await expect.poll(() => choices(editor)).toEqual(named);
  const review = await editor.openTab('Review');
  await review.getByRole('button', { name: 'Take the other one' }).click();
  await expect(editor.body).toHaveText('Vốn 3.800 triệu đồng.');
  rmSync(folder, { recursive: true, force: true });
});

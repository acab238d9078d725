// Two computers, and files between them: on a stick, and in a folder that both see.
import { mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { arrange, findings } from './axe.ts';
import { answerDialogs, deskOf, paragraphs } from './desk.ts';
import { expect, type Launched, test } from './launch.ts';

async function deskFor({ app, window }: Launched, name: string) {
  const desk = deskOf(window);
  await expect(desk.body).toBeVisible();
  const settings = await desk.settings();
  await settings.getByRole('textbox', { name: 'Your name' }).fill(name);
  await settings.getByRole('button', { name: 'Save name' }).click();
  await expect(window.getByText('The name is saved.')).toBeVisible();
  const fingerprint = (await settings.locator('code').first().textContent()) ?? '';
  await window.keyboard.press('Escape');
  await expect(settings).toBeHidden();
  return { ...desk, app, fingerprint, modal: window.locator('[data-modal]') };
}

/** A file of the disk dropped on the window, as the system does. */
async function dropFile(window: Page, file: string): Promise<void> {
  await window.evaluate(() => {
    const input = document.createElement('input');
    input.type = 'file';
    input.id = 'dragged';
    input.hidden = true;
    document.body.append(input);
  });
  await window.locator('#dragged').setInputFiles(file);
  await window.evaluate(() => {
    const input = document.querySelector<HTMLInputElement>('#dragged');
    const transfer = new DataTransfer();
    for (const one of input?.files ?? []) transfer.items.add(one);
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));
    input?.remove();
  });
}
/** A double click on files while the program runs: the second start hands them over. */
const doubleClick = (app: ElectronApplication, ...files: string[]) =>
  app.evaluate(({ app: program }, opened) => {
    program.emit('second-instance', { preventDefault: () => undefined }, ['copydesk', ...opened], '/');
  }, files);

test('an unknown sender is asked about by keyboard; both work on; it comes home with every word', async ({
  launch,
}) => {
  test.setTimeout(240_000);
  const folder = mkdtempSync(path.join(tmpdir(), 'handoff-'));
  const [there, back] = [path.join(folder, 'there.copydesk'), path.join(folder, 'back.copydesk')];
  const reporter = await deskFor(await launch({ lang: 'en' }), 'Lường Văn Hà');
  await reporter.newStory();
  await reporter.field('Headline').fill('Ba xã vùng cao có đường mới');
  await reporter.body.click();
  await reporter.window.keyboard.type('Con đường dài bốn cây số.');
  await reporter.window.keyboard.press('Enter');
  await reporter.window.keyboard.type('Tổng vốn là 3.700 triệu đồng.');
  await answerDialogs(reporter.app, there);
  await reporter.sendFile({ to: 'Thu Hà', text: 'Xem giúp số vốn.' });
  const lines = (desk: typeof reporter) => desk.window.getByRole('list', { name: 'Sent and received' });
  await expect(lines(reporter)).toContainText('Sent to Thu Hà');

  // Dropped on the window: nothing is taken in until the answer.
  const editor = await deskFor(await launch({ lang: 'en' }), 'Thu Hà');
  const before = await editor.stories.count();
  await dropFile(editor.window, there);
  await expect(editor.modal).toContainText('Take in a story from somebody new?');
  await expect(editor.modal).toContainText('Xem giúp số vốn.');
  await expect(editor.modal.locator('code')).toHaveText(reporter.fingerprint);
  for (const [theme, width, height] of [
    ['light', 1280, 800],
    ['dark', 900, 600],
  ] as const) {
    await arrange(editor.app, editor.window, theme, { width, height });
    expect(await findings(editor.window), `the question, ${theme}`).toEqual([]);
  }
  await arrange(editor.app, editor.window, 'light', { width: 1280, height: 800 });
  await editor.window.keyboard.press('Escape');
  await expect(editor.window.getByText('Nothing was taken in.')).toBeVisible();
  await expect(editor.stories).toHaveCount(before);
  // Opened once more by a double click, with another file behind it, and trusted by keyboard.
  await doubleClick(editor.app, there, path.join(folder, 'none.copydesk'));
  await expect(editor.modal).toBeVisible();
  const trust = editor.modal.getByRole('button', { name: 'Take in and trust' });
  for (let step = 0; step < 6 && !(await trust.evaluate((node) => node === document.activeElement)); step += 1)
    await editor.window.keyboard.press('Tab');
  await expect(trust).toBeFocused();
  await editor.window.keyboard.press('Enter');
  await expect(editor.field('Headline')).toHaveValue('Ba xã vùng cao có đường mới');
  await expect(editor.window.getByText(/This is no longer there/).first()).toBeVisible();
  const review = await editor.openTab('Review');
  await expect(review.getByText('Lường Văn Hà writes')).toBeVisible();
  const settings = await editor.settings();
  await expect(settings.getByRole('checkbox', { name: 'Fingerprint compared aloud' })).toBeChecked();
  await editor.window.keyboard.press('Escape');
  await expect(settings).toBeHidden();

  // Both work on, and it comes back to a desk that never saw this editor.
  await editor.body.getByText('Con đường dài').click();
  await editor.window.keyboard.press('End');
  await editor.window.keyboard.type(' Xe tải nhỏ đã vào tận bản.');
  await editor.saved();
  await answerDialogs(editor.app, back);
  await editor.sendFile();
  await reporter.body.getByText('Tổng vốn là').click();
  await reporter.window.keyboard.press('End');
  await reporter.window.keyboard.type(' Huyện góp một nửa.');
  await doubleClick(reporter.app, back);
  await reporter.modal.getByRole('button', { name: 'Take in', exact: true }).click();
  await expect
    .poll(() => paragraphs(reporter.body))
    .toEqual([
      'Con đường dài bốn cây số. Xe tải nhỏ đã vào tận bản.',
      'Tổng vốn là 3.700 triệu đồng. Huyện góp một nửa.',
    ]);
  await expect(lines(reporter)).toContainText('Came back from Thu Hà');
  await reporter.saved();
  rmSync(folder, { recursive: true, force: true });
});

test('a shared folder brings a story there and back, and says when it is gone', async ({ launch }) => {
  test.setTimeout(240_000);
  const folder = mkdtempSync(path.join(tmpdir(), 'shared-'));
  const share = path.join(folder, 'Toa soan');
  const reporter = await deskFor(await launch({ lang: 'en' }), 'Lường Văn Hà');
  const editor = await deskFor(await launch({ lang: 'en' }), 'Thu Hà');
  renameSync(mkdtempSync(path.join(folder, 'x')), share);
  for (const desk of [reporter, editor]) {
    await answerDialogs(desk.app, share);
    const settings = await desk.settings();
    await settings.getByRole('button', { name: 'Choose the shared folder…' }).click();
    await expect(settings.getByText(share)).toBeVisible();
    await desk.window.keyboard.press('Escape');
    await expect(settings).toBeHidden();
  }
  const put = async (desk: typeof reporter) => {
    const review = await desk.openTab('Review');
    await review.getByRole('button', { name: /^Send (for review|back to)/ }).click();
    await desk.modal.getByRole('button', { name: 'Put it in the shared folder' }).click();
    await expect(desk.window.getByText(/The file to send has been written/).first()).toBeVisible();
  };
  const arrived = (desk: typeof reporter) => desk.status.getByRole('button', { name: '1 arrived' });

  await reporter.newStory();
  await reporter.field('Headline').fill('Chợ phiên Bắc Hà');
  await reporter.body.click();
  await reporter.window.keyboard.type('Chợ họp từ sáng sớm.');
  await put(reporter);
  await arrived(editor).click();
  await expect(editor.modal).toContainText('From Lường Văn Hà');
  await expect(editor.modal).toContainText('new here');
  expect(await findings(editor.window), 'what arrived').toEqual([]);
  await editor.modal.getByRole('button', { name: 'Take in “Chợ phiên Bắc Hà”' }).press('Enter');
  await editor.modal.getByRole('button', { name: 'Take in', exact: true }).click();
  await expect(editor.body).toHaveText('Chợ họp từ sáng sớm.');
  await expect(arrived(editor)).toBeHidden();

  await editor.body.click();
  await editor.window.keyboard.press('End');
  await editor.window.keyboard.type(' Khách đông.');
  await editor.saved();
  await put(editor);
  await arrived(reporter).click();
  await expect(reporter.modal).toContainText('is here already');
  await reporter.modal.getByRole('button', { name: 'Take in “Chợ phiên Bắc Hà”' }).click();
  await reporter.modal.getByRole('button', { name: 'Take in', exact: true }).click();
  await expect(reporter.body).toHaveText('Chợ họp từ sáng sớm. Khách đông.');
  await expect(arrived(reporter)).toBeHidden();

  // The stick is pulled out, and put in again.
  const gone = editor.status.getByRole('button', { name: 'The shared folder is not there' });
  renameSync(share, `${share} aside`);
  await expect(gone).toBeVisible({ timeout: 60_000 });
  renameSync(`${share} aside`, share);
  await expect(gone).toBeHidden({ timeout: 60_000 });
  rmSync(folder, { recursive: true, force: true });
});

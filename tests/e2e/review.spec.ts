import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { answerDialogs, deskOf, paragraphs } from './desk.ts';
import { expect, test } from './launch.ts';

test('a story goes to the editor and back, and no word of either side is lost', async ({ launch }) => {
  test.setTimeout(180_000);
  const folder = mkdtempSync(path.join(tmpdir(), 'handoff-'));
  const there = path.join(folder, 'there.copydesk');
  const back = path.join(folder, 'back.copydesk');

  const reporter = await launch({ lang: 'en' });
  const mine = deskOf(reporter.window);
  await mine.newStory();
  await mine.field('Headline').fill('Ba xã vùng cao có đường mới');
  await mine.body.click();
  await reporter.window.keyboard.type('Con đường dài bốn cây số nối ba xã vừa thông xe.');
  await reporter.window.keyboard.press('Enter');
  await reporter.window.keyboard.type('Người dân mang ngô ra chợ bằng xe máy.');
  await reporter.window.keyboard.press('Enter');
  await reporter.window.keyboard.type('Tổng vốn là 3.700 triệu đồng.');
  await answerDialogs(reporter.app, there);
  await mine.sendFile({ to: 'Lan', text: 'Xem giúp con số vốn.' });

  const editor = await launch({ lang: 'en' });
  const theirs = deskOf(editor.window);
  await expect(theirs.body).toBeVisible();
  await answerDialogs(editor.app, there);
  const desk = await theirs.openTab('Review');
  await theirs.receiveFile();
  await expect(theirs.field('Headline')).toHaveValue('Ba xã vùng cao có đường mới');
  expect(await paragraphs(theirs.body)).toHaveLength(3);

  // The editor comments on a passage, changes a sentence and the headline, and approves.
  await theirs.body.getByText('Người dân mang ngô').selectText();
  await desk.getByRole('button', { name: 'Comment', exact: true }).click();
  await editor.window.getByRole('textbox', { name: 'Your comment' }).fill('Bao nhiêu hộ? Cần con số.');
  await editor.window.getByRole('button', { name: 'Add comment' }).click();
  await expect(desk.getByText('Bao nhiêu hộ? Cần con số.')).toBeVisible();
  await theirs.body.getByText('Con đường dài').click();
  await editor.window.keyboard.press('End');
  await editor.window.keyboard.type(' Xe tải nhỏ đã vào tận bản.');
  await theirs.field('Headline').fill('Ba xã vùng cao đã có đường mới');
  await desk.getByRole('button', { name: /^Approve this/ }).click();
  await answerDialogs(editor.app, back);
  await theirs.sendFile();

  // Meanwhile the reporter goes on typing, and is still typing when the file is opened.
  await mine.body.getByText('Tổng vốn là').click();
  await reporter.window.keyboard.press('End');
  await reporter.window.keyboard.type(' Huyện góp một nửa.');
  await answerDialogs(reporter.app, back);
  await mine.receiveFile();
  const review = await mine.openTab('Review');
  await expect(mine.field('Headline')).toHaveValue('Ba xã vùng cao đã có đường mới');
  await expect
    .poll(() => paragraphs(mine.body))
    .toEqual([
      'Con đường dài bốn cây số nối ba xã vừa thông xe. Xe tải nhỏ đã vào tận bản.',
      'Người dân mang ngô ra chợ bằng xe máy.',
      'Tổng vốn là 3.700 triệu đồng. Huyện góp một nửa.',
    ]);
  await expect(review.getByText('Bao nhiêu hộ? Cần con số.')).toBeVisible();
  await mine.saved();

  // It is on disk, not only on the screen; and the approval was for the version before the reporter's sentence.
  await reporter.close();
  const again = await launch({ profile: reporter.profile, lang: 'en' });
  const reopened = deskOf(again.window);
  await expect(reopened.field('Headline')).toHaveValue('Ba xã vùng cao đã có đường mới');
  const story = await reopened.openTab('Story');
  await expect(story.getByText(/Approved by .*, changed since/)).toBeVisible();
  rmSync(folder, { recursive: true, force: true });
});

test('a file that is not a story is refused in words, and nothing changes', async ({ launch }) => {
  const { app, window } = await launch({ lang: 'en' });
  const desk = deskOf(window);
  await expect(desk.body).toBeVisible();
  const before = await paragraphs(desk.body);
  await answerDialogs(app, path.join(process.cwd(), 'package.json'));
  const review = await desk.openTab('Review');
  await review.getByRole('button', { name: 'Open a received file' }).click();
  await expect(window.getByText(/This is not a .copydesk file/).first()).toBeVisible();
  expect(await paragraphs(desk.body)).toEqual(before);
});

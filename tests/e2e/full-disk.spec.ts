import { deskOf } from './desk.ts';
import { smallDisk } from './disk.ts';
import { expect, test } from './launch.ts';

test('a full disk: typing goes on, the status line says so, and it saves as soon as there is room', async ({
  launch,
}) => {
  const disk = smallDisk();
  test.skip(disk === null, 'mounting a small disk needs root');
  if (disk === null) return;
  try {
    const { window, close, profile } = await launch({ profile: disk.profile, lang: 'en' });
    const desk = deskOf(window);
    await desk.newStory();
    await desk.body.click();
    await window.keyboard.type('Trước khi đầy. ');
    await desk.saved();
    disk.fill();
    const more = 'Đĩa đã đầy nhưng phóng viên vẫn gõ tiếp câu chuyện của mình. '.repeat(40);
    await window.keyboard.insertText(more);
    await expect(desk.status).toContainText(/Not saved since .* the disk is full/);
    await window.keyboard.type('Vẫn gõ được.');
    await expect(desk.body).toContainText('Vẫn gõ được.');
    disk.free();
    await desk.saved();
    await close();
    const again = await launch({ profile, lang: 'en' });
    await expect(deskOf(again.window).body).toContainText('Vẫn gõ được.');
    await again.close();
  } finally {
    disk.remove();
  }
});

test('a full disk while the window is to close: the window asks, and main does not ask a second time', async ({
  launch,
}) => {
  const disk = smallDisk();
  test.skip(disk === null, 'mounting a small disk needs root');
  if (disk === null) return;
  try {
    const { app, window, profile, close } = await launch({ profile: disk.profile, lang: 'en' });
    const desk = deskOf(window);
    await desk.newStory();
    await desk.field('Headline').fill('Tin lúc đĩa đầy');
    await desk.saved();
    // Main's patience is shortened, and what it would ask is noted and answered "wait".
    await app.evaluate(({ dialog }) => {
      const { setTimeout: wait } = globalThis;
      const shorter = (call: () => void, ms?: number) => wait(call, ms === 10_000 ? 3_000 : ms);
      Object.assign(globalThis, { setTimeout: shorter, asked: 0 });
      dialog.showMessageBox = (async () => {
        (globalThis as unknown as { asked: number }).asked += 1;
        return { response: 0, checkboxChecked: false };
      }) as typeof dialog.showMessageBox;
    });
    disk.fill();
    await desk.body.click();
    await window.keyboard.insertText('Câu chưa xuống được đĩa. '.repeat(100));
    await expect(desk.status).toContainText(/Not saved since/);
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    const question = window.getByRole('alertdialog').or(window.getByRole('dialog'));
    await expect(question).toContainText('The open story is not all saved');
    await window.waitForTimeout(4_000);
    expect(await app.evaluate(() => (globalThis as unknown as { asked: number }).asked)).toBe(0);
    await question.getByRole('button', { name: 'Keep the window open' }).click();
    disk.free();
    await desk.saved();
    await close();
    const again = await launch({ profile, lang: 'en' });
    await expect(deskOf(again.window).body).toContainText('Câu chưa xuống được đĩa.');
    await again.close();
  } finally {
    disk.remove();
  }
});

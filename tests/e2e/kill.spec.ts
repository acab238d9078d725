import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { deskOf } from './desk.ts';
import { expect, test } from './launch.ts';

const ROUNDS = 4;
const WORDS = 'Sáng nay, hợp tác xã thu hoạch được ba nghìn bảy trăm cân dưa, bán hết ngay tại ruộng. '.split(' ');

// What the status line calls saved, and the text at that same instant, are read in one turn of the page.
test('a killed program loses nothing that it had called saved, four times in a row', async ({ launch }) => {
  test.setTimeout(300_000);
  const profile = mkdtempSync(path.join(tmpdir(), 'profile-'));
  let told = '';
  for (let round = 0; round <= ROUNDS; round += 1) {
    const { window, kill } = await launch({ profile, lang: 'en' });
    const desk = deskOf(window);
    if (round === 0) await desk.newStory();
    await expect(desk.body).toBeVisible();
    const found = (await desk.body.textContent()) ?? '';
    expect(
      found.startsWith(told),
      `round ${round}: "${told.slice(-80)}" had been called saved, found "${found.slice(-80)}"`,
    ).toBe(true);
    if (round === ROUNDS) break;
    await desk.body.click();
    await window.keyboard.press('Control+End');
    let isKilled = false;
    // Typing goes on while the program is killed in the middle of a sentence.
    const typing = (async () => {
      for (let word = 0; !isKilled; word += 1) {
        await window.keyboard.type(`${WORDS[word % WORDS.length]} `, { delay: 4 });
        if (word % 5 === 4) await window.waitForTimeout((round * 137 + word * 53) % 700);
      }
    })().catch(() => undefined);
    let sightings = 0;
    const wanted = 2 + (round % 4);
    await expect
      .poll(
        async () => {
          const seen = await window.evaluate(() => ({
            status: document.querySelector('[role=contentinfo], footer')?.textContent ?? '',
            body: document.querySelector('[contenteditable=true]')?.textContent ?? '',
          }));
          if (/^Saved/.test(seen.status.trim()) && seen.body.length > told.length) {
            told = seen.body;
            sightings += 1;
          }
          return sightings >= wanted;
        },
        { intervals: [20 + 7 * round], timeout: 90_000 },
      )
      .toBe(true);
    await kill();
    isKilled = true;
    await typing;
  }
  expect(told.length).toBeGreaterThan(100);
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
});

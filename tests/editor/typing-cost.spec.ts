// What a key costs, counted and not timed: the built window under the driver of the typing figures.
import { expect, test } from '@playwright/test';
import { buildApp, buildRival } from '../bench/typing-editors/build.ts';
import { rendersOf } from '../bench/typing-editors/long-run.ts';
import { RIVALS } from '../bench/typing-editors/rivals.ts';
import { launch } from '../bench/typing-editors/site.ts';
import { APP, APP_PARAGRAPH, readyFor, type Subject } from '../bench/typing-editors/subject.ts';
import { work } from '../bench/typing-editors/work.ts';
import { storyOfWords } from '../bench/typist.ts';

const KEYS = 200;
/** Of React's tree, what may render while somebody types: the counts of the status line. */
const ALLOWED = ['Words'];
/** What waits for a pause in the typing may take a busy machine's delay for one, a few times in all the keys. */
const PAUSES = 5;

let app: Subject;
test.beforeAll(async () => {
  app = { name: APP, folder: await buildApp(), paragraph: APP_PARAGRAPH };
});

test('nothing renders on a key but the status line, and a record holds the paragraph that is typed in', async () => {
  const browser = await launch();
  const began = Date.now();
  const { renders, records } = await rendersOf(browser, app, KEYS);
  const seconds = Math.ceil((Date.now() - began) / 1_000);
  await browser.close();
  expect(Object.entries(renders).filter(([name, times]) => !ALLOWED.includes(name) && times > PAUSES)).toEqual([]);
  expect(renders.Words ?? 0).toBeLessThanOrEqual(seconds);
  expect(records.length).toBeGreaterThan(0);
  expect(records.length).toBeLessThanOrEqual(KEYS / 2);
  for (const { blocks, bytes } of records) {
    expect(blocks).toBe(1);
    expect(bytes).toBeLessThan(4_000);
  }
});

test('the figures are taken: the app and plain contenteditable get every key and do what they are told', async () => {
  const browser = await launch();
  const story = storyOfWords(1, 300);
  const { plain } = RIVALS;
  const subjects = [app, { name: 'plain', folder: await buildRival(plain, null), paragraph: plain.paragraph }];
  for (const subject of subjects) {
    const ready = await readyFor(browser, subject, story);
    const cell = await work(ready, subject, 10);
    expect(ready.faults).toEqual([]);
    for (const [name, value] of Object.entries(cell)) expect(value, `${subject.name} ${name}`).not.toBeNull();
    expect(cell.taskMsPerKey).toBeGreaterThan(0);
    await ready.close();
  }
  await browser.close();
});

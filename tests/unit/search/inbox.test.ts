import { expect, test } from 'vitest';
import { seal } from '../../../main/store/sealed.ts';
import type { Find } from '../../../preload/contract.ts';
import { emptyDesk } from '../../../story/workflow.ts';
import { hurt, look } from '../store/damage.ts';
import { good, makeFolder, open } from '../store/make.ts';
import { EVERYTHING } from './everything.ts';
import { add, headlines, storyOf } from './library.ts';

const ask = (rest: Partial<Find>): Find => ({ ...EVERYTHING, ...rest });
const me = { name: 'Lan', fingerprint: 'lan', reviews: true };
const lan = { name: 'Lan', fingerprint: 'lan' };
const due = (hour: number) => `2026-03-05T0${hour}:00:00.000Z`;
const story = (headline: string, status: 'draft' | 'submitted' | 'returned' | 'killed', desk = {}) =>
  storyOf({ headline }, ['Một.'], { status, desk: { ...emptyDesk(), ...desk } });

test('the inbox holds what waits for its person, the first deadline first', async () => {
  const store = await open(makeFolder());
  await add(
    store,
    story('Không hạn', 'submitted'),
    story('Chiều', 'submitted', { deadline: due(8) }),
    story('Của người khác', 'submitted', { assignee: { name: 'Minh', fingerprint: 'minh' } }),
    story('Sáng', 'returned', { deadline: due(1), assignee: lan }),
    story('Nháp', 'draft'),
  );
  expect(headlines(await store.findStories(ask({ shelf: 'inbox', me })))).toEqual(['Sáng', 'Chiều', 'Không hạn']);
  expect(headlines(await store.findStories(ask({ shelf: 'inbox', me: { ...me, reviews: false } })))).toEqual(['Sáng']);
  expect((await store.findStories(ask({ shelf: 'inbox' }))).total).toBe(0);
  const sorted = await store.findStories(ask({ sort: 'deadline', descending: false }));
  expect(headlines(sorted).slice(0, 2)).toEqual(['Sáng', 'Chiều']);
  expect(sorted.rows[0]).toMatchObject({ assignee: lan, deadline: due(1) });
});

test('a story leaves the inbox with the step that ends the waiting', async () => {
  const store = await open(makeFolder());
  const waiting = story('Lũ', 'submitted');
  await add(store, waiting);
  const inbox = async () => (await store.findStories(ask({ shelf: 'inbox', me }))).total;
  expect(await inbox()).toBe(1);
  good(await store.appendRecord(waiting.id, 0, { status: 'killed' }, 'lan'));
  expect(await inbox()).toBe(0);
  expect((await store.findStories(ask({ text: 'trạng thái:không dùng' }))).total).toBe(1);
  expect((await store.findStories(ask({ statuses: ['killed'] }))).total).toBe(1);
});

test('rows of an earlier version are derived anew', async () => {
  const folder = makeFolder();
  const store = await open(folder);
  const waiting = story('Lũ', 'submitted', { deadline: due(1), assignee: lan });
  await add(store, waiting);
  await store.close();
  const { work, ...older } = JSON.parse(String(look(folder, 'SELECT data FROM stories')[0]?.data));
  expect(work).toMatchObject({ deadline: due(1) });
  const data = JSON.stringify(older);
  hurt(folder, 'UPDATE stories SET data = ?, sum = ?', data, seal('stories', { id: waiting.id, seq: 0, data }));
  const again = await open(folder);
  expect((await again.findStories(ask({ shelf: 'inbox', me }))).rows).toMatchObject([
    { deadline: due(1), assignee: lan },
  ]);
});

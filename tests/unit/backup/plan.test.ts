import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import {
  emptyMemory,
  isDue,
  isOverdue,
  type MadeBackup,
  type Memory,
  readMemory,
  writeMemory,
} from '../../../main/backup/plan.ts';
import { removeOutlived } from '../../../main/backup/retention.ts';
import { createSchedule } from '../../../main/backup/schedule.ts';
import { good, makeFolder, open } from '../store/make.ts';

const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;
const NOW = new Date('2026-11-27T08:00:00.000Z');
const ago = (ms: number): string => new Date(NOW.getTime() - ms).toISOString();
const backup = (ageMs: number, planned = true, file = '/stick/a.copydesk-backup'): MadeBackup => ({
  path: file,
  at: ago(ageMs),
  bytes: 5,
  stories: 1,
  photos: 0,
  planned,
});
const memory = (patch: Partial<Memory>): Memory => ({
  ...emptyMemory(NOW),
  plan: { every: 'daily', folder: '/stick', keep: 3 },
  since: ago(30 * DAY),
  ...patch,
});

test.each([
  ['no plan', memory({ plan: { every: 'off', folder: '/stick', keep: 3 } }), false],
  ['no folder', memory({ plan: { every: 'daily', folder: null, keep: 3 } }), false],
  ['never yet', memory({}), true],
  ['an hour ago', memory({ made: [backup(HOUR)] }), false],
  ['yesterday', memory({ made: [backup(DAY)] }), true],
  ['by hand an hour ago, planned yesterday', memory({ made: [backup(DAY), backup(HOUR, false)] }), true],
  ['weekly, yesterday', memory({ plan: { every: 'weekly', folder: '/stick', keep: 3 }, made: [backup(DAY)] }), false],
  ['failed ten minutes ago', memory({ failed: { at: ago(HOUR / 6), code: 'placeGone' } }), false],
  ['failed two hours ago', memory({ failed: { at: ago(2 * HOUR), code: 'placeGone' } }), true],
  ['made "tomorrow": the clock was set back', memory({ made: [backup(-DAY)] }), true],
])('due: %s', (_name, given, due) => {
  expect(isDue(given, NOW)).toBe(due);
});

test.each([
  ['no plan', memory({ plan: { every: 'off', folder: null, keep: 3 } }), false],
  ['planned an hour ago for the first time', memory({ since: ago(HOUR) }), false],
  ['planned a month ago, never made', memory({}), true],
  ['yesterday', memory({ made: [backup(DAY)] }), false],
  ['three days ago', memory({ made: [backup(3 * DAY)] }), true],
  [
    'weekly, three days ago',
    memory({ plan: { every: 'weekly', folder: '/stick', keep: 3 }, made: [backup(3 * DAY)] }),
    false,
  ],
  ['three days ago by plan, by hand today', memory({ made: [backup(3 * DAY), backup(HOUR, false)] }), false],
])('overdue: %s', (_name, given, overdue) => {
  expect(isOverdue(given, NOW)).toBe(overdue);
});

test('what is remembered survives the store; what cannot be read counts as nothing', async () => {
  const folder = makeFolder();
  const store = await open(folder);
  const kept = memory({ made: [backup(DAY)] });
  good(await writeMemory(store, kept));
  expect(await readMemory(store)).toEqual(kept);
  good(await store.putValue('backup.memory', new Uint8Array([1, 2, 3])));
  expect(await readMemory(store)).toMatchObject({ plan: { every: 'off' }, made: [] });
});

test('only its own old backups go, never a file of somebody else, one by hand, one that was changed, or the last one', async () => {
  const stick = path.join(makeFolder(), 'stick');
  mkdirSync(stick);
  const file = (name: string, text = 'whole') => {
    writeFileSync(path.join(stick, name), text);
    return path.join(stick, name);
  };
  const made = [
    backup(9 * DAY, true, file('1.copydesk-backup')),
    backup(8 * DAY, false, file('by-hand.copydesk-backup')),
    backup(7 * DAY, true, file('changed.copydesk-backup', 'longer than it was')),
    backup(6 * DAY, true, file('2.copydesk-backup')),
    backup(5 * DAY, true, path.join(stick, 'gone.copydesk-backup')),
    backup(4 * DAY, true, path.join(path.dirname(stick), 'elsewhere.copydesk-backup')),
    backup(3 * DAY, true, file('3.copydesk-backup')),
    backup(2 * DAY, true, file('4.copydesk-backup')),
  ];
  writeFileSync(path.join(path.dirname(stick), 'elsewhere.copydesk-backup'), 'whole');
  file('Copydesk-2020-01-01-0000.copydesk-backup');
  file('thesis.doc');
  const plan = { every: 'daily', folder: stick, keep: 2 } as const;
  const after = await removeOutlived(memory({ plan, made }));
  expect(readdirSync(stick).sort()).toEqual([
    '3.copydesk-backup',
    '4.copydesk-backup',
    'Copydesk-2020-01-01-0000.copydesk-backup',
    'by-hand.copydesk-backup',
    'changed.copydesk-backup',
    'thesis.doc',
  ]);
  expect(readdirSync(path.dirname(stick))).toContain('elsewhere.copydesk-backup');
  expect(after.made.map(({ path: one }) => path.basename(one))).not.toContain('1.copydesk-backup');
  rmSync(path.join(stick, '3.copydesk-backup'));
  await removeOutlived({ ...after, plan: { ...plan, keep: 1 } });
  expect(readdirSync(stick)).toContain('4.copydesk-backup');
});

test('a due backup waits for a quiet minute, an hour at most', async () => {
  let now = NOW.getTime();
  let made = 0;
  const schedule = createSchedule({
    memory: async () => memory({}),
    make: async () => {
      made++;
    },
    now: () => now,
  });
  schedule.wrote();
  expect(await schedule.look()).toBe(false);
  now += 30_000;
  expect(await schedule.look()).toBe(false);
  now += 31_000;
  expect(await schedule.look()).toBe(true);
  expect(made).toBe(1);
  schedule.wrote();
  expect(await schedule.look()).toBe(false);
  for (let minutes = 0; minutes < 61; minutes++) {
    now += 60_000;
    schedule.wrote();
  }
  expect(await schedule.look()).toBe(true);
});

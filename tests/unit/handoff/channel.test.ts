// A folder on a share or a synchronised drive as the way of hand-offs, with real files, stores and watching.
import { appendFileSync, copyFileSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { createChannel } from '../../../main/review/channel/index.ts';
import type { SharedFolder } from '../../../preload/contract.ts';
import { NO_NOTE } from '../../../story/formats/copydesk/manifest.ts';
import { para, story } from '../review/kit.ts';
import { type Desk, good, makeFolder, openDesk, rewrite } from './desks.ts';

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const channel of open.splice(0)) await channel.close();
});

/** A desk that watches a folder. */
async function watching(desk: Desk, folder: SharedFolder | null, pollMs = 60) {
  const changed = vi.fn();
  const channel = createChannel({
    store: desk.store,
    self: () => desk.person.person().fingerprint,
    folder: () => folder,
    changed,
    pollMs,
    settleMs: 30,
  });
  open.push(channel);
  channel.soon();
  const names = async () => (await channel.state()).arrivals.map(({ headline }) => headline);
  return { ...channel, changed, names };
}
const TIME = { timeout: 20_000, interval: 20 };
const draft = (headline: string, n: number) => {
  const made = story([para(1, 'Cầu dài 120 m.')], { id: `01900000-0000-7000-8000-${String(n).padStart(12, '0')}` });
  return { ...made, fields: { ...made.fields, headline } };
};

async function two(by: SharedFolder['by'] = 'none') {
  const [reporter, editor] = [await openDesk('Thu Hà'), await openDesk('Lan')];
  const folder = { path: makeFolder(), by };
  const first = draft('Cầu mới', 1);
  await reporter.create(first);
  const share = async (desk: Desk, id: string, note = NO_NOTE) => {
    const { seq } = good(await desk.store.readStory(id));
    return good(await desk.review.share(id, seq, note, folder)).path;
  };
  return { reporter, editor, folder, first, share };
}

test('what is put there arrives at the others, once, with who and what; not at its own desk; and is gone once taken in', async () => {
  const { reporter, editor, folder, first, share } = await two();
  const note = { to: 'Lan', text: 'Xem giúp số liệu.' };
  const mine = await watching(reporter, folder);
  const theirs = await watching(editor, folder);
  const file = await share(reporter, first.id, note);
  expect(readdirSync(folder.path)).toEqual([path.basename(file)]);
  copyFileSync(file, file.replace('.copydesk', ' (conflicted copy).copydesk'));
  await expect.poll(theirs.names, TIME).toEqual(['Cầu mới']);
  const [arrival] = (await theirs.state()).arrivals;
  expect(arrival).toMatchObject({ from: 'Thu Hà', to: 'Lan', note: note.text, isNew: true, storyId: first.id });
  expect(theirs.fileOf(arrival!.id)).toMatch(/copydesk$/);
  good(await editor.open(theirs.fileOf(arrival!.id)!));
  await expect.poll(theirs.names, TIME).toEqual([]);

  // And back, as a story that is known there.
  await editor.edit(first.id, rewrite('120', '125'));
  await share(editor, first.id);
  await expect.poll(mine.names, TIME).toEqual(['Cầu mới']);
  const back = (await mine.state()).arrivals[0]!;
  expect(back).toMatchObject({ from: 'Lan', isNew: false });
  await reporter.receive(mine.fileOf(back.id)!);
  expect(await mine.names()).toEqual([]);
  expect((await reporter.story(first.id)).body).toEqual((await editor.story(first.id)).body);
  expect(await theirs.names()).toEqual([]);
});

test('a copy of a file with other contents is a further arrival; one that was hidden stays hidden, also after a start', async () => {
  const { reporter, editor, folder, first, share } = await two();
  const file = await share(reporter, first.id);
  await reporter.edit(first.id, (now) => ({ ...now, fields: { ...now.fields, headline: 'Cầu mới, bản hai' } }));
  const second = await reporter.send(first.id, path.join(makeFolder(), 'x'));
  copyFileSync(second, file.replace('.copydesk', ' (conflicted copy).copydesk'));
  const theirs = await watching(editor, folder);
  await expect.poll(theirs.names, TIME).toEqual(['Cầu mới, bản hai', 'Cầu mới']);
  good(await theirs.hide((await theirs.state()).arrivals[1]!.id));
  expect(await theirs.names()).toEqual(['Cầu mới, bản hai']);
  await theirs.close();
  const again = await watching(editor, folder);
  await expect.poll(again.names, TIME).toEqual(['Cầu mới, bản hai']);
});

test('half a file is not taken for a story until it is whole', async () => {
  const { reporter, editor, folder, first } = await two();
  const whole = readFileSync(await reporter.send(first.id, path.join(makeFolder(), 'x')));
  const theirs = await watching(editor, folder);
  const file = path.join(folder.path, 'cau.copydesk');
  writeFileSync(file, whole.subarray(0, 700));
  await expect
    .poll(async () => (await theirs.state()).troubles, TIME)
    .toEqual([{ file: 'cau.copydesk', code: 'cutHandoff' }]);
  expect(await theirs.names()).toEqual([]);
  appendFileSync(file, whole.subarray(700));
  await expect.poll(theirs.names, TIME).toEqual(['Cầu mới']);
  expect((await theirs.state()).troubles).toEqual([]);
});

test('names in writing, other files and folders are left alone; a forged file is said, and no arrival', async () => {
  const { reporter, editor, folder, first } = await two();
  const file = await reporter.send(first.id, path.join(makeFolder(), 'x'));
  for (const name of ['.cau.copydesk', '~cau.copydesk', 'cau.copydesk.part', 'cau.zip'])
    copyFileSync(file, path.join(folder.path, name));
  mkdirSync(path.join(folder.path, 'thu-muc.copydesk'));
  const forged = readFileSync(file);
  const at = forged.indexOf(Buffer.from('signature')) + 'signature'.length;
  // Well inside: the first bytes are the compression's own, and not all of those are read.
  forged[at + 20] = (forged[at + 20] ?? 0) ^ 1;
  writeFileSync(path.join(folder.path, 'gia.copydesk'), forged);
  const theirs = await watching(editor, folder);
  await expect
    .poll(async () => (await theirs.state()).troubles.map(({ file }) => file), TIME)
    .toEqual(['gia.copydesk']);
  expect(await theirs.names()).toEqual([]);
});

test('a folder that goes is said, and watched again when it is back', async () => {
  const { reporter, editor, folder, first, share } = await two();
  await share(reporter, first.id);
  const theirs = await watching(editor, folder);
  await expect.poll(theirs.names, TIME).toEqual(['Cầu mới']);
  const aside = path.join(makeFolder(), 'usb');
  renameSync(folder.path, aside);
  await expect.poll(async () => (await theirs.state()).gone, TIME).toBe(true);
  expect(await theirs.names()).toEqual([]);
  const { seq } = good(await reporter.store.readStory(first.id));
  expect(await reporter.review.share(first.id, seq, NO_NOTE, folder)).toMatchObject({ code: 'folderMissing' });
  renameSync(aside, folder.path);
  await expect.poll(theirs.names, TIME).toEqual(['Cầu mới']);
  expect((await theirs.state()).gone).toBe(false);
  const second = draft('Đường mới', 2);
  await reporter.create(second);
  await share(reporter, second.id);
  await expect.poll(theirs.names, TIME).toEqual(['Đường mới', 'Cầu mới']);
});

test.each([
  ['person', { to: 'Trần Thị Lan', text: '' }, 'tran-thi-lan'],
  ['story', NO_NOTE, 'cau-moi'],
] as const)('sorted by %s it goes into a folder of its own, and arrives from there', async (by, note, name) => {
  const { reporter, editor, folder, first, share } = await two(by);
  const theirs = await watching(editor, folder);
  await share(reporter, first.id, note);
  expect(readdirSync(folder.path)).toEqual([name]);
  await expect.poll(theirs.names, TIME).toEqual(['Cầu mới']);
});

test('without a folder there is nothing, and nothing is watched', async () => {
  const theirs = await watching(await openDesk('Lan'), null);
  expect(await theirs.state()).toEqual({ folder: null, gone: false, arrivals: [], troubles: [] });
});

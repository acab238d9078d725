import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import type { Story } from '../../../story/model.ts';
import { good, openDesk } from '../../cms/desk.ts';
import { folderDesk, headline, SLUG } from './folder-desk.ts';

const { now, read, ninjs } = folderDesk();
const withoutPhoto = (story: Story) => ({ ...story, body: story.body.filter(({ type }) => type !== 'figure') });

test('a story becomes a page, a ninjs item and its photo, in a folder of its own', async () => {
  const story = await now.desk.story();
  expect(await now.desk.publish(story, now.to)).toMatchObject({ state: 'done', done: 3, total: 3 });
  expect(readdirSync(now.root)).toEqual([SLUG]);
  const [photo] = readdirSync(path.join(now.root, SLUG)).filter((name) => name.endsWith('.jpg'));
  expect(readdirSync(path.join(now.root, SLUG)).sort()).toEqual(
    ['index.html', 'manifest.json', 'story.ninjs.json', photo].sort(),
  );
  expect(photo).toBe(`${SLUG}-1.jpg`);
  expect(await sharp(readFileSync(path.join(now.root, SLUG, photo!))).metadata()).toMatchObject({
    format: 'jpeg',
    width: 640,
    height: 400,
  });
  expect(read(SLUG, 'index.html')).toContain(`<img src="${photo}"`);
  expect(read(SLUG, 'index.html')).toContain('<h1>Xã vùng cao đưa hồng không hạt ra chợ phiên</h1>');
  const item = ninjs(SLUG);
  expect(item).toMatchObject({
    uri: `urn:uuid:${story}`,
    headlines: [{ value: 'Xã vùng cao đưa hồng không hạt ra chợ phiên' }, {}],
  });
  expect(fileURLToPath(item.associations![0]!.renditions[0]!.href)).toBe(path.join(now.root, SLUG, photo!));
  expect(now.desk.receipts).toMatchObject([{ remoteId: SLUG, operation: 'created', differences: [] }]);
  expect(fileURLToPath(now.desk.receipts[0]!.url)).toBe(path.join(now.root, SLUG, 'index.html'));
});

test('a slug of its own names the folder; another one later is said to differ, since the address stays', async () => {
  const slug = (text: string) => (story: Story) => ({ ...story, fields: { ...story.fields, slug: text } });
  const story = await now.desk.story(slug('Chợ phiên'));
  await now.desk.publish(story, now.to);
  expect(readdirSync(now.root)).toEqual(['cho-phien']);
  await now.desk.edit(story, slug('cho-moi'));
  await now.desk.publish(story, now.to);
  expect(readdirSync(now.root)).toEqual(['cho-phien']);
  expect(now.desk.receipts.map(({ differences }) => differences)).toEqual([
    [],
    [{ where: 'slug', ours: 'cho-moi', theirs: 'cho-phien' }],
  ]);
});

test('again after an edit: the same folder, without the photo that was removed, and with what others put there', async () => {
  const story = await now.desk.story();
  await now.desk.publish(story, now.to);
  writeFileSync(path.join(now.root, SLUG, 'ghi-chu.txt'), 'của toà soạn');
  writeFileSync(path.join(now.root, SLUG, '.copydesk-00000000-0000-4000-8000-000000000000.tmp'), 'left by a crash');
  await now.desk.edit(story, headline('Tít mới'));
  await now.desk.edit(story, withoutPhoto);
  expect((await now.desk.publish(story, now.to)).state).toBe('done');
  expect(readdirSync(now.root)).toEqual([SLUG]);
  expect(readdirSync(path.join(now.root, SLUG)).sort()).toEqual([
    'ghi-chu.txt',
    'index.html',
    'manifest.json',
    'story.ninjs.json',
  ]);
  expect(read(SLUG, 'index.html')).toContain('<h1>Tít mới</h1>');
  expect(now.desk.receipts.map(({ operation }) => operation)).toEqual(['created', 'updated']);
});

test('two stories of one headline, and a folder that is somebody else’s, do not touch each other', async () => {
  mkdirSync(path.join(now.root, 'trung-ten'), { recursive: true });
  writeFileSync(path.join(now.root, 'trung-ten', 'index.html'), 'của người khác');
  const stories = [await now.desk.story(headline('Trùng tên'), 1), await now.desk.story(headline('Trùng tên'), 2)];
  for (const story of stories) expect((await now.desk.publish(story, now.to)).state).toBe('done');
  const own = stories.map((story) => `trung-ten-${story.slice(-8)}`);
  expect(readdirSync(now.root).sort()).toEqual(['trung-ten', ...own].sort());
  expect(read('trung-ten', 'index.html')).toBe('của người khác');
  expect(own.map((folder) => ninjs(folder).uri)).toEqual(stories.map((story) => `urn:uuid:${story}`));
});

test('a watcher sees only what changed, each file come whole, the ninjs after all it names, the manifest last', async () => {
  const story = await now.desk.story();
  await now.desk.publish(story, now.to);
  await now.desk.edit(story, headline('Tít mới'));
  const events: [string, string | null][] = [];
  const missing: string[] = [];
  const watcher = watch(path.join(now.root, SLUG), (event, name) => {
    events.push([event, name]);
    if (name !== 'story.ninjs.json') return;
    for (const { renditions } of ninjs(SLUG).associations ?? [])
      for (const { href } of renditions) if (!existsSync(new URL(href))) missing.push(href);
  });
  await now.desk.publish(story, now.to);
  while (!events.some(([, name]) => name === 'manifest.json')) await wait(10);
  watcher.close();
  // "change" would be a file written in place.
  expect(events.filter(([event, name]) => event === 'change' && !name?.endsWith('.tmp'))).toEqual([]);
  const order = events.map(([, name]) => name).filter((name) => !name?.endsWith('.tmp'));
  expect(order.map((name) => path.extname(name ?? ''))).toEqual(['.html', '.json', '.json']);
  expect(missing).toEqual([]);
});

test('the program ends between the page and the receipt: the next start finishes it once', async () => {
  const story = await now.desk.story();
  const { seq } = good(await now.desk.store.readStory(story));
  const ended = Promise.withResolvers<void>();
  now.desk.hooks.job = ({ step }) => {
    if (step !== 'update') return;
    now.desk.hooks.job = undefined;
    now.desk.close().then(ended.resolve, ended.reject);
  };
  const job = good(
    await now.desk.outbox.startPublication({ storyId: story, destinationId: now.to, seq, confirmed: true }),
  );
  await ended.promise;
  expect(existsSync(path.join(now.root, SLUG, 'story.ninjs.json'))).toBe(true);
  now.desk = await openDesk(path.join(now.data.folder, 'profile'), { ms: now.desk.clock.ms + 3_600_000 });
  expect(await now.desk.store.listReceipts(story)).toEqual([]);
  expect((await now.desk.settle(job.id)).state).toBe('done');
  expect(readdirSync(now.root)).toEqual([SLUG]);
  expect(await now.desk.store.listReceipts(story)).toMatchObject([{ remoteId: SLUG, differences: [] }]);
});

test('a page that somebody changed is a conflict, kept or replaced as a person says', async () => {
  const story = await now.desk.story();
  await now.desk.publish(story, now.to);
  const changed = read(SLUG, 'index.html').replace('Sáng sớm', 'Chiều tối');
  writeFileSync(path.join(now.root, SLUG, 'index.html'), changed);
  await now.desk.edit(story, headline('Tít mới'));
  const job = await now.desk.publish(story, now.to);
  expect(job).toMatchObject({ state: 'conflict', error: { code: 'conflict' } });
  expect([job.conflict!.theirs, job.conflict!.ours].map((text) => /Chiều tối|Sáng sớm/.exec(text)?.[0])).toEqual([
    'Chiều tối',
    'Sáng sớm',
  ]);
  expect(job.conflict!.ours + job.conflict!.theirs).not.toMatch(/[<{]/);
  good(await now.desk.outbox.resolve(job.id, 'keep'));
  expect(read(SLUG, 'index.html')).toBe(changed);
  const again = await now.desk.publish(story, now.to);
  expect(again.state).toBe('conflict');
  good(await now.desk.outbox.resolve(again.id, 'replace'));
  expect((await now.desk.settle(again.id)).state).toBe('done');
  expect(read(SLUG, 'index.html')).toContain('<h1>Tít mới</h1>');
});

test('a folder that was picked up and moved away is made anew', async () => {
  const story = await now.desk.story();
  await now.desk.publish(story, now.to);
  rmSync(path.join(now.root, SLUG), { recursive: true });
  expect((await now.desk.publish(story, now.to)).state).toBe('done');
  expect(readdirSync(path.join(now.root, SLUG))).toHaveLength(4);
  expect(now.desk.receipts.at(-1)).toMatchObject({ operation: 'created', remoteId: SLUG });
});

test('a stick that is not plugged in: folderMissing, and the job goes on once it is', async () => {
  const stick = path.join(now.data.folder, 'stick');
  const away = await now.desk.destination({ type: 'folder', path: path.join(stick, 'Báo'), open: false });
  const job = await now.desk.publish(await now.desk.story(), away);
  expect(job).toMatchObject({ state: 'stopped', error: { code: 'folderMissing' } });
  mkdirSync(stick);
  good(await now.desk.outbox.retry(job.id));
  expect((await now.desk.settle(job.id)).state).toBe('done');
});

test('Check: what a folder is good for', async () => {
  const check = (folder: string) =>
    now.desk.accounts.check({ name: 'x', config: { type: 'folder', path: folder, open: true } });
  expect(await check(now.root)).toMatchObject({ ok: true, value: { canPublish: true } });
  expect(await check(path.join(now.root, 'a', 'b'))).toMatchObject({ ok: false, code: 'folderMissing' });
  expect(await check('Documents/Copydesk')).toMatchObject({ ok: false, code: 'badAddress' });
  writeFileSync(path.join(now.data.folder, 'file'), '');
  expect(await check(path.join(now.data.folder, 'file'))).toMatchObject({ ok: false, code: 'folderMissing' });
});

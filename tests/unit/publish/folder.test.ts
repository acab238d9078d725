import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readByExiftool } from '../../../scripts/measure/photos/oracle.ts';
import { newId } from '../../../story/ids.ts';
import type { Block, Story } from '../../../story/model.ts';
import { type Desk, dataFolder, good, openDesk } from '../../cms/desk.ts';

const SLUG = 'xa-vung-cao-dua-hong-khong-hat-ra-cho-phien';
let data: ReturnType<typeof dataFolder>;
let desk: Desk;
let root: string;
let to: string;
beforeEach(async () => {
  data = dataFolder();
  desk = await openDesk(path.join(data.folder, 'profile'));
  root = path.join(data.folder, 'Copydesk');
  to = await desk.destination({ type: 'folder', path: root, open: false });
});
afterEach(async () => {
  await desk.close();
  data.remove();
});
const headline = (text: string) => (story: Story) => ({ ...story, fields: { ...story.fields, headline: text } });
const withoutPhoto = (story: Story) => ({ ...story, body: story.body.filter(({ type }) => type !== 'figure') });
const read = (folder: string, name: string) => readFileSync(path.join(root, folder, name), 'utf8');
type Ninjs = {
  uri: string;
  associations?: { renditions: { href: string; width: number }[] }[];
  headlines: { value: string }[];
};
const ninjs = (folder: string) => JSON.parse(read(folder, 'story.ninjs.json')) as Ninjs;

test('a story becomes a page, a ninjs item and its photo, in a folder of its own', async () => {
  const story = await desk.story();
  expect(await desk.publish(story, to)).toMatchObject({ state: 'done', done: 3, total: 3 });
  expect(readdirSync(root)).toEqual([SLUG]);
  const [photo] = readdirSync(path.join(root, SLUG)).filter((name) => name.endsWith('.jpg'));
  expect(readdirSync(path.join(root, SLUG)).sort()).toEqual(['index.html', 'story.ninjs.json', photo].sort());
  expect(photo).toBe(`${SLUG}-1.jpg`);
  expect(await sharp(readFileSync(path.join(root, SLUG, photo!))).metadata()).toMatchObject({
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
  expect(fileURLToPath(item.associations![0]!.renditions[0]!.href)).toBe(path.join(root, SLUG, photo!));
  expect(desk.receipts).toMatchObject([{ remoteId: SLUG, operation: 'created', differences: [] }]);
  expect(fileURLToPath(desk.receipts[0]!.url)).toBe(path.join(root, SLUG, 'index.html'));
});

test('a slug of its own names the folder; another one later is said to differ, since the address stays', async () => {
  const slug = (text: string) => (story: Story) => ({ ...story, fields: { ...story.fields, slug: text } });
  const story = await desk.story(slug('Chợ phiên'));
  await desk.publish(story, to);
  expect(readdirSync(root)).toEqual(['cho-phien']);
  await desk.edit(story, slug('cho-moi'));
  await desk.publish(story, to);
  expect(readdirSync(root)).toEqual(['cho-phien']);
  expect(desk.receipts.map(({ differences }) => differences)).toEqual([
    [],
    [{ where: 'slug', ours: 'cho-moi', theirs: 'cho-phien' }],
  ]);
});

test('again after an edit: the same folder, without the photo that was removed, and with what others put there', async () => {
  const story = await desk.story();
  await desk.publish(story, to);
  writeFileSync(path.join(root, SLUG, 'ghi-chu.txt'), 'của toà soạn');
  writeFileSync(path.join(root, SLUG, '.copydesk-00000000-0000-4000-8000-000000000000.tmp'), 'left by a crash');
  await desk.edit(story, headline('Tít mới'));
  await desk.edit(story, withoutPhoto);
  expect((await desk.publish(story, to)).state).toBe('done');
  expect(readdirSync(root)).toEqual([SLUG]);
  expect(readdirSync(path.join(root, SLUG)).sort()).toEqual(['ghi-chu.txt', 'index.html', 'story.ninjs.json']);
  expect(read(SLUG, 'index.html')).toContain('<h1>Tít mới</h1>');
  expect(desk.receipts.map(({ operation }) => operation)).toEqual(['created', 'updated']);
});

const caption = (text: string) => (story: Story) => ({
  ...story,
  body: story.body.map((block) => (block.type === 'figure' ? { ...block, caption: text } : block)),
});

test('the file a reader takes home carries the texts of the page, and they follow a correction', async () => {
  const story = await desk.story();
  await desk.publish(story, to);
  const first = path.join(root, SLUG, `${SLUG}-1.jpg`);
  expect(readByExiftool(first)).toMatchObject({
    credit: 'Ảnh: Hà Văn Lường',
    caption: 'Nông dân thôn Nà Ngòa thu hoạch hồng & quýt.',
  });
  await desk.edit(story, caption('Nông dân thôn Nà Ngòa hái hồng.'));
  await desk.publish(story, to);
  // Another file: as long as the old page stood there, its photo was the old one.
  const second = path.join(root, SLUG, `${SLUG}-2.jpg`);
  expect(readByExiftool(second).caption).toBe('Nông dân thôn Nà Ngòa hái hồng.');
  expect(existsSync(first)).toBe(false);
  expect(read(SLUG, 'index.html')).toContain(`<img src="${SLUG}-2.jpg"`);
  await desk.publish(story, to);
  expect(readdirSync(path.join(root, SLUG)).filter((name) => name.endsWith('.jpg'))).toEqual([`${SLUG}-2.jpg`]);
});

test('photos are made as the destination wants them, and numbered by the page; a đ is a d', async () => {
  const small = { maxSide: 400, format: 'webp', targetKb: 60 } as const;
  const web = await desk.destination({
    type: 'folder',
    path: path.join(data.folder, 'web'),
    open: false,
    renditions: small,
  });
  const turn = (story: Story): Story => ({
    ...headline('Đường về Đồng Phúc')(story),
    body: story.body.flatMap((block): Block[] =>
      block.type === 'figure' ? [block, { ...block, id: newId(), recipe: { rotate: 180 } }] : [block],
    ),
  });
  const story = await desk.story(turn);
  expect(await desk.publish(story, web)).toMatchObject({ state: 'done', done: 4, total: 4 });
  const folder = path.join(data.folder, 'web', 'duong-ve-dong-phuc');
  const photos = readdirSync(folder).filter((name) => name.endsWith('.webp'));
  expect(photos).toEqual(['duong-ve-dong-phuc-1.webp', 'duong-ve-dong-phuc-2.webp']);
  for (const name of photos) {
    const bytes = readFileSync(path.join(folder, name));
    expect(bytes.length).toBeLessThan(60_000);
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'webp', width: 400, height: 250 });
  }
});

test('a picture that a model made is labelled in its file, in the ninjs item and in the page’s data', async () => {
  const story = await desk.story();
  const figure = good(await desk.store.readStory(story)).story.body.find((block) => block.type === 'figure')!;
  const edit = { value: 'trainedAlgorithmicMedia', by: 'Hoàng Nga', at: new Date().toISOString() };
  good(await desk.store.describePhoto(figure.photo, 'aiLabel', edit));
  await desk.publish(story, to);
  const uri = 'http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia';
  expect(readByExiftool(path.join(root, SLUG, `${SLUG}-1.jpg`)).aiLabel).toBe(uri);
  expect(ninjs(SLUG).associations).toMatchObject([{ digitalSourceType: { name: 'trainedAlgorithmicMedia', uri } }]);
  expect(read(SLUG, 'index.html')).toContain(`"digitalSourceType":"${uri}"`);
});

test('a photo whose terms forbid it does not go out, also when they are learnt while the job waits, until it is cleared', async () => {
  const hashOf = async (id: string) =>
    good(await desk.store.readStory(id)).story.body.find((block) => block.type === 'figure')!.photo;
  const write = async (hash: string, value: string) => {
    const edit = { value, by: 'Hoàng Nga', at: new Date().toISOString() };
    good(await desk.store.describePhoto(hash, 'usageTerms', edit));
  };
  const story = await desk.story();
  const hash = await hashOf(story);
  await write(hash, 'Không sử dụng');
  const ask = () => desk.outbox.startPublication({ storyId: story, destinationId: to, seq: 0, confirmed: true });
  expect(await ask()).toMatchObject({ ok: false, code: 'photoForbidden', detail: 'thu-hoach-1.jpg: Không sử dụng' });
  await write(hash, '');

  // The stick comes back only after the desk has heard.
  const stick = path.join(data.folder, 'stick');
  const later = await desk.destination({ type: 'folder', path: path.join(stick, 'Copydesk'), open: false });
  const job = await desk.publish(story, later);
  expect(job).toMatchObject({ state: 'stopped', error: { code: 'folderMissing' } });
  await write(hash, 'Embargo 18h');
  mkdirSync(stick);
  good(await desk.outbox.retry(job.id));
  await desk.outbox.idle();
  expect(await desk.job(job.id)).toMatchObject({ state: 'stopped', error: { code: 'photoForbidden' } });
  expect(readdirSync(stick)).toEqual([]);
  await write(hash, 'Đã hết hạn giữ tin');
  good(await desk.outbox.retry(job.id));
  expect((await desk.settle(job.id)).state).toBe('done');
});

test('two stories of one headline, and a folder that is somebody else’s, do not touch each other', async () => {
  mkdirSync(path.join(root, 'trung-ten'), { recursive: true });
  writeFileSync(path.join(root, 'trung-ten', 'index.html'), 'của người khác');
  const stories = [await desk.story(headline('Trùng tên'), 1), await desk.story(headline('Trùng tên'), 2)];
  for (const story of stories) expect((await desk.publish(story, to)).state).toBe('done');
  const own = stories.map((story) => `trung-ten-${story.slice(-8)}`);
  expect(readdirSync(root).sort()).toEqual(['trung-ten', ...own].sort());
  expect(read('trung-ten', 'index.html')).toBe('của người khác');
  expect(own.map((folder) => ninjs(folder).uri)).toEqual(stories.map((story) => `urn:uuid:${story}`));
});

test('a watcher sees only what changed, each file come whole, the ninjs after all it names', async () => {
  const story = await desk.story();
  await desk.publish(story, to);
  await desk.edit(story, headline('Tít mới'));
  const events: [string, string | null][] = [];
  const missing: string[] = [];
  const watcher = watch(path.join(root, SLUG), (event, name) => {
    events.push([event, name]);
    if (name !== 'story.ninjs.json') return;
    for (const { renditions } of ninjs(SLUG).associations ?? [])
      for (const { href } of renditions) if (!existsSync(new URL(href))) missing.push(href);
  });
  await desk.publish(story, to);
  while (!events.some(([, name]) => name === 'story.ninjs.json')) await wait(10);
  watcher.close();
  // "change" would be a file written in place.
  expect(events.filter(([event, name]) => event === 'change' && !name?.endsWith('.tmp'))).toEqual([]);
  const order = events.map(([, name]) => name).filter((name) => !name?.endsWith('.tmp'));
  expect(order.map((name) => path.extname(name ?? ''))).toEqual(['.html', '.json']);
  expect(missing).toEqual([]);
});

test('the program ends between the page and the receipt: the next start finishes it once', async () => {
  const story = await desk.story();
  const { seq } = good(await desk.store.readStory(story));
  const ended = Promise.withResolvers<void>();
  desk.hooks.job = ({ step }) => {
    if (step !== 'update') return;
    desk.hooks.job = undefined;
    desk.close().then(ended.resolve, ended.reject);
  };
  const job = good(await desk.outbox.startPublication({ storyId: story, destinationId: to, seq, confirmed: true }));
  await ended.promise;
  expect(existsSync(path.join(root, SLUG, 'story.ninjs.json'))).toBe(true);
  desk = await openDesk(path.join(data.folder, 'profile'), { ms: desk.clock.ms + 3_600_000 });
  expect(await desk.store.listReceipts(story)).toEqual([]);
  expect((await desk.settle(job.id)).state).toBe('done');
  expect(readdirSync(root)).toEqual([SLUG]);
  expect(await desk.store.listReceipts(story)).toMatchObject([{ remoteId: SLUG, differences: [] }]);
});

test('a page that somebody changed is a conflict, kept or replaced as a person says', async () => {
  const story = await desk.story();
  await desk.publish(story, to);
  const changed = read(SLUG, 'index.html').replace('Sáng sớm', 'Chiều tối');
  writeFileSync(path.join(root, SLUG, 'index.html'), changed);
  await desk.edit(story, headline('Tít mới'));
  const job = await desk.publish(story, to);
  expect(job).toMatchObject({ state: 'conflict', error: { code: 'conflict' } });
  expect([job.conflict!.theirs, job.conflict!.ours].map((text) => /Chiều tối|Sáng sớm/.exec(text)?.[0])).toEqual([
    'Chiều tối',
    'Sáng sớm',
  ]);
  expect(job.conflict!.ours + job.conflict!.theirs).not.toMatch(/[<{]/);
  good(await desk.outbox.resolve(job.id, 'keep'));
  expect(read(SLUG, 'index.html')).toBe(changed);
  const again = await desk.publish(story, to);
  expect(again.state).toBe('conflict');
  good(await desk.outbox.resolve(again.id, 'replace'));
  expect((await desk.settle(again.id)).state).toBe('done');
  expect(read(SLUG, 'index.html')).toContain('<h1>Tít mới</h1>');
});

test('a folder that was picked up and moved away is made anew', async () => {
  const story = await desk.story();
  await desk.publish(story, to);
  rmSync(path.join(root, SLUG), { recursive: true });
  expect((await desk.publish(story, to)).state).toBe('done');
  expect(readdirSync(path.join(root, SLUG))).toHaveLength(3);
  expect(desk.receipts.at(-1)).toMatchObject({ operation: 'created', remoteId: SLUG });
});

test('a stick that is not plugged in: folderMissing, and the job goes on once it is', async () => {
  const stick = path.join(data.folder, 'stick');
  const away = await desk.destination({ type: 'folder', path: path.join(stick, 'Báo'), open: false });
  const job = await desk.publish(await desk.story(), away);
  expect(job).toMatchObject({ state: 'stopped', error: { code: 'folderMissing' } });
  mkdirSync(stick);
  good(await desk.outbox.retry(job.id));
  expect((await desk.settle(job.id)).state).toBe('done');
});

test('Check: what a folder is good for', async () => {
  const check = (folder: string) =>
    desk.accounts.check({ name: 'x', config: { type: 'folder', path: folder, open: true } });
  expect(await check(root)).toMatchObject({ ok: true, value: { canPublish: true } });
  expect(await check(path.join(root, 'a', 'b'))).toMatchObject({ ok: false, code: 'folderMissing' });
  expect(await check('Documents/Copydesk')).toMatchObject({ ok: false, code: 'badAddress' });
  writeFileSync(path.join(data.folder, 'file'), '');
  expect(await check(path.join(data.folder, 'file'))).toMatchObject({ ok: false, code: 'folderMissing' });
});

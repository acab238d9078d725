import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { readByExiftool } from '../../../scripts/measure/photos/oracle.ts';
import { newId } from '../../../story/ids.ts';
import type { Block, Story } from '../../../story/model.ts';
import { good } from '../../cms/desk.ts';
import { folderDesk, headline, SLUG } from './folder-desk.ts';

const { now, read, ninjs } = folderDesk();
const caption = (text: string) => (story: Story) => ({
  ...story,
  body: story.body.map((block) => (block.type === 'figure' ? { ...block, caption: text } : block)),
});

test('the file a reader takes home carries the texts of the page, and they follow a correction', async () => {
  const story = await now.desk.story();
  await now.desk.publish(story, now.to);
  const first = path.join(now.root, SLUG, `${SLUG}-1.jpg`);
  expect(readByExiftool(first)).toMatchObject({
    credit: 'Ảnh: Hà Văn Lường',
    caption: 'Nông dân thôn Nà Ngòa thu hoạch hồng & quýt.',
  });
  await now.desk.edit(story, caption('Nông dân thôn Nà Ngòa hái hồng.'));
  await now.desk.publish(story, now.to);
  // Another file: as long as the old page stood there, its photo was the old one.
  const second = path.join(now.root, SLUG, `${SLUG}-2.jpg`);
  expect(readByExiftool(second).caption).toBe('Nông dân thôn Nà Ngòa hái hồng.');
  expect(existsSync(first)).toBe(false);
  expect(read(SLUG, 'index.html')).toContain(`<img src="${SLUG}-2.jpg"`);
  await now.desk.publish(story, now.to);
  expect(readdirSync(path.join(now.root, SLUG)).filter((name) => name.endsWith('.jpg'))).toEqual([`${SLUG}-2.jpg`]);
});

test('photos are made as the destination wants them, and numbered by the page; a đ is a d', async () => {
  const small = { maxSide: 400, format: 'webp', targetKb: 60 } as const;
  const web = await now.desk.destination({
    type: 'folder',
    path: path.join(now.data.folder, 'web'),
    open: false,
    renditions: small,
  });
  const turn = (story: Story): Story => ({
    ...headline('Đường về Đồng Phúc')(story),
    body: story.body.flatMap((block): Block[] =>
      block.type === 'figure' ? [block, { ...block, id: newId(), recipe: { rotate: 180 } }] : [block],
    ),
  });
  const story = await now.desk.story(turn);
  expect(await now.desk.publish(story, web)).toMatchObject({ state: 'done', done: 4, total: 4 });
  const folder = path.join(now.data.folder, 'web', 'duong-ve-dong-phuc');
  const photos = readdirSync(folder).filter((name) => name.endsWith('.webp'));
  expect(photos).toEqual(['duong-ve-dong-phuc-1.webp', 'duong-ve-dong-phuc-2.webp']);
  for (const name of photos) {
    const bytes = readFileSync(path.join(folder, name));
    expect(bytes.length).toBeLessThan(60_000);
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'webp', width: 400, height: 250 });
  }
});

test('a picture that a model made is labelled in its file, in the ninjs item and in the page’s data', async () => {
  const story = await now.desk.story();
  const figure = good(await now.desk.store.readStory(story)).story.body.find((block) => block.type === 'figure')!;
  const edit = { value: 'trainedAlgorithmicMedia', by: 'Hoàng Nga', at: new Date().toISOString() };
  good(await now.desk.store.describePhoto(figure.photo, 'aiLabel', edit));
  await now.desk.publish(story, now.to);
  const uri = 'http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia';
  expect(readByExiftool(path.join(now.root, SLUG, `${SLUG}-1.jpg`)).aiLabel).toBe(uri);
  expect(ninjs(SLUG).associations).toMatchObject([{ digitalSourceType: { name: 'trainedAlgorithmicMedia', uri } }]);
  expect(read(SLUG, 'index.html')).toContain(`"digitalSourceType":"${uri}"`);
});

test('a photo whose terms forbid it does not go out, also when they are learnt while the job waits, until it is cleared', async () => {
  const hashOf = async (id: string) =>
    good(await now.desk.store.readStory(id)).story.body.find((block) => block.type === 'figure')!.photo;
  const write = async (hash: string, value: string) => {
    const edit = { value, by: 'Hoàng Nga', at: new Date().toISOString() };
    good(await now.desk.store.describePhoto(hash, 'usageTerms', edit));
  };
  const story = await now.desk.story();
  const hash = await hashOf(story);
  await write(hash, 'Không sử dụng');
  const ask = () =>
    now.desk.outbox.startPublication({ storyId: story, destinationId: now.to, seq: 0, confirmed: true });
  expect(await ask()).toMatchObject({ ok: false, code: 'photoForbidden', detail: 'thu-hoach-1.jpg: Không sử dụng' });
  await write(hash, '');

  // The stick comes back only after the desk has heard.
  const stick = path.join(now.data.folder, 'stick');
  const later = await now.desk.destination({ type: 'folder', path: path.join(stick, 'Copydesk'), open: false });
  const job = await now.desk.publish(story, later);
  expect(job).toMatchObject({ state: 'stopped', error: { code: 'folderMissing' } });
  await write(hash, 'Embargo 18h');
  mkdirSync(stick);
  good(await now.desk.outbox.retry(job.id));
  await now.desk.outbox.idle();
  expect(await now.desk.job(job.id)).toMatchObject({ state: 'stopped', error: { code: 'photoForbidden' } });
  expect(readdirSync(stick)).toEqual([]);
  await write(hash, 'Đã hết hạn giữ tin');
  good(await now.desk.outbox.retry(job.id));
  expect((await now.desk.settle(job.id)).state).toBe('done');
});

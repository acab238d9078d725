import { expect, test } from 'vitest';
import { newId } from '../../../story/ids.ts';
import { hurt, look } from './damage.ts';
import { good, makeFolder, makeStory, open } from './make.ts';

const hash = 'ab'.repeat(32);
const photo = {
  hash,
  type: 'image/jpeg' as const,
  width: 600,
  height: 400,
  size: 12345,
  name: 'bac-kan.jpg',
  caption: 'Chợ phiên',
  credit: 'Nguyễn Văn An',
  copyright: '',
  alt: '',
  photographer: 'Nguyễn Văn An',
};

test('photos are kept by their hash', async () => {
  const folder = makeFolder();
  const store = await open(folder);
  expect(await store.getPhoto(hash)).toBeNull();
  good(await store.putPhoto(photo));
  good(await store.putPhoto({ ...photo, caption: 'Chợ phiên Bắc Kạn' }));
  expect(await store.putPhoto({ ...photo, hash: 'x' })).toMatchObject({ ok: false, code: 'badRequest' });
  await store.close();
  expect(await (await open(folder)).getPhoto(hash)).toEqual({ ...photo, caption: 'Chợ phiên Bắc Kạn' });
});

test('a photo at a destination is known by both', async () => {
  const store = await open(makeFolder());
  const destination = newId();
  good(await store.putRemotePhoto(destination, hash, { id: '9', url: 'https://bao.example/9.jpg' }));
  expect(await store.getRemotePhoto(destination, hash)).toEqual({ id: '9', url: 'https://bao.example/9.jpg' });
  expect(await store.getRemotePhoto(newId(), hash)).toBeNull();
  expect(await store.putRemotePhoto(destination, 'x', { id: '9', url: '' })).toMatchObject({ code: 'badRequest' });
});

test('destinations keep their order and their ciphertext', async () => {
  const folder = makeFolder();
  const store = await open(folder);
  const secret = new Uint8Array([0, 255, 7]);
  const site = { type: 'wordpress', url: 'https://bao.example', user: 'an' } as const;
  const first = { id: newId(), name: 'Báo', config: site, secret };
  const second = {
    id: newId(),
    name: 'Thư mục',
    config: { type: 'folder', path: '/x', open: true } as const,
    secret: null,
  };
  good(await store.putDestination(first));
  good(await store.putDestination(second));
  good(await store.putDestination({ ...first, name: 'Báo tỉnh' }));
  expect(await store.putDestination({ ...first, config: {} as never })).toMatchObject({ code: 'badRequest' });
  await store.close();
  const again = await open(folder);
  expect(await again.listDestinations()).toEqual([{ ...first, name: 'Báo tỉnh' }, second]);
  good(await again.removeDestination(first.id));
  expect(await again.removeDestination(first.id)).toMatchObject({ ok: false, code: 'notFound' });
  expect(await again.listDestinations()).toEqual([second]);
});

test('values and common versions', async () => {
  const folder = makeFolder();
  const store = await open(folder);
  const story = makeStory();
  expect(await store.getValue('person')).toBeNull();
  expect(await store.getCommon(story.id)).toBeNull();
  good(await store.putValue('person', new Uint8Array([1, 2])));
  good(await store.putValue('person', new Uint8Array([3])));
  good(await store.setCommon(story.id, story));
  expect(await store.setCommon(newId(), story)).toMatchObject({ ok: false, code: 'badRequest' });
  await store.close();
  const again = await open(folder);
  expect(await again.getValue('person')).toEqual(new Uint8Array([3]));
  expect(await again.getCommon(story.id)).toEqual(story);
});

test('a damaged small row is moved aside at the start, told of once, and not handed out', async () => {
  const folder = makeFolder();
  const store = await open(folder);
  good(await store.putPhoto(photo));
  good(await store.putValue('person', new Uint8Array([1, 2])));
  await store.close();
  hurt(folder, "UPDATE photos SET data = replace(data, 'phiên', 'phien')");
  const again = await open(folder);
  expect(again.problem).toBe('damaged');
  expect(await again.getPhoto(hash)).toBeNull();
  expect(await again.getValue('person')).toEqual(new Uint8Array([1, 2]));
  await again.close();
  const [aside] = look(folder, 'SELECT source, key, reason, data FROM quarantine');
  expect(aside).toMatchObject({ source: 'photos', key: hash, reason: 'checksum' });
  expect(String(aside?.data)).toContain('Chợ phien');
  expect((await open(folder)).problem).toBeNull();
});

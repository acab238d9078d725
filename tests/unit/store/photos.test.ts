import { expect, test } from 'vitest';
import type { PhotoInfo } from '../../../preload/contract.ts';
import { newId } from '../../../story/ids.ts';
import type { Figure } from '../../../story/model.ts';
import { photoText } from '../../../story/photo/facts.ts';
import { hurt, look } from './damage.ts';
import { good, makeFolder, makeStory, open } from './make.ts';

const [ONE, TWO] = ['ab'.repeat(32), 'cd'.repeat(32)];
const info = (hash = ONE): PhotoInfo => ({
  hash,
  type: 'image/jpeg',
  width: 300,
  height: 200,
  size: 1000,
  name: 'a.jpg',
  ...{ caption: 'Chợ phiên', credit: '', copyright: '', alt: '', photographer: 'Hà Văn Lường' },
  facts: { caption: { value: 'Chợ phiên', from: 'xmp' }, photographer: { value: 'Hà Văn Lường', from: 'iim' } },
});
const figure = (photo: string): Figure => ({
  id: newId(),
  type: 'figure',
  photo,
  width: 300,
  height: 200,
  ...{ caption: '', credit: '', copyright: '', alt: '' },
  unchecked: [],
});

test('what a person writes of a photo is in force, kept, and beside what its file says', async () => {
  const folder = makeFolder();
  const store = await open(folder);
  good(await store.putPhoto(info()));
  const edit = { value: 'Chợ phiên Bản Thi', by: 'Hương', at: '2026-11-27T22:00:00.000Z' };
  good(await store.describePhoto(ONE, 'caption', edit));
  good(await store.describePhoto(ONE, 'credit', { ...edit, value: 'Ảnh: Hà Văn Lường' }));
  await store.close();
  const again = (await (await open(folder)).getPhoto(ONE)) as PhotoInfo;
  expect(again.facts).toEqual(info().facts);
  expect(again.edits?.caption).toEqual(edit);
  expect(['caption', 'credit', 'photographer'].map((field) => photoText(again, field as 'caption'))).toEqual([
    'Chợ phiên Bản Thi',
    'Ảnh: Hà Văn Lường',
    'Hà Văn Lường',
  ]);
});

test('nothing is written of a photo that is not here', async () => {
  const store = await open(makeFolder());
  const edit = { value: 'x', by: 'An', at: '2026-11-27T22:00:00.000Z' };
  expect(await store.describePhoto(ONE, 'caption', edit)).toMatchObject({ code: 'notFound' });
});

test('the stories that show a photo: as they stand now, in the trash too, the last changed first', async () => {
  const store = await open(makeFolder());
  const [first, second] = [makeStory('Một'), makeStory('Hai')];
  first.body = [figure(ONE), figure(TWO), figure(ONE)];
  good(await store.createStory(first, 'an'));
  good(await store.createStory(second, 'an'));
  expect((await store.photoUses(ONE)).map((use) => use.headline)).toEqual(['Một']);
  // A record that no snapshot holds yet.
  const block = figure(ONE);
  good(await store.appendRecord(second.id, 0, { blocks: [block], placed: [{ id: block.id, after: null }] }, 'an'));
  expect((await store.photoUses(ONE)).map((use) => use.headline)).toEqual(['Hai', 'Một']);
  good(await store.appendRecord(second.id, 1, { removed: [block.id] }, 'an'));
  good(await store.trashStory(first.id));
  expect(await store.photoUses(ONE)).toEqual([{ storyId: first.id, headline: 'Một', status: 'draft', inTrash: true }]);
});

test('a row from before photos were noted in it is derived anew', async () => {
  const folder = makeFolder();
  const store = await open(folder);
  const story = makeStory('Một');
  story.body = [figure(ONE)];
  good(await store.createStory(story, 'an'));
  await store.close();
  const [row] = look(folder, 'SELECT data FROM stories');
  const { photos, ...older } = JSON.parse(String(row?.data));
  expect(photos).toEqual([ONE]);
  const { seal } = await import('../../../main/store/sealed.ts');
  const data = JSON.stringify(older);
  hurt(folder, 'UPDATE stories SET data = ?, sum = ?', data, seal('stories', { id: story.id, seq: 0, data }));
  const again = await open(folder);
  expect((await again.photoUses(ONE)).map((use) => use.storyId)).toEqual([story.id]);
});

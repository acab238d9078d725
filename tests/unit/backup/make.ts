import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { BackupNeeds, Made } from '../../../main/backup/make.ts';
import { backupName, makeBackup } from '../../../main/backup/make.ts';
import { createMedia, type Media } from '../../../main/media/index.ts';
import type { PhotoInfo, Result } from '../../../preload/contract.ts';
import { newId } from '../../../story/ids.ts';
import type { Story } from '../../../story/model.ts';
import { appendTexts, good, makeFolder, makeStory, open, type TestStore } from '../store/make.ts';
import { samplePhoto } from './photo.ts';

export type TestLibrary = {
  /** Holds `library/`, and what a test puts beside it. */
  root: string;
  folder: string;
  /** An empty folder to back up to. */
  place: string;
  store: TestStore;
  media: Media;
  needs: BackupNeeds;
};

/** A real library with `stories` stories of a few records each, the first of them with a photo. */
export async function makeLibrary(stories = 2, root = makeFolder()): Promise<TestLibrary> {
  const folder = path.join(root, 'library');
  const place = path.join(root, 'stick');
  mkdirSync(place, { recursive: true });
  const store = await open(folder);
  const media = createMedia({ folder, store });
  const library = { root, folder, place, store, media, needs: { store, library: folder, program: '0.1.0' } };
  for (let number = 1; number <= stories; number++) {
    const story = makeStory(`Tin số ${number}`);
    const photo = number === 1 ? good(await media.importPhoto('chợ phiên.png', await samplePhoto())) : null;
    good(await store.createStory(photo ? withPhoto(story, photo) : story, 'an'));
    await appendTexts(store, story.id, ['Đoạn mở đầu.', 'Đoạn thứ hai.']);
    good(await store.checkpoint(story.id));
  }
  mkdirSync(path.join(folder, 'templates'), { recursive: true });
  writeFileSync(path.join(folder, 'templates', 'Tin thể thao.json'), '{}');
  return library;
}

export const withPhoto = (story: Story, photo: PhotoInfo): Story => ({
  ...story,
  body: [
    ...story.body,
    {
      id: newId(),
      type: 'figure',
      photo: photo.hash,
      width: photo.width,
      height: photo.height,
      caption: 'Chợ phiên',
      credit: 'An',
      copyright: '',
      alt: '',
      unchecked: [],
    },
  ],
});

/** A photo-like file of random bytes in the library, under the hash it does have. */
export const noise = (bytes: number): Buffer => randomBytes(bytes);

export const backUp = (
  library: TestLibrary,
  place = library.place,
  signal = new AbortController().signal,
): Promise<Result<Made>> =>
  makeBackup(
    library.needs,
    { folder: place, name: backupName(new Date(2026, 10, 27, 8, 30)) },
    () => undefined,
    signal,
  );

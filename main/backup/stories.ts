import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Result } from '../../preload/contract.ts';
import { newId } from '../../story/ids.ts';
import type { Story } from '../../story/model.ts';
import type { Media } from '../media/index.ts';
import type { Store } from '../store/api.ts';
import { ask } from './ask.ts';
import type { TakenStory } from './inspect.ts';
import { DATABASE, photoHash } from './manifest.ts';
import type { Opened } from './opened.ts';
import { readBackup } from './reader.ts';
import { outcome, Trouble } from './trouble.ts';
import type { Steps } from './works.ts';

type Needs = {
  store: Pick<Store, 'createStory' | 'readStory' | 'setNotes' | 'getPhoto'>;
  media: Pick<Media, 'importPhoto' | 'readOriginal'>;
  author(): string;
  /** Behind the headline of a copy, to tell it from the story that is here. */
  copySuffix: string;
};

/**
 * Adds stories out of a backup to the library, with their photos and notes: under the id they had, or, where a story of that
 * id is here, as a copy beside it; nothing here is changed. Gives how many, and of how many photos the file was not to
 * be had. Failures: damagedBackup, notFound, cancelled (what was added by then stays), and the store's.
 */
export const takeStories = (
  { store, media, author, copySuffix }: Needs,
  opened: Opened,
  ids: readonly string[],
  { signal, progress }: Steps,
): Promise<Result<{ added: number; missingPhotos: number }>> =>
  outcome(async () => {
    const taken: TakenStory[] = [];
    for (const id of ids) taken.push(await readOne(opened, id, signal));
    const missingPhotos = await takePhotos(media, opened, taken, { signal, progress });
    let added = 0;
    for (const { story, notes } of taken) {
      signal.throwIfAborted();
      const here = await store.readStory(story.id);
      const isFree = !here.ok && here.code === 'notFound';
      const own = isFree ? story : copyOf(story, copySuffix);
      demand(await store.createStory(own, author()));
      if (notes) demand(await store.setNotes(own.id, notes));
      added++;
    }
    return { added, missingPhotos };
  });

/** Everything as it was then, as another story. */
const copyOf = (story: Story, suffix: string): Story => ({
  ...story,
  id: newId(),
  fields: { ...story.fields, headline: `${story.fields.headline} ${suffix}`.trim() },
});

function demand<T>(result: Result<T>): T {
  if (!result.ok) throw new Trouble(result.code, result.detail);
  return result.value;
}

const readOne = async (opened: Opened, id: string, signal: AbortSignal): Promise<TakenStory> =>
  demand(await ask({ ask: 'story', path: path.join(opened.scratch, DATABASE), id }, signal));

/** The photos of the stories that are not here yet come out of the backup; gives how many are in neither. */
async function takePhotos(
  media: Needs['media'],
  opened: Opened,
  taken: readonly TakenStory[],
  { signal, progress }: Steps,
): Promise<number> {
  const wanted = new Map<string, string>();
  for (const { photos } of taken)
    for (const { hash, name } of photos) if (!(await media.readOriginal(hash)).ok) wanted.set(hash, name);
  if (wanted.size === 0) return 0;
  const folder = path.join(opened.scratch, 'photos');
  try {
    let done = 0;
    await readBackup(opened.file, {
      step: (bytes) => {
        signal.throwIfAborted();
        done += bytes;
        progress(done, opened.bytes);
      },
      unpack: (name) => {
        const hash = photoHash(name);
        return hash && wanted.has(hash) ? path.join(folder, hash) : null;
      },
    });
    let missing = 0;
    for (const [hash, name] of wanted) {
      const bytes = await readFile(path.join(folder, hash)).catch(() => null);
      const photo = bytes && (await media.importPhoto(name, bytes));
      if (photo && !photo.ok && photo.code === 'diskFull') throw new Trouble('diskFull', photo.detail);
      if (!photo?.ok || photo.value.hash !== hash) missing++;
    }
    return missing;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

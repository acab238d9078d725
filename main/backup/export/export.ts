import { lstat, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Exported, LibraryRow, Result } from '../../../preload/contract.ts';
import type { Language } from '../../../story/model.ts';
import { syncFolder } from '../../durable.ts';
import type { Store } from '../../store/api.ts';
import type { Texts } from '../../texts.ts';
import { atPlace, outcome, Trouble } from '../trouble.ts';
import type { Steps } from '../works.ts';
import { type Listed, listPage } from './list.ts';
import { Names, storyStem } from './names.ts';
import { exportStory, type StoryNeeds } from './story.ts';

type Needs = StoryNeeds & { store: Pick<Store, 'listStories' | 'openStory'>; texts: Texts; language: Language };

/** While it is being written it has this at the end of its name; nothing of that name is ever a whole export. */
const UNFINISHED = '.unfinished';
const OURS = /^Copydesk-export-\d{4}-\d\d-\d\d-\d{4}(-\d+)?\.unfinished$/;

/**
 * Writes every story, those in the trash too, as plain files into a new folder `name` in `place`: one folder a story, and
 * `index.html`, which lists them. The folder has its name when all is written; what was begun and not finished (a crash, an
 * unplugged stick) is removed by the next one. Failures: place…, cancelled.
 */
export const exportLibrary = (
  needs: Needs,
  place: string,
  name: string,
  { signal, progress }: Steps,
): Promise<Result<Exported>> =>
  outcome(async () => {
    await removeUnfinished(place);
    const folder = await freeFolder(place, name);
    const work = `${folder}${UNFINISHED}`;
    try {
      await atPlace(place, () => mkdir(work));
      await atPlace(place, () => mkdir(path.join(work, 'stories')));
      const rows = await needs.store.listStories();
      const names = new Names();
      const listed: Listed[] = [];
      for (const [index, row] of rows.entries()) {
        signal.throwIfAborted();
        progress(index, rows.length);
        listed.push(await writeOne(needs, row, work, names));
      }
      const page = listPage(listed, new Date().toISOString(), needs.language, needs.texts);
      await atPlace(work, () => writeFile(path.join(work, 'index.html'), page, { flag: 'wx', flush: true }));
      signal.throwIfAborted();
      await atPlace(place, () => rename(work, folder));
      await syncFolder(place).catch(() => undefined);
      const problems = listed.reduce((sum, one) => sum + one.missingPhotos + (one.folder === null ? 1 : 0), 0);
      return { path: folder, stories: rows.length, problems };
    } catch (error) {
      await rm(work, { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined);
      throw error;
    }
  });

async function writeOne(needs: Needs, row: LibraryRow, work: string, names: Names): Promise<Listed> {
  const read = await needs.store.openStory(row.id);
  if (!read.ok) return { row, folder: null, missingPhotos: 0 };
  const { story } = read.value;
  const folder = `stories/${names.give(storyStem(story.fields.headline, story.createdAt))}`;
  const missing = await exportStory(needs, story, path.join(work, folder));
  return { row, folder, missingPhotos: missing.length };
}

async function removeUnfinished(place: string): Promise<void> {
  for (const name of await atPlace(place, () => readdir(place)))
    if (OURS.test(name)) await rm(path.join(place, name), { recursive: true, force: true }).catch(() => undefined);
}

async function freeFolder(place: string, name: string): Promise<string> {
  for (let number = 1; number < 100; number++) {
    const folder = path.join(place, `${name}${number === 1 ? '' : `-${number}`}`);
    const taken = await atPlace(folder, () =>
      lstat(folder).catch((error) => (error.code === 'ENOENT' ? null : Promise.reject(error))),
    );
    if (!taken) return folder;
  }
  throw new Trouble('placeTaken', place);
}

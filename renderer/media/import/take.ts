import type { NodeKey } from 'lexical';
import type { Failure, PhotoInfo, Result, Sheet } from '../../../preload/contract.ts';
import { call, takeFile } from '../../api.ts';
import { caretBlock, insertPhotos } from '../../editor/figures.ts';
import { fileOf, type PlacedPicture } from '../../editor/pasted/pictures.ts';
import type { StorySession } from '../../editor/types.ts';
import { t } from '../../i18n.ts';
import { desk } from '../../state.ts';
import { createStore } from '../../store.ts';
import { notice, problem } from '../../ui/toasts.tsx';

/** A photo that is to be taken in, by the name of its file. */
export type Source = { name: string; take: () => Promise<Result<PhotoInfo>> };
export type Failed = { source: Source; failure: Failure };
/** Where the photos go: behind a block of a story, or (null) only into the library. */
export type Goal = { session: StorySession; behind: NodeKey | null } | null;

/** Photos being taken in: how far, and at which. Null: none are. */
export const importing = createStore<{ done: number; total: number; name: string; cancel: () => void } | null>(null);
/** What an import left out, to be looked at and tried again. */
export const leftOut = createStore<{ failed: Failed[]; taken: number; goal: Goal } | null>(null);

const waiting: (() => Promise<void>)[] = [];
let isRunning = false;

/** One import after the other: a second one waits for the first. */
async function inTurn(work: () => Promise<void>): Promise<void> {
  await new Promise<void>((done) => {
    waiting.push(() => work().finally(done));
    if (!isRunning) void runAll();
  });
}

async function runAll(): Promise<void> {
  isRunning = true;
  for (let next = waiting.shift(); next; next = waiting.shift()) await next().catch(console.error);
  isRunning = false;
}

/**
 * Takes photos in one by one, then puts them into the story together, as one step of undo. Cancelled, what is in stays in.
 * What failed is told at the end, each with its reason, and can be tried again.
 */
export const takeIn = (sources: readonly Source[], goal: Goal): Promise<void> =>
  inTurn(async () => {
    const began = new Date().toISOString();
    const photos: PhotoInfo[] = [];
    const failed: Failed[] = [];
    let isCancelled = false;
    const cancel = () => {
      isCancelled = true;
    };
    for (const [done, source] of sources.entries()) {
      if (isCancelled) break;
      importing.set({ done, total: sources.length, name: source.name, cancel });
      const taken = await source.take();
      if (taken.ok) photos.push(taken.value);
      else failed.push({ source, failure: taken });
    }
    importing.set(null);
    const each = photos.filter((photo, at) => photos.findIndex(({ hash }) => hash === photo.hash) === at);
    if (goal && each.length > 0 && desk.session() === goal.session) insertPhotos(goal.session, each, goal.behind);
    tell(each, photos.length - each.length, failed, goal, began);
  });

function tell(photos: readonly PhotoInfo[], twice: number, failed: Failed[], goal: Goal, began: string): void {
  const [only] = failed;
  if (only && failed.length === 1 && photos.length === 0) problem(only.failure);
  else if (only) leftOut.set({ failed, taken: photos.length, goal });
  // What was here before, or came twice: it is in the story as asked, and once in the library.
  const known = twice + photos.filter(({ importedAt }) => !importedAt || importedAt < began).length;
  if (photos.length === 0) return;
  const said = t(goal ? 'desk.photosAdded' : 'photos.import.inLibrary', { count: photos.length });
  notice(known > 0 ? `${said} ${t('photos.import.known', { count: known })}` : said);
}

const here = (session: StorySession): Goal => ({ session, behind: caretBlock(session) });

const ofSheet = (sheet: Sheet, index: number): Source => ({
  name: sheet.entries[index]?.name ?? '',
  take: () => call('photo.take', { sheet: sheet.id, index }),
});

export async function choosePhotos(session: StorySession): Promise<void> {
  const goal = here(session);
  const chosen = await call('photo.choose', {});
  if (!chosen.ok) return problem(chosen);
  await takeIn(
    chosen.value.entries.map((_, index) => ofSheet(chosen.value, index)),
    goal,
  );
}

/** Entries of a contact sheet, in this order. */
export const takeChosen = (sheet: Sheet, chosen: readonly number[], session: StorySession | null): Promise<void> =>
  takeIn(
    chosen.map((index) => ofSheet(sheet, index)),
    session && here(session),
  );

/** Files dropped on the story, behind the caret that the drop has put there. */
export const dropPhotos = (session: StorySession, files: readonly File[]): Promise<void> =>
  takeIn(
    files.map((file) => ({ name: file.name, take: () => taken(file) })),
    here(session),
  );

async function taken(file: File): Promise<Result<PhotoInfo>> {
  const byPath = await takeFile(file);
  if (byPath) return byPath;
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    return await call('photo.import', { name: file.name.slice(0, 500), bytes });
  } catch {
    // A file that is gone, or whose card is.
    return { ok: false, code: 'fileGone', detail: file.name };
  }
}

/** Pictures that came with a paste: each behind its paragraph; what it showed in words is its alt text where it has none. */
export async function pastePictures(session: StorySession, pictures: readonly PlacedPicture[]): Promise<void> {
  for (const [index, picture] of pictures.entries()) {
    const imported = await taken(fileOf(picture, index));
    if (!imported.ok) problem(imported);
    else if (desk.session() === session) session.insertPhoto(imported.value, picture.behind, picture.alt);
  }
}

import type { Failure, PhotoInfo, Result } from '../preload/contract.ts';
import { call } from './api.ts';
import { fileOf, type PlacedPicture } from './editor/pasted/pictures.ts';
import type { StorySession } from './editor/types.ts';
import { t } from './i18n.ts';
import { refreshLibrary } from './library/library.ts';
import { desk, isStoryWindow, openInspector, type Tab } from './state.ts';
import { notice, problem } from './ui/toasts.tsx';

/**
 * Opens a story; when the open one cannot be saved, stays and says both. `take`: also where another window has it, which
 * then lets go of it. From a story's own window another story opens in its own.
 */
export async function openStory(id: string, take = false): Promise<boolean> {
  if (isStoryWindow() && desk.session()?.storyId !== id) {
    void openInWindow(id);
    return false;
  }
  const opened = await desk.open(id, take);
  if (!opened.ok) stayed(opened);
  return opened.ok;
}

/** A story in a window of its own; the one that is open here goes there. */
export async function openInWindow(id: string): Promise<void> {
  if (!isStoryWindow()) {
    const left = await desk.letGo(id);
    if (!left.ok) return problem(left);
  }
  const opened = await call('window.openStory', { storyId: id });
  if (!opened.ok) problem(opened);
}

/** Says what failed; and, where that is why the open story was not left, that too. */
function stayed(failure: Failure): void {
  if (failure.code === 'openElsewhere') return void notice(t('error.openElsewhere'));
  const isSaved = (desk.session()?.saveState().kind ?? 'saved') === 'saved';
  problem(failure, isSaved ? undefined : t('desk.stayed'));
}

export async function newStory(): Promise<void> {
  if (isStoryWindow()) return newStoryInWindow();
  const made = await desk.create();
  if (!made.ok) return stayed(made);
  refreshLibrary();
  requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-field="headline"]')?.focus());
}

async function newStoryInWindow(): Promise<void> {
  const made = await call('story.create', {});
  if (made.ok) await openInWindow(made.value.id);
  else problem(made);
}

export async function saveNow(session: StorySession): Promise<void> {
  const saved = await session.flush('blur');
  if (!saved.ok) problem(saved);
}

export async function choosePhotos(session: StorySession): Promise<void> {
  const chosen = await call('photo.choose', {});
  if (!chosen.ok) return problem(chosen);
  insertPhotos(session, chosen.value);
}

/** Files dropped on the story: each is imported, or fails for itself. */
export async function dropPhotos(session: StorySession, files: readonly File[]): Promise<void> {
  const results: Result<PhotoInfo>[] = [];
  for (const file of files) {
    const bytes = new Uint8Array(await file.arrayBuffer());
    results.push(await call('photo.import', { name: file.name.slice(0, 500), bytes }));
  }
  insertPhotos(session, results);
}

/** Pictures that came with a paste: each behind its paragraph; what it showed in words is its alt text where it has none. */
export async function pastePictures(session: StorySession, pictures: readonly PlacedPicture[]): Promise<void> {
  for (const [index, picture] of pictures.entries()) {
    const file = fileOf(picture, index);
    const bytes = new Uint8Array(await file.arrayBuffer());
    const imported = await call('photo.import', { name: file.name, bytes });
    if (!imported.ok) problem(imported);
    else if (desk.session() === session)
      session.insertPhoto({ ...imported.value, alt: imported.value.alt || picture.alt }, picture.behind);
  }
}

function insertPhotos(session: StorySession, results: readonly Result<PhotoInfo>[]): void {
  let count = 0;
  for (const result of results) {
    if (!result.ok) problem(result);
    else if (desk.session() === session) {
      session.insertPhoto(result.value);
      count++;
    }
  }
  if (count > 0) notice(t('desk.photosAdded', { count }));
}

export function showTab(tab: Tab): void {
  openInspector(tab);
  // The tab is rendered first.
  requestAnimationFrame(() => {
    const start = document.querySelector<HTMLElement>('[data-tab-start]:not([data-disabled])');
    (start ?? document.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]'))?.focus();
  });
}

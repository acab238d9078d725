import type { Failure, PhotoInfo, Result } from '../preload/contract.ts';
import { call } from './api.ts';
import type { StorySession } from './editor/types.ts';
import { t } from './i18n.ts';
import { desk, loadRows, openInspector, type Tab } from './state.ts';
import { notice, problem } from './ui/toasts.tsx';

/** Opens a story; when the open one cannot be saved, stays and says both. */
export async function openStory(id: string): Promise<boolean> {
  const opened = await desk.open(id);
  if (!opened.ok) stayed(opened);
  return opened.ok;
}

/** Says what failed; and, where that is why the open story was not left, that too. */
function stayed(failure: Failure): void {
  const isSaved = (desk.session()?.saveState().kind ?? 'saved') === 'saved';
  problem(failure, isSaved ? undefined : t('desk.stayed'));
}

export async function newStory(): Promise<void> {
  const made = await desk.create();
  if (!made.ok) return stayed(made);
  void loadRows();
  requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-field="headline"]')?.focus());
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

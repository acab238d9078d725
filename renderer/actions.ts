import type { Failure } from '../preload/contract.ts';
import { call } from './api.ts';
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

export function showTab(tab: Tab): void {
  openInspector(tab);
  // The tab is rendered first.
  requestAnimationFrame(() => {
    const start = document.querySelector<HTMLElement>('[data-tab-start]:not([data-disabled])');
    (start ?? document.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]'))?.focus();
  });
}

import { openStory } from '../actions.ts';
import { call } from '../api.ts';
import { t } from '../i18n.ts';
import { isWide, list, query, refreshLibrary } from '../library/library.ts';
import { indexOf, rowAt } from '../library/pages.ts';
import { desk, isStoryWindow } from '../state.ts';
import { notice, problem } from '../ui/toasts.tsx';

/** Of a story, what these need to know. */
export type Named = { id: string; headline: string };

const nameOf = ({ headline }: Named): string => headline.trim() || t('library.untitled');
const openHere = (id: string) => {
  const session = desk.session();
  return session?.storyId === id ? session : null;
};

export async function pinStory({ id }: Named, pinned: boolean): Promise<void> {
  const done = await call('shelf.pin', { id, pinned });
  if (!done.ok) return problem(done);
  notice(pinned ? t('shelf.pinned') : t('shelf.unpinned'));
}

/** Pins what is not pinned, and the other way round. */
export async function togglePin(story: Named): Promise<void> {
  const place = await call('shelf.get', { id: story.id });
  if (place.ok) await pinStory(story, !place.value.pinned);
  else problem(place);
}

/** A new draft with the same text, what is unsaved included; opened at once. */
export async function duplicateStory(story: Named): Promise<void> {
  const flushed = await openHere(story.id)?.flush('handoff');
  if (flushed && !flushed.ok) return problem(flushed);
  const made = await call('story.duplicate', { id: story.id });
  if (!made.ok) return problem(made);
  await openMade(made.value.id);
  notice(t('shelf.duplicated', { headline: nameOf(story) }));
}

/** Opens a story that was just made, with the caret in its headline. */
export async function openMade(id: string): Promise<void> {
  const opened = await openStory(id);
  refreshLibrary();
  if (!opened) return;
  isWide.set(false);
  requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-field="headline"]')?.focus());
}

/** Into the trash; where it is open here, the next story takes its place. It can be undone for a while. */
export async function trashStory(story: Named): Promise<void> {
  const session = openHere(story.id);
  const flushed = await session?.flush('switch');
  if (flushed && !flushed.ok) return problem(flushed);
  const next = nextTo(story.id);
  const trashed = await call('shelf.trash', { id: story.id });
  if (!trashed.ok) return problem(trashed);
  if (session && !(await leave(story.id, next))) return;
  refreshLibrary();
  notice(t('shelf.trashed', { headline: nameOf(story) }), {
    label: t('shelf.undo'),
    run: () => void undoTrash(story, session !== null),
  });
}

async function undoTrash(story: Named, wasOpen: boolean): Promise<void> {
  const restored = await call('shelf.restore', { id: story.id });
  if (!restored.ok) return problem(restored);
  refreshLibrary();
  if (wasOpen) await openStory(story.id);
}

/** The story beside it in the list; null where there is none, or the list shows the trash. */
function nextTo(id: string): string | null {
  if (isStoryWindow() || query.get().shelf === 'trash') return null;
  const listing = list().listing.get();
  const at = indexOf(listing, id);
  return at < 0 ? null : ((rowAt(listing, at + 1) ?? rowAt(listing, at - 1))?.id ?? null);
}

/** Lets go of an open story for another one, or for none. */
async function leave(id: string, next: string | null): Promise<boolean> {
  if (next && (await openStory(next))) return true;
  const left = await desk.letGo(id);
  if (!left.ok) problem(left);
  return left.ok;
}

export async function restoreStory(story: Named): Promise<void> {
  const restored = await call('shelf.restore', { id: story.id });
  if (!restored.ok) return problem(restored);
  refreshLibrary();
  notice(t('shelf.restored', { headline: nameOf(story) }));
}

/** For ever: the person has been asked. */
export async function deleteStory(story: Named): Promise<void> {
  if (openHere(story.id) && !(await leave(story.id, null))) return;
  const deleted = await call('shelf.delete', { id: story.id });
  if (!deleted.ok) return problem(deleted);
  refreshLibrary();
  notice(t('shelf.deleted', { headline: nameOf(story) }));
}

/** For ever, everything in the trash: the person has been asked. */
export async function emptyTrash(): Promise<void> {
  const session = desk.session();
  const place = session ? await call('shelf.get', { id: session.storyId }) : null;
  if (session && place?.ok && place.value.trashedAt && !(await leave(session.storyId, null))) return;
  const emptied = await call('shelf.emptyTrash', {});
  if (!emptied.ok) return problem(emptied);
  refreshLibrary();
  const { deleted, kept } = emptied.value;
  notice(t('shelf.emptied', { count: deleted }));
  if (kept > 0) notice(t('shelf.kept', { count: kept }));
}

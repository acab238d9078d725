import type { PhotoFind, PhotoRow, PhotosFound } from '../../../preload/contract.ts';
import { call, onEvent } from '../../api.ts';
import { focusPane } from '../../desk/panes.ts';
import { createPages, type Listing, type Pages } from '../../library/pages.ts';
import { createStore } from '../../store.ts';
import { importing } from '../import/take.ts';
import { EVERY_PHOTO, type PhotoQuery, toPhotoFind } from './query.ts';

/** What the library of photos shows. It outlives its view: reopened, it stands where it was. */
export const photoQuery = createStore<PhotoQuery>(EVERY_PHOTO);
/** It stands over the story. */
export const photosOpen = createStore(false);
/** The photos chosen, by hash, in the order they were chosen in. */
export const chosen = createStore<ReadonlyMap<string, PhotoRow>>(new Map());
/** Photos are being dragged out of it: the story comes into sight. */
export const isDragging = createStore(false);

export type PhotoPages = Pages<PhotoFind, PhotoRow, PhotosFound['facets']>;
export type PhotoListing = Listing<PhotoRow, PhotosFound['facets']>;

const question = () => toPhotoFind(photoQuery.get(), Date.now());
const all: PhotoPages = createPages((find: PhotoFind) => call('photo.find', find));
export const photoPages = (): PhotoPages => all;

/** At most once in so many milliseconds, since an import changes much. */
const REST_MS = 1_000;

/** Asks, and asks again whenever something changes, as long as the view is open. Returns its own end. */
export function followPhotos(): () => void {
  let rest: ReturnType<typeof setTimeout> | undefined;
  const refresh = () => all.refresh(question());
  const later = () => {
    rest ??= setTimeout(() => {
      rest = undefined;
      refresh();
    }, REST_MS);
  };
  all.ask(question());
  const undo = [
    photoQuery.subscribe(() => all.ask(question())),
    onEvent('photo.changed', later),
    onEvent('library.changed', later),
    importing.subscribe(later),
    // Soon after the start not all photos are read yet.
    all.listing.subscribe(() => all.listing.get().isCut && later()),
  ];
  return () => {
    clearTimeout(rest);
    for (const stop of undo) stop();
  };
}

export const refreshPhotos = (): void => all.refresh(question());

/** The library of photos goes; the caret is back in the story. */
export function closePhotos(): void {
  photosOpen.set(false);
  isDragging.set(false);
  requestAnimationFrame(() => focusPane('editor'));
}

/** Chooses photos, or takes them out of what is chosen. */
export function choose(rows: readonly PhotoRow[], on: (row: PhotoRow, was: boolean) => boolean): void {
  chosen.set((now) => {
    const next = new Map(now);
    for (const row of rows)
      if (on(row, now.has(row.id))) next.set(row.id, row);
      else next.delete(row.id);
    return next;
  });
}

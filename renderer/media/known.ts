import { useEffect } from 'react';
import type { PhotoInfo } from '../../preload/contract.ts';
import { call, onEvent } from '../api.ts';
import { createStore, useStore } from '../store.ts';

/** What is known of the photos that anybody here has asked about, by their hash, kept up to date. */
export const knownPhotos = createStore<ReadonlyMap<string, PhotoInfo>>(new Map());
/** Askings, by hash: under way, or answered with what is known. */
const asked = new Map<string, Promise<void>>();

async function ask(hash: string): Promise<void> {
  const info = await call('photo.get', { hash });
  if (info.ok) knownPhotos.set((known) => new Map(known).set(hash, info.value));
  else asked.delete(hash);
}

let listens = false;
/** Resolves when what is known of these photos is there; one the library does not have stays unknown. */
export async function learnPhotos(hashes: readonly string[]): Promise<void> {
  if (!listens) onEvent('photo.changed', ({ hash }) => void (asked.has(hash) && ask(hash)));
  listens = true;
  for (const hash of hashes) if (!asked.has(hash)) asked.set(hash, ask(hash));
  await Promise.all(hashes.map((hash) => asked.get(hash)));
}

/** The same for a component. `hashes`: one string of them, so that the same ones are asked for once. */
export function useKnownPhotos(hashes: readonly string[]): ReadonlyMap<string, PhotoInfo> {
  const names = hashes.join(' ');
  useEffect(() => void learnPhotos(names === '' ? [] : names.split(' ')), [names]);
  return useStore(knownPhotos);
}

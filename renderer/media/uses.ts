import { useEffect } from 'react';
import type { PhotoUse } from '../../preload/contract.ts';
import { call, onEvent } from '../api.ts';
import { createStore, useStore } from '../store.ts';

/** Which stories show the photos that somebody asked about, by hash. */
const photoUses = createStore<ReadonlyMap<string, readonly PhotoUse[]>>(new Map());

async function ask(hash: string): Promise<void> {
  const uses = await call('photo.uses', { hash });
  if (uses.ok) photoUses.set((known) => new Map(known).set(hash, uses.value));
}

/** Which stories show these photos, asked again when something was published. */
export function usePhotoUses(hashes: readonly string[]): ReadonlyMap<string, readonly PhotoUse[]> {
  const names = hashes.join(' ');
  useEffect(() => {
    const askAll = () => {
      for (const hash of names === '' ? [] : names.split(' ')) void ask(hash);
    };
    askAll();
    return onEvent('receipt.made', askAll);
  }, [names]);
  return useStore(photoUses);
}

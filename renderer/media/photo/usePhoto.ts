import { useEffect, useState } from 'react';
import type { PhotoInfo } from '../../../preload/contract.ts';
import { useStore } from '../../store.ts';
import { knownPhotos, learnPhotos } from '../known.ts';

/** What is known of a photo, kept up to date. null: not there yet; 'missing': the library has no such photo. */
export function usePhoto(hash: string): PhotoInfo | 'missing' | null {
  const info = useStore(knownPhotos).get(hash);
  const [missing, setMissing] = useState<string | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void learnPhotos([hash]).then(() => isCurrent && setMissing(hash));
    return () => {
      isCurrent = false;
    };
  }, [hash]);
  return info ?? (missing === hash ? 'missing' : null);
}

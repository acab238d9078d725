import { useEffect, useState } from 'react';
import type { PhotoInfo } from '../../../preload/contract.ts';
import { call, onEvent } from '../../api.ts';

/** What is known of a photo, kept up to date. null: not there yet; 'missing': the library has no such photo. */
export function usePhoto(hash: string): PhotoInfo | 'missing' | null {
  const [info, setInfo] = useState<PhotoInfo | 'missing' | null>(null);
  useEffect(() => {
    let isCurrent = true;
    const load = async () => {
      const got = await call('photo.get', { hash });
      if (isCurrent) setInfo(got.ok ? got.value : 'missing');
    };
    void load();
    const stop = onEvent('photo.changed', (changed) => changed.hash === hash && void load());
    return () => {
      isCurrent = false;
      stop();
    };
  }, [hash]);
  return info;
}

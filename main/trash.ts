import type { Store } from './store/api.ts';

const HOUR_MS = 60 * 60 * 1000;

/**
 * Deletes what has been in the trash for long enough, now and then once an hour, so that each day counts on which the
 * program runs. `changed` hears of it. Gives its own end.
 */
export function watchTrash(store: Pick<Store, 'sweepTrash'>, changed: () => void, everyMs = HOUR_MS): () => void {
  const sweep = async () => {
    const swept = await store.sweepTrash(new Date().toISOString());
    if (!swept.ok)
      console.error('trash:', swept); // it is tried again
    else if (swept.value.length > 0) changed();
  };
  void sweep();
  const timer = setInterval(() => void sweep(), everyMs);
  timer.unref();
  return () => clearInterval(timer);
}

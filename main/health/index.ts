import type { EventName, Events, Health } from '../../preload/contract.ts';
import type { Store } from '../store/api.ts';
import { dailyCheckUp } from './check-ups.ts';
import { watchClock } from './clock.ts';
import { watchDisk } from './disk.ts';

export type HealthWatch = {
  /** The disk is looked at anew. */
  read(): Promise<Health>;
  /** The computer has slept. */
  resumed(): void;
  /** Before the store is closed. */
  close(): Promise<void>;
};
type Needs = {
  store: Store;
  folder: string;
  send<K extends EventName>(name: K, payload: Events[K]): void;
};

/** What can go wrong under an open library while the program runs: the disk, the clock, the files themselves. */
export function watchHealth({ store, folder, send }: Needs): HealthWatch {
  const now = (): Health => ({ disk: disk.now(), clock: clock.now() });
  const changed = () => send('health.changed', now());
  const disk = watchDisk(folder, changed);
  const clock = watchClock(changed);
  const endCheckUps = dailyCheckUp(store, folder, () => send('recovery.changed', {}));
  newestInstant(store)
    .then((newest) => newest && clock.compare(newest))
    .catch((error) => console.error('clock:', error));
  return {
    async read() {
      await disk.look();
      return now();
    },
    resumed: () => clock.resumed(),
    async close() {
      disk.stop();
      clock.stop();
      await endCheckUps();
    },
  };
}

/** When any story was last written. */
async function newestInstant(store: Store): Promise<string | null> {
  const { rows } = await store.findStories({
    text: '',
    shelf: 'all',
    statuses: [],
    sections: [],
    authors: [],
    destinations: [],
    from: null,
    before: null,
    sort: 'updated',
    descending: true,
    offset: 0,
    limit: 1,
  });
  return rows[0]?.updatedAt ?? null;
}

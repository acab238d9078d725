import { net } from 'electron';

const EVERY = 5_000;

/** Whether the machine seems to have a network (a hint only: each publication finds out for itself). */
export const isOnline = (): boolean => net.isOnline();

/** Calls back when that changes. */
export function watchOnline(changed: (online: boolean) => void): void {
  let online = isOnline();
  setInterval(() => {
    const before = online;
    online = isOnline();
    if (online !== before) changed(online);
  }, EVERY).unref();
}

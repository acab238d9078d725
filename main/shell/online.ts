import { net } from 'electron';

const EVERY = 5_000;

/** Calls back when the machine's network comes or goes (a hint only: each publication finds out for itself). */
export function watchOnline(changed: (online: boolean) => void): () => boolean {
  let online = net.isOnline();
  setInterval(() => {
    const now = net.isOnline();
    if (now !== online) changed(now);
    online = now;
  }, EVERY).unref();
  return () => online;
}

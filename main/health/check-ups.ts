import type { Store } from '../store/api.ts';
import { checkLibrary } from '../store/check-thread.ts';

const KEY = 'checkUp.day';
/** The start has enough to do. */
const BEGIN_AFTER_MS = 20_000;
const AGAIN_MS = 60 * 60_000;

type Needs = Pick<Store, 'beginCheckUp' | 'endCheckUp' | 'heedCheckUp' | 'getValue' | 'putValue'>;

/** Checks the whole library once a day (of UTC), beside the work. `found` hears of anything bad. Gives its own end. */
export function dailyCheckUp(store: Needs, folder: string, found: () => void, afterMs = BEGIN_AFTER_MS) {
  let running: ReturnType<typeof checkLibrary> | null = null;
  let timer: NodeJS.Timeout | undefined;
  let ended = false;

  async function check(): Promise<void> {
    const today = new Date().toISOString().slice(0, 10);
    const last = await store.getValue(KEY);
    if (last && Buffer.from(last).toString() === today) return;
    await running?.stop();
    if (ended) return;
    running = checkLibrary(store, folder);
    const checked = await running.done;
    if (checked === null) return;
    if (!checked.ok) return console.error('check:', checked);
    await store.putValue(KEY, new Uint8Array(Buffer.from(today)));
    const { verdict, bad, copies } = checked.value;
    if (verdict !== 'ok' || bad > 0 || copies.length > 0) console.error('check:', verdict, bad, copies);
    if (verdict !== 'ok' || bad > 0) found();
  }
  const plan = (ms: number) => {
    if (ended) return;
    timer = setTimeout(() => {
      check()
        .catch((error) => console.error('check:', error))
        .finally(() => plan(AGAIN_MS));
    }, ms);
    timer.unref();
  };
  plan(afterMs);
  return async (): Promise<void> => {
    ended = true;
    clearTimeout(timer);
    await running?.stop();
  };
}

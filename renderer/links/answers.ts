import type { LinkAnswer } from '../../preload/contract.ts';
import { call } from '../api.ts';
import { createStore } from '../store.ts';
import { problem } from '../ui/toasts.tsx';

/** What addresses said when a person had them asked, for as long as the window is. */
export const linkAnswers = createStore<ReadonlyMap<string, LinkAnswer>>(new Map());
/** The asking that goes on: how many are done, of how many. */
export const linkWork = createStore<{ done: number; total: number } | null>(null);

/** As many as main asks at a time; so a stop leaves few behind. */
const AT_ONCE = 4;
/** Only what can be asked: addresses of the web. */
export const canAsk = (url: string): boolean => /^https?:/i.test(url);

let run = 0;

/** Asks each address once, a few at a time. One asking at a time; `stopAsking` ends it. */
export async function askLinks(urls: readonly string[]): Promise<void> {
  const mine = ++run;
  const left = [...new Set(urls)].filter(canAsk);
  const total = left.length;
  let done = 0;
  linkWork.set({ done, total });
  const work = async () => {
    for (let url = left.shift(); url !== undefined && mine === run; url = left.shift()) {
      const answer = await call('link.check', { url });
      if (mine !== run) return;
      const asked = url;
      if (answer.ok) linkAnswers.set((now) => new Map(now).set(asked, answer.value));
      else if (answer.code !== 'badAddress') problem(answer);
      done += 1;
      linkWork.set({ done, total });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  if (mine === run) linkWork.set(null);
}

/** What has been asked is let go; what has answered stays. */
export function stopAsking(): void {
  run += 1;
  linkWork.set(null);
}

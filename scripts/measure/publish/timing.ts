import { createHttp } from '../../../main/publish/http.ts';
import { type Desk, dataFolder, good, openDesk } from '../../../tests/cms/desk.ts';
import type { WordPressSite } from '../../../tests/cms/wordpress.ts';
import { type Recorder, recorded, sendAgain } from './recorded.ts';
import { storyWithPhotos } from './story.ts';

const ROUNDS = 3;
const middle = (values: number[]): number => Math.round(values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0);

export type Timing = {
  /** The start of a publication of 1,000 words and 5 photos to its receipt, the median of three. */
  publishMs: number;
  /** The same requests sent one after the other by a script. */
  bareMs: number;
  overheadRatio: number;
  requests: { publication: number; unchanged: number; uploadsOfUnchanged: number };
};

/** Times publications to a real WordPress. The photos are fresh each time: what has to be drawn is drawn within the time. */
export async function timePublications(site: WordPressSite): Promise<Timing> {
  const [published, bare, ratios]: number[][] = [[], [], []];
  let requests = { publication: 0, unchanged: 0, uploadsOfUnchanged: 0 };
  for (let round = 0; round < ROUNDS + 1; round++) {
    site.clear();
    const data = dataFolder();
    let recorder: Recorder | undefined;
    const wrap = (http: Recorder['http']) => {
      recorder = recorded(http);
      return recorder.http;
    };
    const desk = await openDesk(data.folder, undefined, { wrap });
    const seen = recorder!.exchanges;
    try {
      const { user, password } = site.users.editor;
      const to = await desk.destination({ type: 'wordpress', url: site.url, user }, password);
      const story = await storyWithPhotos(desk, round, 5, 1000);
      good(await desk.store.createStory(story, 'pv'));
      const took = await timed(() => publish(desk, story.id, to));
      const first = seen.splice(0);
      await publish(desk, story.id, to);
      const second = seen.splice(0);
      requests = {
        publication: first.length,
        unchanged: second.length,
        uploadsOfUnchanged: second.filter(({ request }) => request.method !== 'GET').length,
      };
      site.clear();
      const http = createHttp();
      const again = await sendAgain(http, first);
      await http.close();
      // The first round warms the server up.
      if (round === 0) continue;
      published?.push(took);
      bare?.push(again);
      ratios?.push((took / again) * 100);
    } finally {
      await desk.close();
      data.remove();
    }
  }
  return {
    ...{ publishMs: middle(published ?? []), bareMs: middle(bare ?? []), overheadRatio: middle(ratios ?? []) / 100 },
    requests,
  };
}

async function publish(desk: Desk, storyId: string, to: string): Promise<void> {
  const job = await desk.publish(storyId, to);
  if (job.state !== 'done') throw new Error(`${job.state}: ${JSON.stringify(job.error)}`);
}

async function timed(work: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

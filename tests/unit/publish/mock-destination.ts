// A destination whose answers are the test's own (a mock), on the real store and the real accounts.
import { createAccounts } from '../../../main/publish/accounts.ts';
import type {
  Destination,
  Destinations,
  Outcome,
  Published,
  PublishRun,
} from '../../../main/publish/destinations/types.ts';
import { createOutbox, type OutboxNeeds } from '../../../main/publish/outbox.ts';
import type { Store } from '../../../main/store/api.ts';
import { openStore } from '../../../main/store/open.ts';
import { type Job, OPERATIONS } from '../../../preload/contract.ts';
import { newId } from '../../../story/ids.ts';
import { emptyStory } from '../../../story/model.ts';
import { dataFolder, good, keychain } from '../../cms/desk.ts';

export type Answer = (run: PublishRun, config: { path: string }) => Promise<Outcome<Published>>;
export const published: Outcome<Published> = {
  ok: true,
  value: {
    ...{ remoteId: '7', url: 'https://bao.example/7', operation: 'created', differences: [] },
    ...{ remoteVersion: 'v', slug: 's', status: 'published', scheduledFor: null },
  },
};

export type Bench = Awaited<ReturnType<typeof startBench>>;
export async function startBench() {
  const data = dataFolder();
  const bench = {
    store: good(await openStore(data.folder)) as Store,
    answer: (async () => published) as Answer,
    now: Date.parse('2026-03-05T02:30:00.000Z'),
    online: true,
    faults: [] as unknown[],
    outbox: null as unknown as ReturnType<typeof createOutbox>,
    /** Stops the outbox, and starts another one on what is stored. */
    async restart(more: Partial<OutboxNeeds> = {}): Promise<void> {
      await bench.outbox?.stop();
      bench.outbox = open(more);
      await bench.outbox.start();
    },
    async reopenStore(): Promise<void> {
      await bench.outbox.stop();
      await bench.store.close();
      bench.store = good(await openStore(data.folder));
    },
    async destination(path = '/a'): Promise<string> {
      const id = newId();
      const config = { type: 'folder' as const, path, open: false };
      good(await bench.store.putDestination({ id, name: path, config, secret: null }));
      return id;
    },
    /** A new story on its way there: the job's id. */
    async enqueue(destinationId: string): Promise<string> {
      const empty = emptyStory('vi', '2026-03-05T02:30:00.000Z');
      const body = [{ id: newId(), type: 'paragraph' as const, runs: [{ text: 'Chữ.' }] }];
      const story = { ...empty, fields: { ...empty.fields, headline: 'Tít' }, body };
      good(await bench.store.createStory(story, 'pv'));
      const input = { storyId: story.id, destinationId, seq: 0, confirmed: true };
      return good(await bench.outbox.startPublication(input)).id;
    },
    job: async (id: string): Promise<Job> => (await bench.outbox.jobs()).find((one) => one.id === id) as Job,
    async end(): Promise<void> {
      await bench.outbox.stop();
      await bench.store.close();
      data.remove();
    },
  };
  const mock: Destination = {
    needsSecret: false,
    capabilities: { operations: [...OPERATIONS], terms: [], readsBack: true },
    look: async () => ({ ok: true, value: 'same' }),
    audience: () => '',
    steps: () => 3,
    check: async () => ({ ok: false, code: 'internal' }),
    publish: (config, _, run) => bench.answer(run, config as { path: string }),
    decided: (progress, decision) => ({ ...(progress as object), decision }),
    isLive: (progress) => (progress as { live?: boolean } | null)?.live === true,
  };
  function open(more: Partial<OutboxNeeds>) {
    const destinations = { folder: mock, wordpress: mock } as unknown as Destinations;
    const { store } = bench;
    const accounts = createAccounts({ store, secrets: keychain, destinations });
    const media = {
      rendition: async () => ({ ok: false as const, code: 'notFound' as const }),
      renditionKey: async (hash: string) => hash,
    };
    return createOutbox({
      ...{ store, accounts, destinations, media },
      ...{ now: () => bench.now, random: () => 0, isOnline: () => bench.online },
      ...{
        publisher: () => ({ name: 'PV', fingerprint: 'pv' }),
        house: () => ({}),
        onJob: () => undefined,
        onReceipt: () => undefined,
      },
      onFault: (error) => bench.faults.push(error),
      ...more,
    });
  }
  await bench.restart();
  return bench;
}

// What the tests of pushing ninjs share: a desk, the mock receiver, and the fault proxy between them.
import type { DestinationConfig, Job, Operation, Receipt } from '../../preload/contract.ts';
import { type Desk, dataFolder, good, openDesk } from './desk.ts';
import { startFaultProxy } from './fault-proxy.ts';
import { KEY, startIngest } from './ingest-server.ts';

export type Dialect = 'ninjs31' | 'superdesk';

export async function startNinjs(dialect: Dialect) {
  const data = dataFolder();
  const server = await startIngest(dialect);
  const proxy = await startFaultProxy(server.url);
  const desk = await openDesk(data.folder);
  const config: DestinationConfig & { type: 'ninjs' } = {
    ...{ type: 'ninjs', dialect },
    ...(dialect === 'superdesk'
      ? { url: `${proxy.url}/push` }
      : { url: `${proxy.url}/items`, mediaUrl: `${proxy.url}/media` }),
  };
  const destination = await desk.destination(config, KEY);
  return {
    ...{ server, proxy, desk, config, destination },
    async close(): Promise<void> {
      await desk.close();
      await proxy.close();
      await server.close();
      data.remove();
    },
  };
}

/** Asks for an operation, and waits until nothing runs; the job as it then stands. */
export async function ask(
  desk: Desk,
  storyId: string,
  destinationId: string,
  operation: Operation = 'publish',
  at: string | null = null,
): Promise<Job> {
  desk.clock.ms += 1000;
  const { seq } = good(await desk.store.readStory(storyId));
  const asked = { storyId, destinationId, seq, confirmed: true, operation, at };
  const started = good(await desk.outbox.startPublication(asked));
  await desk.outbox.idle();
  return desk.job(started.id);
}

export const lastReceipt = ({ receipts }: Desk): Receipt => {
  const receipt = receipts.at(-1);
  if (!receipt) throw new Error('there is no receipt');
  return receipt;
};

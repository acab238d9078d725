import { fileURLToPath } from 'node:url';
import type { Receipt } from '../../preload/contract.ts';
import type { Handlers } from '../ipc.ts';
import { receiptView } from '../publish/job-run.ts';
import { fail, ok, type Services } from './services.ts';

type Names =
  | 'publish.start'
  | 'publish.jobs'
  | 'publish.cancel'
  | 'publish.retry'
  | 'publish.resolve'
  | 'publish.placement'
  | 'publish.place'
  | 'publish.look'
  | 'publish.accept'
  | 'publish.receipts'
  | 'publish.openReceipt';

export function publishHandlers(services: Services): Pick<Handlers, Names> {
  const { store, outbox } = services;
  return {
    'publish.start': (input) => outbox.startPublication(input),
    'publish.jobs': async ({ storyId }) => ok(await outbox.jobs(storyId)),
    'publish.cancel': ({ jobId }) => outbox.cancel(jobId),
    'publish.retry': ({ jobId }) => outbox.retry(jobId),
    'publish.resolve': ({ jobId, choice }) => outbox.resolve(jobId, choice),
    'publish.placement': async ({ storyId, destinationId }) => ok(await store.getPlacement(storyId, destinationId)),
    'publish.place': ({ storyId, destinationId, placement }) => store.setPlacement(storyId, destinationId, placement),
    'publish.look': ({ storyId, destinationId }) => services.look(storyId, destinationId),
    'publish.accept': ({ storyId, destinationId, version }) => outbox.accept(storyId, destinationId, version),
    'publish.receipts': async ({ storyId }) => ok((await store.listReceipts(storyId)).map(receiptView)),
    'publish.openReceipt': async ({ receiptId }) => {
      const receipt = await store.getReceipt(receiptId);
      return receipt ? openReceipt(services, receipt) : fail('notFound');
    },
  };
}

/** Opens a receipt's address: a folder's page in the person's browser, a live address through the link check. */
export async function openReceipt(
  { shell }: { shell: Pick<Services['shell'], 'openLink' | 'openPath'> },
  receipt: Receipt,
) {
  if (!receipt.url.startsWith('file:')) return (await shell.openLink(receipt.url)) ? ok(null) : fail('badAddress');
  const problem = await shell.openPath(fileURLToPath(receipt.url));
  return problem === '' ? ok(null) : fail('folderMissing', problem);
}

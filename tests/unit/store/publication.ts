// A destination and a publication, as the outbox makes them.
import type { Store, StoredJob, StoredReceipt } from '../../../main/store/api.ts';
import type { Result } from '../../../preload/contract.ts';
import { storyHash } from '../../../story/canonical.ts';
import { newId } from '../../../story/ids.ts';
import { good } from './make.ts';

export async function destination(store: Store): Promise<string> {
  const id = newId();
  const config = { type: 'folder', path: '/bao', open: false } as const;
  good(await store.putDestination({ id, name: 'Thư mục', config, secret: null }));
  return id;
}

export async function enqueue(store: Store, storyId: string, destinationId: string): Promise<Result<StoredJob>> {
  const { story } = good(await store.readStory(storyId));
  const people = { approvedBy: null, publishedBy: 'An' };
  return store.enqueue({ story, hash: storyHash(story), destinationId, ...people, total: 1 });
}

/** Publishes a story, to its receipt, which `says` something else than usual. */
export async function publish(
  store: Store,
  storyId: string,
  destinationId: string,
  says: Partial<StoredReceipt> = {},
): Promise<StoredReceipt> {
  const job = good(await enqueue(store, storyId, destinationId));
  const publication = await store.getPublication(job.publicationId);
  const receipt: StoredReceipt = {
    id: newId(),
    storyId,
    destinationId,
    destinationName: 'Thư mục',
    remoteId: 'bai',
    url: 'file:///bao/bai/index.html',
    at: new Date().toISOString(),
    hash: publication?.hash ?? '',
    operation: 'created',
    asked: 'publish' as const,
    status: 'published' as const,
    scheduledFor: null,
    approvedBy: null,
    publishedBy: 'An',
    differences: [],
    remoteVersion: '1',
    slug: 'bai',
    publicationId: job.publicationId,
    ...says,
  };
  return good(await store.completeJob(job.id, receipt)).receipt;
}

import type { CallInput, Result } from '../../preload/contract.ts';
import { storyHash } from '../../story/canonical.ts';
import { approvalState } from '../../story/review/approval.ts';
import { preflight } from '../../story/review/preflight.ts';
import type { StoryType } from '../../story/types/type.ts';
import type { Store, StoredJob } from '../store/api.ts';
import { destinationOf } from './accounts.ts';
import type { Destinations } from './destinations/types.ts';
import { forbiddenPhoto } from './terms.ts';

type Needs = {
  store: Pick<Store, 'readStory' | 'enqueue' | 'listDestinations' | 'getPhoto'>;
  destinations: Destinations;
  publishedBy(): string;
  /** The house's story types; without, those of the program. */
  types?: (() => Promise<StoryType[]>) | undefined;
  /** Epoch milliseconds. */
  now(): number;
};

/**
 * Freezes the story as stored at `seq` and puts its publication into the outbox, if nothing stands against it.
 * Failures: notFound, notReady (detail: what blocks), photoForbidden, notApproved (unless `confirmed`), alreadyWaiting, and
 * the store's.
 */
export async function enqueueStory(
  { store, destinations, publishedBy, types, now }: Needs,
  { storyId, destinationId, seq, confirmed }: CallInput<'publish.start'>,
): Promise<Result<StoredJob>> {
  const read = await store.readStory(storyId, seq);
  if (!read.ok) return read;
  const { story } = read.value;
  const destination = (await store.listDestinations()).find(({ id }) => id === destinationId);
  if (!destination) return { ok: false, code: 'notFound' };
  const { blocks } = preflight(story, now(), await types?.());
  if (blocks.length > 0) return { ok: false, code: 'notReady', detail: blocks.map(({ code }) => code).join(', ') };
  const forbidden = await forbiddenPhoto(store, story);
  if (forbidden) return forbidden;
  const approved = approvalState(story) === 'approved';
  if (!approved && !confirmed) return { ok: false, code: 'notApproved' };
  return store.enqueue({
    story,
    hash: storyHash(story),
    destinationId,
    approvedBy: approved ? (story.approval?.name ?? null) : null,
    publishedBy: publishedBy(),
    seq,
    total: destinationOf(destinations, destination.config).steps(story),
  });
}

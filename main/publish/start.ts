import type { CallInput, Operation, Person, Result } from '../../preload/contract.ts';
import { storyHash } from '../../story/canonical.ts';
import { approvalState } from '../../story/review/approval.ts';
import { type HouseRules, NO_RULES, type SignedRoles } from '../../story/review/house.ts';
import { preflight } from '../../story/review/preflight.ts';
import { houseRefusal } from '../../story/review/publishing.ts';
import type { StoryType } from '../../story/types/type.ts';
import type { Store, StoredJob } from '../store/api.ts';
import { capabilitiesOf, destinationOf } from './accounts.ts';
import type { Destinations } from './destinations/types.ts';
import { forbiddenPhoto } from './terms.ts';

type Needs = {
  store: Pick<Store, 'readStory' | 'enqueue' | 'listDestinations' | 'listReceipts' | 'getPhoto'>;
  destinations: Destinations;
  /** Who presses the button. */
  publisher(): Person;
  /** What the house demands, and the roles that its key signed. */
  house(): { rules?: HouseRules | undefined; signedRoles?: SignedRoles | null | undefined };
  /** The house's story types; without, those of the program. */
  types?: (() => Promise<StoryType[]>) | undefined;
  /** Epoch milliseconds. */
  now(): number;
};

/** What readers come to see by itself; the rest waits on the destination for somebody there. */
const FOR_READERS: ReadonlySet<Operation> = new Set(['publish', 'correct', 'schedule']);

/**
 * Freezes the story as stored at `seq` and puts its publication into the outbox, if nothing stands against it.
 * Failures: notFound, notOffered, notPublished (of unpublish), scheduleInPast, notReady (detail: what blocks), photoForbidden,
 * notApproved (of what goes to readers, unless `confirmed`), what the house has against it (see houseRefusal: no word of a
 * person helps there), alreadyWaiting, and the store's.
 */
export async function enqueueStory(
  { store, destinations, publisher, house, types, now }: Needs,
  { storyId, destinationId, seq, confirmed, operation = 'publish', at = null }: CallInput<'publish.start'>,
): Promise<Result<StoredJob>> {
  const read = await store.readStory(storyId, seq);
  if (!read.ok) return read;
  const { story } = read.value;
  const destination = (await store.listDestinations()).find(({ id }) => id === destinationId);
  if (!destination) return { ok: false, code: 'notFound' };
  const kind = destinationOf(destinations, destination.config);
  const { operations } = capabilitiesOf(kind, destination.config);
  if (!operations.includes(operation)) return { ok: false, code: 'notOffered', detail: operation };
  const approved = approvalState(story) === 'approved';
  if (operation === 'unpublish') {
    const receipts = await store.listReceipts(storyId);
    if (!receipts.some((receipt) => receipt.destinationId === destinationId))
      return { ok: false, code: 'notPublished' };
  } else {
    if ((operation === 'schedule') !== (at !== null)) return { ok: false, code: 'badRequest', detail: 'at' };
    if (at !== null && Date.parse(at) <= now()) return { ok: false, code: 'scheduleInPast' };
    // An embargo holds back what readers would see before it ends.
    const seenAt = at === null ? now() : Date.parse(at);
    const { rules = NO_RULES, signedRoles } = house();
    const { blocks } = preflight(story, seenAt, await types?.(), rules);
    const against = FOR_READERS.has(operation) ? blocks : blocks.filter(({ code }) => code !== 'embargoed');
    if (against.length > 0) return { ok: false, code: 'notReady', detail: against.map(({ code }) => code).join(', ') };
    const forbidden = await forbiddenPhoto(store, story);
    if (forbidden) return forbidden;
    const refusal = FOR_READERS.has(operation) ? houseRefusal(story, publisher(), rules, signedRoles) : null;
    if (refusal) return { ok: false, code: refusal };
    if (!approved && !confirmed && FOR_READERS.has(operation)) return { ok: false, code: 'notApproved' };
  }
  return store.enqueue({
    story,
    hash: storyHash(story),
    destinationId,
    approvedBy: approved ? (story.approval?.name ?? null) : null,
    publishedBy: publisher().name,
    ...{ seq, operation, at },
    total: kind.steps(story, operation),
  });
}

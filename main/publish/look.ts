import type { Look, Result } from '../../preload/contract.ts';
import type { Store } from '../store/api.ts';
import { type Accounts, destinationOf } from './accounts.ts';
import { type Destinations, failureOf } from './destinations/types.ts';
import { wordsOf } from './destinations/words.ts';

type Needs = {
  store: Pick<Store, 'listReceipts' | 'getPublication' | 'acceptedVersion'>;
  accounts: Pick<Accounts, 'open'>;
  destinations: Destinations;
};

/**
 * What stands at a destination now, against the story's last receipt there, or what a person has accepted since. Failures: notPublished, damaged (what was
 * published cannot be read any more), secretNeeded, and the destination's.
 */
export async function lookAt(
  { store, accounts, destinations }: Needs,
  storyId: string,
  destinationId: string,
): Promise<Result<Look>> {
  const last = (await store.listReceipts(storyId)).find((one) => one.destinationId === destinationId);
  if (!last) return { ok: false, code: 'notPublished' };
  // What a person has seen since is no change any more.
  const known = await store.acceptedVersion(storyId, destinationId);
  const receipt = known === null ? last : { ...last, remoteVersion: known };
  const publication = await store.getPublication(receipt.publicationId);
  if (!publication) return { ok: false, code: 'damaged' };
  const account = await accounts.open(destinationId);
  if (!account.ok) return account;
  const { config, secret } = account.value;
  const standing = await destinationOf(destinations, config).look(config, secret, { publication, receipt });
  if (!standing.ok) return failureOf(standing);
  if (standing.value === 'same' || standing.value === null)
    return { ok: true, value: { state: standing.value ?? 'gone', changed: null } };
  const { theirs, modifiedAt, version } = standing.value;
  const changed = { theirs, modifiedAt, version, base: publication.story, plain: wordsOf(theirs) };
  return { ok: true, value: { state: 'changed', changed } };
}

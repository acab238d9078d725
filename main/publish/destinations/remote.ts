import type { Receipt } from '../../../preload/contract.ts';
import { sha256Hex } from '../../../story/canonical.ts';
import type { Story } from '../../../story/model.ts';
import type { StoredReceipt } from '../../store/api.ts';
import { isStrangers } from './own.ts';
import { storyPhotos } from './photos.ts';
import { parseProgress } from './progress.ts';
import type { Remote, Wanted } from './site.ts';
import type { Destination, Outcome, Standing } from './types.ts';

// What servers that keep stories under ids of their own have in common.

/** The slug of a job's draft: no stranger's story has it, so whatever a look-up finds by it is this job's own. */
export const draftSlug = (key: string): string => `copydesk-${sha256Hex(key).slice(0, 32)}`;
export const isJobsDraft = ({ slug }: Pick<Remote, 'slug'>): boolean => /^copydesk-[0-9a-f]{32}$/.test(slug);

/**
 * A remote story's version: when it last changed, and a hash of what an update of ours would overwrite. Only the hash is
 * compared: servers count whole seconds (a change in the same second would be lost), and the time moves with what we keep.
 */
export const versionOf = (changedAt: string, ours: readonly unknown[]): string =>
  `${changedAt} ${sha256Hex(JSON.stringify(ours))}`;
export const sameVersion = (a: string | undefined, b: string): boolean => a?.split(' ')[1] === b.split(' ')[1];

/** What stands there, against the last receipt: as `Destination.look` tells it. */
export function standingOf(remote: Outcome<Remote | null>, receipt: StoredReceipt): Outcome<Standing | 'same' | null> {
  if (!remote.ok) return remote;
  if (!remote.value) return { ok: true, value: null };
  if (sameVersion(receipt.remoteVersion, remote.value.version)) return { ok: true, value: 'same' };
  return { ok: true, value: isStrangers(remote.value, receipt) ? null : remote.value };
}

/** Each photo, the draft, the update, the reading back; of taking it back, the last two. */
export const stepsOf: Destination['steps'] = (story: Story, operation) =>
  operation === 'unpublish' ? 2 : storyPhotos(story).length + 3;
export const isLive: Destination['isLive'] = (progress) => parseProgress(progress).live === true;

/**
 * Whether a remote story stands as it was wanted, and is due when it was. `due`: when readers get it, as the server says it;
 * `now`: milliseconds by its clock; `say`: its own word for a state.
 */
export function standingDifferences(
  { status }: Pick<Remote, 'status'>,
  due: string,
  { status: wanted, at }: Wanted,
  now: number,
  say: (status: Wanted['status']) => string = (state) => state,
): Receipt['differences'] {
  const isScheduled = wanted === 'scheduled' && at !== null;
  // One whose hour has come meanwhile.
  if (isScheduled && status === 'published' && Date.parse(at) <= now) return [];
  const differences: Receipt['differences'] = [];
  if (status !== wanted) differences.push({ where: 'status', ours: say(wanted), theirs: status });
  // Servers count whole seconds.
  if (isScheduled && Date.parse(due) !== Math.floor(Date.parse(at) / 1000) * 1000)
    differences.push({ where: 'schedule', ours: at, theirs: due });
  return differences;
}

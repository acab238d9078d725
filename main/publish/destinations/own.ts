import type { StoredReceipt } from '../../store/api.ts';
import { type Progress, parseProgress } from './progress.ts';
import type { Remote, Site } from './site.ts';
import type { Outcome, PublishRun, Trouble } from './types.ts';

export type Reached = Progress & Required<Pick<Progress, 'remoteId' | 'operation'>>;

/** The one remote story of a story: the job's, the last receipt's, a lost or cancelled job's, or else a new draft. */
export async function ownStory<Sent extends { slug: string }>(
  site: Site<Sent, unknown>,
  run: PublishRun,
  progress: Progress,
  sent: Sent,
): Promise<Outcome<Reached>> {
  const { remoteId, operation } = progress;
  if (remoteId && operation) return { ok: true, value: { ...progress, remoteId, operation } };
  const { previous, key } = run.publication;
  if (previous && !progress.anew) {
    const { remoteId: id, remoteVersion: base } = previous;
    return { ok: true, value: { ...progress, remoteId: id, operation: 'updated', base } };
  }
  const made = (remote: Remote, base?: string): Outcome<Reached> => ({
    ok: true,
    value: { ...progress, remoteId: remote.id, operation: 'created', base },
  });
  for (const { progress: stored } of run.abandoned) {
    const earlier = parseProgress(stored);
    if (!earlier.remoteId || earlier.operation !== 'created') continue;
    const remote = await site.read(earlier.remoteId);
    if (!remote.ok) return remote;
    // Nobody knows who wrote what is already live there: with no base, a person is asked.
    if (remote.value) return made(remote.value, remote.value.status === 'draft' ? remote.value.version : earlier.base);
  }
  // A lost answer may have left a draft: asking again without looking would make a second one.
  const found = await site.find([key, ...run.abandoned.map((job) => job.key)]);
  if (!found.ok) return found;
  if (found.value) return made(found.value, found.value.version);
  const created = await site.create(key, sent);
  if (created.ok) return made(created.value, created.value.version);
  return stillAtWork(created);
}

/** How long a server is given to finish what it was asked: a look-up before that finds nothing, and it comes afterwards. */
const SETTLING_MS = 10_000;
const UNCLEAR: ReadonlySet<Trouble['code']> = new Set(['timeout', 'serverError', 'badAnswer']);

/** The failure of a write that may not happen twice: where it may still be at work in the server, the next look comes later. */
export const stillAtWork = (trouble: Trouble): Trouble =>
  UNCLEAR.has(trouble.code) && !trouble.stop
    ? { ...trouble, waitMs: Math.max(trouble.waitMs ?? 0, SETTLING_MS) }
    : trouble;

/**
 * Whether a remote story that is not as our last update left it is somebody else's altogether: of the same id, but on another
 * host and with another slug. The destination was given another site's address then.
 */
export const isStrangers = (remote: Remote, last: Pick<StoredReceipt, 'slug' | 'url'> | null): boolean =>
  last !== null && remote.slug !== last.slug && URL.parse(remote.url)?.host !== URL.parse(last.url)?.host;

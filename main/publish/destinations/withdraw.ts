import { isStrangers } from './own.ts';
import type { Progress } from './progress.ts';
import { sameVersion } from './remote.ts';
import type { Remote, Site } from './site.ts';
import type { Outcome, Published, PublishRun } from './types.ts';

const HIDDEN: ReadonlySet<Remote['status']> = new Set(['draft', 'pending', 'private', 'withdrawn']);

/**
 * Takes a story from its readers: its text stays on the server, as a draft, whoever changed it since. One that is gone or
 * hidden already is what was asked for.
 */
export async function withdrawStory<Sent extends { slug: string }>(
  site: Site<Sent, unknown>,
  run: PublishRun,
  progress: Progress,
): Promise<Outcome<Published>> {
  const { previous } = run.publication;
  if (!previous) return { ok: false, code: 'notPublished', stop: true };
  const may = await site.may('unpublish', false);
  if (!may.ok) return may;
  await run.keep('update', 0, progress);
  const now = await site.read(previous.remoteId);
  if (!now.ok) return now;
  if (!now.value) return withdrawn({ ...previous, id: previous.remoteId }, '', []);
  if (isStrangers(now.value, previous)) return { ok: false, code: 'remoteGone', stop: true };
  let left = now.value;
  if (!HIDDEN.has(left.status)) {
    await run.keep('update', 0, { ...progress, live: true });
    const answer = await site.withdraw(left);
    if (!answer.ok) return answer;
    left = answer.value;
  }
  await run.keep('readBack', 1, progress);
  const read = await site.read(previous.remoteId);
  if (!read.ok) return read;
  const status = read.value?.status ?? 'withdrawn';
  const differences = HIDDEN.has(status) ? [] : [{ where: 'status', ours: 'draft', theirs: status }];
  // What somebody had changed before stays unknown to us: the next publication asks.
  const isOurs = progress.live || sameVersion(previous.remoteVersion, now.value.version);
  return withdrawn(read.value ?? left, isOurs ? left.version : '', differences);
}

const withdrawn = (
  { id, url, slug }: Pick<Remote, 'id' | 'url' | 'slug'>,
  remoteVersion: string,
  differences: Published['differences'],
): Outcome<Published> => ({
  ok: true,
  value: {
    ...{ remoteId: id, url, slug, remoteVersion, differences },
    ...{ operation: 'withdrawn', status: 'withdrawn', scheduledFor: null, compared: ['data'] },
  },
});

import type { RemoteState } from '../../../../preload/contract.ts';
import { type NinjsItem, ninjsFingerprint, ninjsWords, parseNinjs } from '../../../../story/formats/ninjs/compare.ts';
import type { Outcome, Standing } from '../types.ts';
import { isSuccess, type Receiver } from './client.ts';
import { troubleOf } from './errors.ts';
import { versionText } from './progress.ts';

/**
 * The item as it can be asked for at its own address. 'unreadable': the receiver gives something else there, or nothing to
 * us; null: it is gone.
 */
export async function readItem(
  receiver: Receiver,
  address: string,
  uri: string,
): Promise<Outcome<NinjsItem | 'unreadable' | null>> {
  const answer = await receiver.ask({ method: 'GET', url: address, headers: { accept: 'application/json' } });
  if (!answer.ok) return answer;
  const { status } = answer.value;
  if (status === 404 || status === 410) return { ok: true, value: null };
  if (isSuccess(answer.value)) return { ok: true, value: parseNinjs(answer.value.json(), uri) ?? 'unreadable' };
  if (status === 429 || status >= 500 || status === 408) return troubleOf(answer.value);
  return { ok: true, value: 'unreadable' };
}

/** How an item stands there. */
export function standingOf(item: NinjsItem, address: string, now: number): Standing {
  const text = (name: string): string => (typeof item[name] === 'string' ? item[name] : '');
  return {
    version: versionText({
      version: text('version').replace(/\s/g, '') || '-',
      fingerprint: ninjsFingerprint(item),
      address,
    }),
    status: statusOf(text('pubStatus'), text('embargoedUntil'), now),
    modifiedAt: text('versionCreated'),
    theirs: ninjsWords(item),
  };
}

function statusOf(pubStatus: string, embargoedUntil: string, now: number): RemoteState {
  if (pubStatus === 'canceled') return 'withdrawn';
  if (pubStatus === 'withheld') return 'pending';
  return Date.parse(embargoedUntil) > now ? 'scheduled' : 'published';
}

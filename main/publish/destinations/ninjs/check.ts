import type { CheckReport, Result } from '../../../../preload/contract.ts';
import type { HttpAnswer } from '../../http.ts';
import type { Outcome } from '../types.ts';
import { isSuccess, type Receiver } from './client.ts';
import type { Config, Dialect } from './dialect.ts';
import { troubleOf } from './errors.ts';

/**
 * Asks the addresses, and sends nothing: whether somebody answers there, and, where the receiver tells a stranger from us,
 * whether it takes our key. Many do not: then `keyUnknown`.
 */
export async function checkReceiver(
  config: Config,
  dialect: Dialect,
  receiver: Receiver,
): Promise<Result<CheckReport>> {
  const ours = await probe(receiver, config.url, true);
  if (!ours.ok) return ours;
  const stranger = await probe(receiver, config.url, false);
  const keyUnknown = !(ours.value.isOpen && !stranger.ok && stranger.code === 'tokenRefused');
  const address = dialect.mediaAddress(config);
  const media = address ? await probe(receiver, address, true) : null;
  if (media && !media.ok) return media;
  const site = URL.parse(config.url)?.host ?? config.url;
  const operations = dialect.operations;
  return {
    ok: true,
    value: { site, account: '', canPublish: true, canUpload: media !== null, operations, keyUnknown },
  };
}

/** An address that only takes what is sent says so (405), or that a question of this kind is wrong (400). */
async function probe(receiver: Receiver, url: string, signed: boolean): Promise<Outcome<{ isOpen: boolean }>> {
  const answer = await receiver.ask({ method: 'GET', url }, signed);
  if (!answer.ok) return answer;
  const isThere = (one: HttpAnswer): boolean => isSuccess(one) || [400, 405, 411, 415, 422].includes(one.status);
  return isThere(answer.value) ? { ok: true, value: { isOpen: true } } : troubleOf(answer.value);
}

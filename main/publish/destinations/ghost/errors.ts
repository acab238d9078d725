import { z } from '../../../../story/zod.ts';
import type { HttpAnswer } from '../../http.ts';
import { retryAfterMs } from '../answer.ts';
import type { Trouble } from '../types.ts';

const errorsSchema = z.object({
  errors: z
    .array(
      z.object({ message: z.string(), context: z.string().nullish(), type: z.string(), code: z.string().nullish() }),
    )
    .min(1),
});

/**
 * What an answer of Ghost's Admin API that is no success means. Its body may be anything: proxies answer in HTML, so the
 * status decides where Ghost says nothing.
 */
export function troubleOf(answer: HttpAnswer): Trouble {
  const said = errorsSchema.safeParse(answer.json()).data?.errors[0];
  const detail = said
    ? `${answer.status} ${said.code ?? said.type}: ${said.context || said.message}`.slice(0, 300)
    : `${answer.status} ${answer.headers['content-type'] ?? ''}`.trim();
  const trouble = (code: Trouble['code'], more: Partial<Trouble> = {}): Trouble => ({
    ok: false,
    code,
    detail,
    ...more,
  });
  const { status } = answer;
  if (status >= 300 && status < 400)
    return trouble('redirected', { stop: true, detail: answer.headers.location ?? detail });
  // A key that is not known, or a proxy that takes the header with it away: Ghost sees nobody.
  const isNobody = said?.type === 'NoPermissionError' && /determine the authenticated/.test(said.context ?? '');
  if (status === 401 || said?.code === 'INVALID_JWT' || isNobody) return trouble('keyRefused', { stop: true });
  // Somebody saved between our look and our update: the next look shows it.
  if (status === 409) return trouble('conflict', { waitMs: 0 });
  if (status === 413) return trouble('tooLargeForServer');
  if (status === 415) return trouble('uploadRefused');
  if (status === 404 && said) return trouble('remoteGone');
  if (status === 403) return trouble('notAllowed');
  if (status === 429 || status === 503) return trouble('serverBusy', { waitMs: retryAfterMs(answer) });
  if (status >= 500 || status === 408) return trouble('serverError');
  // What is left is our own request that this server does not take: asking again changes nothing.
  return trouble('badAnswer', { stop: true });
}

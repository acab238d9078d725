import type { HttpAnswer } from '../../http.ts';
import { retryAfterMs } from '../answer.ts';
import type { Trouble } from '../types.ts';

/**
 * What an answer of a receiver that is no success (or but a page) means, by its status alone: each has sentences of its own, which are kept
 * for a person to read. `ofPhoto`: a photo was sent, not the story.
 */
export function troubleOf(answer: HttpAnswer, ofPhoto = false): Trouble {
  const { status, headers } = answer;
  const detail = `${status} ${wordsOf(answer)}`.trim();
  const trouble = (code: Trouble['code'], more: Partial<Trouble> = {}): Trouble => ({
    ...{ ok: false, code, detail },
    ...more,
  });
  if (status >= 200 && status < 300) return trouble('takesNoNinjs', { stop: true });
  if (status >= 300 && status < 400) return trouble('redirected', { detail: headers.location ?? detail });
  switch (status) {
    case 401:
    case 403:
      return trouble('tokenRefused');
    case 404:
    case 405:
    case 410:
    case 501:
      return trouble('takesNoNinjs', { stop: true });
    case 413:
      return trouble('tooLargeForServer');
    case 429:
    case 503:
      return trouble('serverBusy', { waitMs: retryAfterMs(answer) });
    case 408:
    case 412:
    case 425:
      return trouble('serverError');
    default:
      if (status >= 500) return trouble('serverError');
      return trouble(ofPhoto ? 'uploadRefused' : 'itemRefused', { stop: true });
  }
}

/** What a receiver says of a refusal: its JSON or plain text in one line; a proxy's page says nothing. */
function wordsOf({ headers, text }: HttpAnswer): string {
  const type = headers['content-type'] ?? '';
  if (!/json|text\/plain/.test(type)) return type;
  return text().replace(/\s+/g, ' ').slice(0, 300);
}

const REFUSALS: ReadonlySet<Trouble['code']> = new Set([
  ...(['tokenRefused', 'redirected', 'tooLargeForServer', 'badAddress', 'insecureAddress'] as const),
  ...(['refused', 'notFoundHost', 'certificate'] as const),
]);
/** A clear no, or a request that never arrived: nothing was changed there. */
export const isRefusal = ({ code, stop }: Trouble): boolean => stop === true || REFUSALS.has(code);

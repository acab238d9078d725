import { z } from '../../../../story/zod.ts';
import type { HttpAnswer } from '../../http.ts';
import { retryAfterMs } from '../answer.ts';
import type { Trouble } from '../types.ts';

const wpError = z.object({
  code: z.string(),
  message: z.string().optional(),
  data: z.object({ term_id: z.coerce.number().int().positive().optional() }).catch({}),
});
/** `termId`: of the term that is there already. */
export type Refusal = Trouble & { termId?: number };

/** Codes that say the password, not the person's rights, is the matter. */
const PASSWORD =
  /^(incorrect_password|invalid_(username|email|application_password)|rest_not_logged_in|application_passwords_\w+)$/;
const TOO_LARGE = /^rest_upload_(file_too_big|limited_space)$/;
/** The file as such was refused (its type, its name); the status is a misleading 400 or 500. */
const REFUSED_FILE =
  /^rest_upload_(sideload_error|no_data|no_content_type|no_content_disposition|invalid_disposition|unknown_error)$/;

/**
 * What an answer that is no success means. Its body may be anything: proxies answer in HTML, so the status decides
 * where WordPress says nothing.
 */
export function troubleOf(answer: HttpAnswer): Refusal {
  const said = wpError.safeParse(answer.json());
  const code = said.success ? said.data.code : '';
  const detail = said.success
    ? `${answer.status} ${code}: ${said.data.message ?? ''}`.slice(0, 300)
    : `${answer.status} ${answer.headers['content-type'] ?? ''}`.trim();
  const trouble = (name: Trouble['code'], more: Partial<Refusal> = {}): Refusal => ({
    ok: false,
    code: name,
    detail,
    ...more,
  });
  const { status } = answer;
  if (status >= 300 && status < 400) return trouble('redirected', { detail: answer.headers.location ?? detail });
  if (PASSWORD.test(code) || status === 401) return trouble('wrongPassword');
  if (TOO_LARGE.test(code) || status === 413) return trouble('tooLargeForServer');
  if (REFUSED_FILE.test(code)) return trouble('uploadRefused');
  if (code === 'term_exists') return trouble('badAnswer', { stop: true, termId: said.data?.data.term_id });
  if (code === 'rest_post_invalid_id' || status === 410) return trouble('remoteGone');
  if (status === 403) return trouble('notAllowed');
  if (status === 429 || status === 503) return trouble('serverBusy', { waitMs: retryAfterMs(answer) });
  if (status >= 500 || status === 408 || status === 412) return trouble('serverError');
  // What is left is our own request that this server does not take: asking again changes nothing.
  return trouble('badAnswer', { stop: true });
}

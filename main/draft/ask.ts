import type { ErrorCode, Failure, Result } from '../../preload/contract.ts';
import { modelAddress } from '../../story/photo/modelAddress.ts';
import { cleanText } from '../media/text.ts';
import type { Http, HttpAnswer } from '../publish/http.ts';
import { at, textOf } from './answer.ts';

/** A model that has to be loaded first, on a computer without a graphics card, takes its minutes. */
const TIMEOUT_MS = 180_000;
/** Bytes of an answer at most: a caption with a long thinking before it. */
const MOST_BYTES = 1024 * 1024;
/** Words of a model and its thinking. */
const MOST_TOKENS = 2000;

export type Server = { address: string; model: string; key: string | null };

/**
 * One question to a model, by the chat completions of the OpenAI form. Gives a text of at most `most` characters. Failures:
 * modelAddress, modelNotRunning, unknownModel, modelKeyRefused, modelTooSlow, modelRefused, modelNonsense,
 * cancelled, and those of Http.
 */
export async function askModel(
  http: Http,
  { address, model, key }: Server,
  messages: readonly unknown[],
  { most, signal }: { most: number; signal: AbortSignal },
): Promise<Result<string>> {
  const base = modelAddress(address);
  if (!base) return { ok: false, code: 'modelAddress' };
  const asked = await http.request({
    method: 'POST',
    url: `${base.url.href.replace(/\/+$/, '')}/chat/completions`,
    headers: { 'content-type': 'application/json', ...(key && { authorization: `Bearer ${key}` }) },
    body: JSON.stringify({ model, messages, stream: false, temperature: 0.2, max_tokens: MOST_TOKENS }),
    timeoutMs: TIMEOUT_MS,
    maxBytes: MOST_BYTES,
    direct: base.isHere,
    signal,
  });
  if (!asked.ok) return { ...asked, code: UNREACHED[asked.code] ?? asked.code };
  const { status } = asked.value;
  if (status < 200 || status > 299) return refusal(asked.value);
  const text = textOf(asked.value.json(), most);
  return text === null ? { ok: false, code: 'modelNonsense' } : { ok: true, value: text };
}

const UNREACHED: Partial<Record<ErrorCode, ErrorCode>> = {
  refused: 'modelNotRunning',
  notFoundHost: 'modelNotRunning',
  offline: 'modelNotRunning',
  timeout: 'modelTooSlow',
  badAnswer: 'modelNonsense',
};

function refusal(answer: HttpAnswer): Failure {
  const { status } = answer;
  const said = sentenceOf(answer.json());
  const code: ErrorCode =
    status === 401 || status === 403
      ? 'modelKeyRefused'
      : // Without a sentence of its own, what answers there may be no such server at all.
        status === 404 && said
        ? 'unknownModel'
        : status >= 300 && status < 400
          ? 'redirected'
          : 'modelRefused';
  return { ok: false, code, detail: `HTTP ${status}${said && `: ${said}`}` };
}

/** What the server says went wrong: `{error: {message}}`, or `{error: "…"}`. */
function sentenceOf(answer: unknown): string {
  const error = at(answer, 'error');
  return cleanText(typeof error === 'string' ? error : at(error, 'message'), 300);
}

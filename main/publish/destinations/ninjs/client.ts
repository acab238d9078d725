import type { Http, HttpAnswer, HttpRequest } from '../../http.ts';
import type { Outcome } from '../types.ts';
import type { Dialect } from './dialect.ts';

/** A receiver of ninjs for one run: every request signed as its dialect wants it. */
export type Receiver = {
  /** `signed`: false asks as a stranger would. */
  ask(request: Omit<HttpRequest, 'signal'>, signed?: boolean): Promise<Outcome<HttpAnswer>>;
  /** Its clock, from its last answer, in milliseconds since 1970; null: it has not said. */
  clock(): number | null;
};

export function receiver(http: Http, dialect: Dialect, secret: string, signal?: AbortSignal): Receiver {
  let clock: number | null = null;
  return {
    clock: () => clock,
    async ask(request, signed = true) {
      const headers = { ...request.headers, ...(signed && dialect.signature(secret, request.body)) };
      const answer = await http.request({ ...request, headers, ...(signal && { signal }) });
      if (!answer.ok) return answer;
      const date = Date.parse(answer.value.headers.date ?? '');
      if (!Number.isNaN(date)) clock = date;
      return answer;
    },
  };
}

/** A whole page: who takes items answers programs, not people. The address is a site's, then, or a log-in stands before it. */
export const isPage = ({ text }: Pick<HttpAnswer, 'text'>): boolean =>
  /^\s*(<!doctype html|<html)\b/i.test(text().slice(0, 500));

export const isSuccess = ({ status }: Pick<HttpAnswer, 'status'>): boolean => status >= 200 && status < 300;

import type { Http, HttpAnswer, HttpRequest } from '../../http.ts';
import { listening } from '../answer.ts';
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
  const { clock, request } = listening(http, signal);
  return {
    clock,
    ask(asked, signed = true) {
      const headers = { ...asked.headers, ...(signed && dialect.signature(secret, asked.body)) };
      return request({ ...asked, headers });
    },
  };
}

/** A whole page: who takes items answers programs, not people. The address is a site's, then, or a log-in stands before it. */
export const isPage = ({ text }: Pick<HttpAnswer, 'text'>): boolean =>
  /^\s*(<!doctype html|<html)\b/i.test(text().slice(0, 500));

export const isSuccess = ({ status }: Pick<HttpAnswer, 'status'>): boolean => status >= 200 && status < 300;

import type { ErrorCode, LinkAnswer, Result } from '../../preload/contract.ts';
import { safeLink } from '../../story/text/link.ts';
import type { Http, HttpAnswer } from './http.ts';

const AT_ONCE = 4;
const FARTHEST = 5;
const TIMEOUT_MS = 12_000;
/** A page of a browser's: some sites refuse what does not look like one. */
const HEADERS = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8', 'accept-language': 'vi,en;q=0.7' };

const STATES: Partial<Record<ErrorCode, LinkAnswer['state']>> = {
  offline: 'offline',
  notFoundHost: 'noSite',
  certificate: 'certificate',
  privateAddress: 'private',
  refused: 'noAnswer',
  timeout: 'noAnswer',
  badAnswer: 'noAnswer',
};

export type LinkChecker = { check(url: string): Promise<Result<LinkAnswer>> };

/**
 * Asks whether addresses of a story answer: HEAD, and GET where that is not understood; only status and headers are read,
 * redirects are followed and each is checked like the first. Failures: badAddress (also mailto), cancelled (the program ends).
 */
export function createLinkChecker(http: Http): LinkChecker {
  let free = AT_ONCE;
  const waiting: (() => void)[] = [];
  return {
    async check(url) {
      if (free === 0) await new Promise<void>((go) => waiting.push(go));
      else free -= 1;
      try {
        return await follow(http, url);
      } finally {
        const next = waiting.shift();
        if (next) next();
        else free += 1;
      }
    },
  };
}

async function follow(http: Http, first: string): Promise<Result<LinkAnswer>> {
  const start = webAddress(first);
  if (start === null) return { ok: false, code: 'badAddress' };
  let url = start;
  let status: number | null = null;
  const answer = (state: LinkAnswer['state']): Result<LinkAnswer> => ({
    ok: true,
    value: { state, status, to: url === start ? null : url },
  });
  for (let step = 0; step <= FARTHEST; step++) {
    const asked = await ask(http, url);
    if (!asked.ok) {
      const state = STATES[asked.code];
      return state ? answer(state) : asked;
    }
    status = asked.value.status;
    const next = status >= 300 && status < 400 ? asked.value.headers.location : undefined;
    if (next === undefined) return answer(stateOf(status, url !== start));
    const target = URL.canParse(next, url) ? webAddress(new URL(next, url).href) : null;
    if (target === null) return answer('unclear');
    url = target;
  }
  return answer('tooFar');
}

async function ask(http: Http, url: string): Promise<Result<HttpAnswer>> {
  const request = { url, headers: HEADERS, timeoutMs: TIMEOUT_MS, stranger: true } as const;
  const head = await http.request({ ...request, method: 'HEAD' });
  // Many servers do not know HEAD, and say so in many ways.
  const isUnsure = head.ok ? head.value.status >= 400 : head.code === 'badAnswer';
  return isUnsure ? http.request({ ...request, method: 'GET' }) : head;
}

function stateOf(status: number, isElsewhere: boolean): LinkAnswer['state'] {
  if (status === 404 || status === 410) return 'notFound';
  if (status < 200 || status >= 300) return 'unclear';
  return isElsewhere ? 'moved' : 'ok';
}

/** The address without its fragment, which no server sees. */
function webAddress(text: string): string | null {
  const safe = safeLink(text);
  if (safe === null || !/^https?:/.test(safe)) return null;
  const url = new URL(safe);
  url.hash = '';
  return url.href;
}

import type { Http, HttpRequest } from '../../../main/publish/http.ts';

type Exchange = { request: HttpRequest; answer: unknown };
export type Recorder = { http: Http; exchanges: Exchange[] };

/** The door to the network, with a note of all that went through it. */
export function recorded(http: Http): Recorder {
  const exchanges: Exchange[] = [];
  return {
    exchanges,
    http: {
      close: () => http.close(),
      async request(request) {
        const answer = await http.request(request);
        exchanges.push({ request, answer: answer.ok ? answer.value.json() : null });
        return answer;
      },
    },
  };
}

/**
 * Sends the same requests again, one after the other and nothing between them; milliseconds. What the server makes anew
 * gets new numbers there: they take the place of the old ones in what follows.
 */
export async function sendAgain(http: Http, exchanges: readonly Exchange[]): Promise<number> {
  const started = performance.now();
  const renamed = new Map<string, string>();
  const anew = (text: string) =>
    [...renamed].reduce(
      (now, [from, to]) => now.replaceAll(new RegExp(`(?<=[/":])${from}(?=["/?,}]|$)`, 'g'), to),
      text,
    );
  for (const { request, answer } of exchanges) {
    const body = typeof request.body === 'string' ? anew(request.body) : request.body;
    const again = await http.request({ ...request, url: anew(request.url), ...(body !== undefined && { body }) });
    if (!again.ok) throw new Error(`${request.method} ${request.url}: ${again.code}`);
    if (again.value.status >= 400) throw new Error(`${request.method} ${request.url}: ${again.value.status}`);
    const [was, is] = [idOf(answer), idOf(again.value.json())];
    if (was && is && was !== is) renamed.set(was, is);
  }
  return performance.now() - started;
}

const idOf = (answer: unknown): string | null =>
  typeof answer === 'object' && answer !== null && 'id' in answer ? String(answer.id) : null;

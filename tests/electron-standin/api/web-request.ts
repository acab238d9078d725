// session.webRequest: onBeforeRequest for every request, onHeadersReceived for the answers of the app's own schemes.
import { guard } from '../guard.ts';
import type { WebContents } from './web-contents.ts';

type Filter = { urls: string[]; excludeUrls?: string[]; types?: string[] };
type Slot<L> = { filter: Filter; listener: L } | undefined;
type Before = (details: object, callback: (response: { cancel?: boolean }) => void) => void;
type Received = (
  details: object,
  callback: (response: { responseHeaders?: Record<string, string | string[]> }) => void,
) => void;

const KINDS: Record<string, string> = {
  Document: 'mainFrame',
  Stylesheet: 'stylesheet',
  Script: 'script',
  Image: 'image',
  Font: 'font',
  XHR: 'xhr',
  Fetch: 'xhr',
  Ping: 'ping',
  Media: 'media',
  WebSocket: 'webSocket',
}; // prettier-ignore
let before: Slot<Before>;
let received: Slot<Received>;
let lastId = 0;

const asPattern = (pattern: string) =>
  new RegExp(
    `^${pattern === '<all_urls>' ? '.*' : pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/\*/g, '.*')}$`,
  );
const matches = (filter: Filter, url: string) =>
  (filter.urls.length === 0 || filter.urls.some((pattern) => asPattern(pattern).test(url))) &&
  !(filter.excludeUrls ?? []).some((pattern) => asPattern(pattern).test(url));

/** `(filter, listener)`, `(listener)`, or null to remove it. */
function slot<L>(args: unknown[]): Slot<L> {
  const [first, second] = args;
  if (typeof first === 'function') return { filter: { urls: [] }, listener: first as L };
  return first === null || second === null ? undefined : { filter: first as Filter, listener: second as L };
}

export const webRequest = guard('webRequest', {
  onBeforeRequest: (...args: unknown[]) => {
    before = slot(args);
  },
  onHeadersReceived: (...args: unknown[]) => {
    received = slot(args);
  },
});

export type RequestDetails = { url: string; method: string; resourceType: string; contents: WebContents | undefined };

/** True when the app's listener cancels the request. Listeners answer at once: later answers count as "go on". */
export function cancelled({ url, method, resourceType, contents }: RequestDetails): boolean {
  if (!before || !matches(before.filter, url)) return false;
  lastId += 1;
  const details = {
    id: lastId,
    url,
    method,
    resourceType: KINDS[resourceType] ?? 'other',
    webContents: contents,
    webContentsId: contents?.id,
    frame: contents?.mainFrame,
    referrer: '',
    timestamp: Date.now(),
    uploadData: [],
  }; // prettier-ignore
  let cancel = false;
  before.listener(details, (response) => {
    cancel = response.cancel === true;
  });
  return cancel;
}

/** The headers as the app's listener leaves them. */
export function changedHeaders(url: string, statusCode: number, headers: Headers): Headers {
  if (!received || !matches(received.filter, url)) return headers;
  const responseHeaders = Object.fromEntries([...headers].map(([name, value]) => [name, [value]]));
  let changed = headers;
  received.listener(
    { url, statusCode, statusLine: `HTTP/1.1 ${statusCode}`, responseHeaders, method: 'GET' },
    (response) => {
      if (!response.responseHeaders) return;
      changed = new Headers();
      for (const [name, values] of Object.entries(response.responseHeaders)) {
        for (const value of [values].flat()) changed.append(name, value);
      }
    },
  );
  return changed;
}

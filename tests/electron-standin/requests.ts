// Every request of every window comes by here before any network: webRequest, navigation's guards, the app's own schemes.
import { preventable } from './api/event.ts';
import { handlerFor } from './api/protocol.ts';
import { allWebContents, contentsOfTarget, type WebContents } from './api/web-contents.ts';
import { cancelled, changedHeaders } from './api/web-request.ts';
import type { Protocol } from './cdp/connection.ts';
import { debug, say } from './log.ts';
import { ownScheme, policyToWindow, toApp, toWindow } from './origin.ts';
import { connection } from './runtime.ts';

type Paused = Protocol.Fetch.requestPausedPayload;
const MAPPED = new Set([
  'content-security-policy',
  'content-security-policy-report-only',
  'access-control-allow-origin',
]);

const fail = (requestId: string, errorReason: Protocol.Network.ErrorReason) =>
  connection().root.send('Fetch.failRequest', { requestId, errorReason });

/** True when the app stops this navigation of a main frame, by will-navigate or will-redirect. */
function stopped(contents: WebContents, { request, redirectedRequestId }: Paused): boolean {
  const url = toApp(request.url);
  if (contents._expected.delete(request.url)) return false;
  const asked = contents._pageAsked === request.url;
  contents._pageAsked = undefined;
  // Reloaded from outside the page: not a will-navigate.
  if (!redirectedRequestId && !asked && url === contents._url.replace(/#.*/, '')) return false;
  const event = preventable({
    url,
    isMainFrame: true,
    isSameDocument: false,
    frame: contents.mainFrame,
    initiator: contents.mainFrame,
  });
  contents.emit(redirectedRequestId ? 'will-redirect' : 'will-navigate', event, url);
  return event.defaultPrevented;
}

function bodyOf({ method, postDataEntries }: Protocol.Network.Request): Buffer<ArrayBuffer> | undefined {
  if (method === 'GET' || method === 'HEAD' || !postDataEntries) return undefined;
  return Buffer.concat(postDataEntries.map(({ bytes = '' }) => Buffer.from(bytes, 'base64')));
}

/** Answers one of the app's own addresses by its protocol.handle. */
async function fulfil({ requestId, request, resourceType }: Paused): Promise<unknown> {
  const url = toApp(request.url);
  // Chromium asks for it by itself; Electron's windows do not.
  if (resourceType === 'Other' && new URL(request.url).pathname === '/favicon.ico') {
    return connection().root.send('Fetch.fulfillRequest', { requestId, responseCode: 204 });
  }
  const handler = handlerFor(ownScheme(url) as string);
  if (!handler) return fail(requestId, 'AddressUnreachable');
  const headers = new Headers(Object.entries(request.headers).map(([name, value]) => [name, toApp(value)]));
  const response = await handler(new Request(url, { method: request.method, headers, body: bodyOf(request) }));
  if (response.type === 'error') return fail(requestId, 'Failed');
  const body = Buffer.from(await response.arrayBuffer()).toString('base64');
  const responseHeaders = [...changedHeaders(url, response.status, response.headers)].map(([name, value]) => ({
    name,
    value: name === 'location' ? toWindow(value) : MAPPED.has(name) ? policyToWindow(value) : value,
  }));
  const { status: responseCode, statusText: responsePhrase } = response;
  return connection().root.send('Fetch.fulfillRequest', {
    requestId,
    responseCode,
    responseHeaders,
    body,
    ...(responsePhrase && { responsePhrase }),
  });
}

async function route(paused: Paused): Promise<unknown> {
  const { requestId, request, resourceType, frameId } = paused;
  const contents = contentsOfTarget(frameId);
  const isMain = resourceType === 'Document' && contents !== undefined;
  if (isMain && stopped(contents, paused)) return fail(requestId, 'Aborted');
  const url = toApp(request.url);
  if (cancelled({ url, method: request.method, resourceType, contents: contents ?? allWebContents()[0] })) {
    return fail(requestId, 'BlockedByClient');
  }
  if (ownScheme(url)) return fulfil(paused);
  return connection().root.send('Fetch.continueRequest', { requestId });
}

export async function interceptRequests(): Promise<void> {
  const { root } = connection();
  root.listen('Fetch.requestPaused', (paused) => {
    route(paused).catch((error: Error) => {
      if (/^Fetch\.|Chromium is gone/.test(error.message)) return debug(error.message);
      say(`protocol handler failed for ${toApp(paused.request.url)}: ${error.stack}`);
      fail(paused.requestId, 'Failed').catch(() => {});
    });
  });
  await root.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
}

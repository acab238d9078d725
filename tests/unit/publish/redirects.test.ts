import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createHttp, type Http } from '../../../main/publish/http.ts';

type Asked = { method: string; path: string; authorization: string };
let http: Http;
const closing: (() => void)[] = [];
beforeEach(() => {
  http = createHttp();
});
afterEach(async () => {
  await http.close();
  for (const close of closing.splice(0)) close();
});

async function serve(answer: (request: IncomingMessage, reply: ServerResponse) => void) {
  const asked: Asked[] = [];
  const server = createServer((request, reply) => {
    const { method = '', url: path = '', headers } = request;
    asked.push({ method, path, authorization: headers.authorization ?? '' });
    answer(request, reply);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}
const headers = { authorization: 'Basic bOmF0OmtoYXU=' };

test.each([301, 302, 303, 307, 308])('a read follows a %d within its own origin, as the same read', async (status) => {
  const site = await serve(({ url }, reply) =>
    url === '/a' ? reply.writeHead(status, { location: '/b?x=1#phan' }).end() : reply.end('tới nơi'),
  );
  for (const method of ['GET', 'HEAD'] as const) {
    const answer = await http.request({ method, url: `${site.url}/a`, headers });
    expect(answer.ok && [answer.value.status, answer.value.text()]).toEqual([200, method === 'GET' ? 'tới nơi' : '']);
  }
  const { authorization } = headers;
  expect(site.asked).toEqual(
    ['GET', 'HEAD'].flatMap((method) => ['/a', '/b?x=1'].map((path) => ({ method, path, authorization }))),
  );
});

test('five at most: the sixth is the answer', async () => {
  const site = await serve((_, reply) => reply.writeHead(302, { location: '/vong-quanh' }).end());
  const answer = await http.request({ method: 'GET', url: `${site.url}/` });
  expect([answer.ok && answer.value.status, site.asked.length]).toEqual([302, 6]);
});

test('another origin gets nothing: no request, and no password', async () => {
  const stranger = await serve((_, reply) => reply.end('của tôi'));
  const site = await serve((_, reply) => reply.writeHead(302, { location: `${stranger.url}/` }).end());
  const port = new URL(site.url).port;
  for (const location of [
    stranger.url,
    `http://localhost:${port}/`,
    `https://127.0.0.1:${port}/`,
    'file:///etc/passwd',
  ]) {
    const there = await serve((_, reply) => reply.writeHead(302, { location }).end());
    const answer = await http.request({ method: 'GET', url: there.url, headers });
    expect([answer.ok && answer.value.status, there.asked.length]).toEqual([302, 1]);
  }
  expect([stranger.asked, site.asked]).toEqual([[], []]);
});

test.each(['POST', 'PUT', 'DELETE'] as const)('a %s is never sent on', async (method) => {
  const site = await serve((_, reply) => reply.writeHead(307, { location: '/b' }).end());
  const answer = await http.request({ method, url: `${site.url}/a`, body: '{}' });
  expect([answer.ok && answer.value.status, site.asked.length]).toEqual([307, 1]);
});

test('who wants to know of the redirect gets it; and an address with a password in it is no way on', async () => {
  const site = await serve((_, reply) => reply.writeHead(301, { location: '/b' }).end());
  const kept = await http.request({ method: 'GET', url: `${site.url}/a`, keepRedirect: true });
  expect([kept.ok && kept.value.headers.location, site.asked.length]).toEqual(['/b', 1]);
  const login = await serve((_, reply) =>
    reply.writeHead(302, { location: `http://a:b@${new URL(login.url).host}/` }).end(),
  );
  const answer = await http.request({ method: 'GET', url: login.url });
  expect([answer.ok && answer.value.status, login.asked.length]).toEqual([302, 1]);
});

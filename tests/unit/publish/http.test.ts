import { createServer, type RequestListener, type Server } from 'node:http';
import { type AddressInfo, createServer as createSocketServer, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createHttp, type Http } from '../../../main/publish/http.ts';
import { networkFailure } from '../../../main/publish/http-errors.ts';
import { startTlsServer } from '../../cms/tls-server.ts';

let http: Http;
const closing: (() => unknown)[] = [];
beforeEach(() => {
  http = createHttp();
});
afterEach(async () => {
  await http.close();
  for (const close of closing.splice(0)) await close();
});

const listen = async (server: Server | ReturnType<typeof createSocketServer>): Promise<number> => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
};
async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  const port = await listen(server);
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${port}/`;
}
/** A server that does with each connection whatever it is told. */
async function serveSockets(listener: (socket: Socket) => void): Promise<string> {
  const sockets = new Set<Socket>();
  const server = createSocketServer((socket) => {
    sockets.add(socket.on('error', () => undefined));
    listener(socket);
  });
  const port = await listen(server);
  closing.push(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return `127.0.0.1:${port}`;
}
const get = (url: string, more: Partial<Parameters<Http['request']>[0]> = {}) =>
  http.request({ method: 'GET', url, ...more });

test('an answer has its status, headers and body, whatever the status', async () => {
  const url = await serve((_, answer) => answer.writeHead(404, { 'X-Thing': ['a', 'b'] }).end('{"tên":"Bắc Kạn"}'));
  const answer = await get(url);
  if (!answer.ok) throw new Error(answer.code);
  expect([answer.value.status, answer.value.headers['x-thing'], answer.value.json()]).toEqual([
    404,
    'a, b',
    { tên: 'Bắc Kạn' },
  ]);
  const page = await get(await serve((_, reply) => reply.end('<html>')));
  expect([page.ok && page.value.json(), page.ok && page.value.text()]).toEqual([undefined, '<html>']);
});

test('method, headers and the body arrive as given', async () => {
  const url = await serve(async (request, answer) => {
    const body = Buffer.concat(await request.toArray()).toString();
    answer.end(
      JSON.stringify([request.method, request.url, request.headers['x-a'], request.headers['content-length'], body]),
    );
  });
  const answer = await http.request({
    method: 'POST',
    url: `${url}a?b=c`,
    headers: { 'x-a': '1' },
    body: new TextEncoder().encode('đ'),
  });
  expect(answer.ok && answer.value.json()).toEqual(['POST', '/a?b=c', '1', '2', 'đ']);
});

test('a redirect elsewhere is an answer, and is not followed', async () => {
  let asked = 0;
  const url = await serve((_, answer) => {
    asked += 1;
    answer.writeHead(301, { location: 'https://elsewhere.example/' }).end();
  });
  const answer = await get(url);
  expect([answer.ok && answer.value.status, answer.ok && answer.value.headers.location, asked]).toEqual([
    301,
    'https://elsewhere.example/',
    1,
  ]);
});

test.each([
  ['http://tin.example/', 'insecureAddress'],
  ['http://10.0.0.1/', 'insecureAddress'],
  ['http://127.0.0.1.example/', 'insecureAddress'],
  ['http://localhost.example/', 'insecureAddress'],
  ['ftp://127.0.0.1/', 'badAddress'],
  ['file:///etc/passwd', 'badAddress'],
  ['https://user:secret@tin.example/', 'badAddress'],
  ['nothing', 'badAddress'],
])('%s is refused before any connection: %s', async (url, code) => {
  const answer = await get(url);
  expect(answer).toMatchObject({ ok: false, code });
  expect(JSON.stringify(answer)).not.toContain('secret');
});

test('nobody listens: refused', async () => {
  const server = createServer();
  const port = await listen(server);
  await new Promise((resolve) => server.close(resolve));
  expect(await get(`http://127.0.0.1:${port}/`)).toMatchObject({ ok: false, code: 'refused' });
});

test('a name that no name server can know (RFC 6761): no such host, or no name server', async () => {
  const answer = await get('https://toa-soan.invalid/');
  expect(['notFoundHost', 'offline']).toContain(answer.ok ? '' : answer.code);
});

test('no answer in time, and none whole in time: timeout', async () => {
  const silent = await serveSockets(() => undefined);
  expect(await get(`http://${silent}/`, { timeoutMs: 200 })).toMatchObject({ ok: false, code: 'timeout' });
  const halting = await serveSockets((socket) => socket.write('HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nhalf'));
  expect(await get(`http://${halting}/`, { timeoutMs: 200 })).toMatchObject({ ok: false, code: 'timeout' });
});

test.each([
  ['cut before an answer', (socket: Socket) => void socket.once('data', () => socket.resetAndDestroy())],
  ['closed without an answer', (socket: Socket) => void socket.once('data', () => socket.end())],
  ['cut within an answer', (socket: Socket) => void socket.end('HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nhalf')],
  ['not HTTP', (socket: Socket) => void socket.end('SSH-2.0-OpenSSH_9.9\r\n')],
])('a connection %s: badAnswer', async (_, listener) => {
  const at = await serveSockets(listener);
  expect(await get(`http://${at}/`)).toMatchObject({ ok: false, code: 'badAnswer' });
});

test('https to a server that speaks http: badAnswer', async () => {
  const at = await serveSockets(
    (socket) => void socket.once('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')),
  );
  expect(await get(`https://${at}/`)).toMatchObject({ ok: false, code: 'badAnswer' });
});

test('certificates: not vouched for, vouched for, and for another name', async () => {
  const own = await startTlsServer((_, answer) => answer.end('xin chào'));
  const other = await startTlsServer((_, answer) => answer.end(), 'toa-soan.example');
  closing.push(own.close, other.close);
  expect(await get(own.url)).toMatchObject({
    ok: false,
    code: 'certificate',
    detail: expect.stringMatching(/^DEPTH_ZERO_SELF_SIGNED_CERT/),
  });
  const trusting = createHttp({ ca: own.certificate });
  closing.push(trusting.close);
  const answer = await trusting.request({ method: 'GET', url: own.url });
  expect(answer.ok && answer.value.text()).toBe('xin chào');
  const named = createHttp({ ca: other.certificate });
  closing.push(named.close);
  const wrong = await named.request({ method: 'GET', url: other.url });
  expect(wrong).toMatchObject({
    ok: false,
    code: 'certificate',
    detail: expect.stringMatching(/^ERR_TLS_CERT_ALTNAME_INVALID/),
  });
});

test('an answer that is too long is cut off, packed or not', async () => {
  const url = await serve((_, answer) => answer.end('x'.repeat(2000)));
  expect(await get(url, { maxBytes: 1000 })).toMatchObject({ ok: false, code: 'badAnswer' });
  expect(await get(url, { maxBytes: 2000 })).toMatchObject({ ok: true });
  const packed = await serve((_, answer) =>
    answer.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('x'.repeat(2000))),
  );
  expect(await get(packed, { maxBytes: 1000 })).toMatchObject({ ok: false, code: 'badAnswer' });
  const whole = await get(packed);
  expect(whole.ok && whole.value.body.length).toBe(2000);
});

test('an abort, and the end of the program, cut what runs: cancelled', async () => {
  const silent = await serveSockets(() => undefined);
  const stop = new AbortController();
  const running = [get(`http://${silent}/`, { signal: stop.signal }), get(`http://${silent}/`)] as const;
  stop.abort();
  expect(await running[0]).toMatchObject({ ok: false, code: 'cancelled' });
  await http.close();
  expect(await running[1]).toMatchObject({ ok: false, code: 'cancelled' });
  expect(await get(`http://${silent}/`)).toMatchObject({ ok: false, code: 'cancelled' });
});

test('the system’s proxy is used where it names one', async () => {
  const asked: string[] = [];
  const proxy = await serve((request, answer) => {
    asked.push(request.url ?? '');
    answer.end('by the proxy');
  });
  const through = createHttp({
    proxyFor: async (url) => (url.includes(':1/') ? `PROXY ${new URL(proxy).host}; DIRECT` : 'DIRECT'),
  });
  closing.push(through.close);
  const answer = await through.request({ method: 'GET', url: 'http://127.0.0.1:1/a?b' });
  expect([answer.ok && answer.value.text(), asked]).toEqual(['by the proxy', ['http://127.0.0.1:1/a?b']]);
  expect(await get('http://127.0.0.1:1/a?b', { direct: true })).toMatchObject({ ok: false, code: 'refused' });
  expect(asked).toHaveLength(1);
  const direct = await through.request({ method: 'GET', url: await serve((_, reply) => reply.end('direct')) });
  expect(direct.ok && direct.value.text()).toBe('direct');
});

test('a proxy that nobody can tell, since its script hangs: timeout, or cancelled', async () => {
  http = createHttp({ proxyFor: () => new Promise(() => undefined) });
  const url = await serve((_, answer) => answer.end('x'));
  expect(await get(url, { timeoutMs: 30 })).toMatchObject({ ok: false, code: 'timeout' });
  const running = get(url);
  await http.close();
  expect(await running).toMatchObject({ ok: false, code: 'cancelled' });
});

test('a proxy that refuses its tunnel: refused', async () => {
  const server = createServer();
  server.on('connect', (_, socket) => socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n'));
  const port = await listen(server);
  closing.push(() => void server.close());
  const through = createHttp({ proxyFor: async () => `PROXY 127.0.0.1:${port}` });
  closing.push(through.close);
  expect(await through.request({ method: 'GET', url: 'https://toa-soan.example/' })).toMatchObject({
    ok: false,
    code: 'refused',
  });
});

test.each([
  ['ENETUNREACH', 'offline'],
  ['EHOSTUNREACH', 'timeout'],
  ['EAI_AGAIN', 'offline'],
  ['ENOTFOUND', 'notFoundHost'],
  ['UND_ERR_CONNECT_TIMEOUT', 'timeout'],
  ['CERT_HAS_EXPIRED', 'certificate'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'certificate'],
  ['SELF_SIGNED_CERT_IN_CHAIN', 'certificate'],
])('what loopback cannot show: %s means %s, also as a cause', (name, code) => {
  const error = Object.assign(new Error('said by the system'), { code: name });
  expect(networkFailure(error)).toMatchObject({ code, detail: `${name}: said by the system` });
  expect(networkFailure(new TypeError('outer', { cause: error }))).toMatchObject({ code });
});

test('an error that is no network error is nobody’s answer', () => {
  expect(networkFailure(new TypeError('a bug'))).toBeNull();
});

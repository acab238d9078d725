import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo, LookupFunction } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { createHttp, type Http, type HttpOptions } from '../../../main/publish/http.ts';
import { createLinkChecker } from '../../../main/publish/links.ts';
import { isPrivateAddress, isPrivateHost } from '../../../main/publish/public-address.ts';
import type { LinkAnswer, Result } from '../../../preload/contract.ts';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});
/** A site of the public internet, as far as the checker knows: its name is looked up to this machine. */
async function site(listener: RequestListener, more: HttpOptions = {}) {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const http: Http = createHttp({ lookup: here, isPrivate: () => false, ...more });
  closing.push(
    () => http.close(),
    () => {
      server.closeAllConnections();
      server.close();
    },
  );
  const origin = `http://bao.example:${(server.address() as AddressInfo).port}`;
  const checker = createLinkChecker(http);
  return { origin, check: (path: string) => checker.check(origin + path) };
}
const here: LookupFunction = (_name, options, done) =>
  options.all ? done(null, [{ address: '127.0.0.1', family: 4 }]) : done(null, '127.0.0.1', 4);
const value = (result: Result<LinkAnswer>) => (result.ok ? result.value : result.code);

test('what an address says: it answers, has moved, is gone, wants something else, leads on and on', async () => {
  const seen: string[] = [];
  const { origin, check } = await site((request, answer) => {
    seen.push(`${request.method} ${request.url}`);
    const to = { '/old': '/new?a=1', '/round': '/round', '/out': 'javascript:alert(1)' }[request.url ?? ''];
    if (to) answer.writeHead(301, { location: to });
    else if (request.url === '/gone') answer.writeHead(410);
    else if (request.url === '/login') answer.writeHead(403);
    else if (request.url === '/get' && request.method === 'HEAD') answer.writeHead(405);
    answer.end(request.method === 'HEAD' ? undefined : 'x'.repeat(10_000_000));
  });
  expect(value(await check('/#part'))).toEqual({ state: 'ok', status: 200, to: null });
  expect(value(await check('/get'))).toEqual({ state: 'ok', status: 200, to: null });
  expect(value(await check('/old'))).toEqual({ state: 'moved', status: 200, to: `${origin}/new?a=1` });
  expect(value(await check('/gone'))).toEqual({ state: 'notFound', status: 410, to: null });
  expect(value(await check('/login'))).toEqual({ state: 'unclear', status: 403, to: null });
  expect(value(await check('/out'))).toEqual({ state: 'unclear', status: 301, to: null });
  expect(value(await check('/round'))).toMatchObject({ state: 'tooFar', status: 301 });
  expect(seen.slice(0, 3)).toEqual(['HEAD /', 'HEAD /get', 'GET /get']);
});

test('no site, no answer, no address', async () => {
  const { check } = await site((request) => request.socket.destroy());
  expect(value(await check('/'))).toEqual({ state: 'noAnswer', status: null, to: null });
  const lost: LookupFunction = (_name, _options, done) =>
    done(Object.assign(new Error('ENOTFOUND'), { code: 'ENOTFOUND' }), '', 4);
  const nowhere = await site((_request, answer) => answer.end(), { lookup: lost });
  expect(value(await nowhere.check('/'))).toEqual({ state: 'noSite', status: null, to: null });
  const checker = createLinkChecker(createHttp());
  for (const url of ['mailto:a@b.vn', 'javascript:alert(1)', 'http://a:b@c.vn', 'x'])
    expect(value(await checker.check(url))).toBe('badAddress');
});

describe('what is not on the public internet', () => {
  test('is never asked: by its address, by its name, by where its name leads, by a redirect', async () => {
    let asked = 0;
    const real = { isPrivate: isPrivateAddress };
    const { origin, check } = await site((_request, answer) => {
      asked += 1;
      answer.end();
    }, real);
    expect(value(await check('/'))).toMatchObject({ state: 'private' });
    const { port } = new URL(origin);
    const http = createHttp();
    closing.push(() => http.close());
    const checker = createLinkChecker(http);
    for (const host of [
      '127.0.0.1',
      '[::1]',
      'localhost',
      '[::ffff:127.0.0.1]',
      '2130706433',
      '0x7f.1',
      'may-in.local',
      'may-in',
    ])
      expect([host, value(await checker.check(`http://${host}:${port}/`))]).toEqual([
        host,
        { state: 'private', status: null, to: null },
      ]);
    expect(asked).toBe(0);
    const lures = await site(
      (_request, answer) => answer.writeHead(302, { location: `http://127.0.0.2:${port}/` }).end(),
      {
        isPrivate: (address) => address === '127.0.0.2',
      },
    );
    expect(value(await lures.check('/'))).toEqual({ state: 'private', status: 302, to: `http://127.0.0.2:${port}/` });
    expect(asked).toBe(0);
  });

  test.each([
    '10.1.2.3',
    '172.31.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '::',
    'fd00::1',
    'fe80::1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '::ffff:10.0.0.1',
    'x',
  ])('%s is private', (address) => expect(isPrivateAddress(address)).toBe(true));
  test.each(['8.8.8.8', '172.32.0.1', '203.162.0.11', '2402:800::1', '2606:4700::1111'])('%s is public', (address) =>
    expect(isPrivateAddress(address)).toBe(false),
  );
  test('names that only mean something at home', () => {
    for (const name of ['router', 'a.localhost', 'nas.home.arpa', 'wiki.corp', 'x.internal'])
      expect(isPrivateHost(name)).toBe(true);
    for (const name of ['baobackan.vn', 'local.vn', 'home.example']) expect(isPrivateHost(name)).toBe(false);
  });
});

test('a few at a time, and each in its turn', async () => {
  let [open, most, asked] = [0, 0, 0];
  const { check } = await site((_request, answer) => {
    asked += 1;
    most = Math.max(most, ++open);
    setTimeout(() => {
      open -= 1;
      answer.end();
    }, 5);
  });
  await Promise.all(Array.from({ length: 13 }, (_, n) => check(`/${n}`)));
  expect(asked).toBe(13);
  expect(most).toBeLessThanOrEqual(4);
});

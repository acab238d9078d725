import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createHttp } from '../../../main/publish/http.ts';
import { atWork, createRequestLog } from '../../../main/publish/network/log.ts';
import { shownAddress } from '../../../main/publish/network/redact.ts';

let folder: string;
let server: Server;
let url: string;
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'copydesk-log-'));
  server = createServer((request, reply) => {
    request.resume();
    reply.writeHead(201, { 'set-cookie': 'phien=BiMatCuaPhien123' }).end('{"title":"Nội dung của bài"}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});
const everything = () =>
  readdirSync(folder)
    .map((name) => readFileSync(path.join(folder, name), 'utf8'))
    .join('');

test('a request is one line: when, which job, what, where to, how it ended, how long, how much', async () => {
  const log = createRequestLog(folder, { now: () => Date.parse('2026-06-14T01:02:03.004Z') });
  const http = createHttp({ log });
  const body = JSON.stringify({ title: 'Nội dung' });
  await atWork.run('0197a000-0000-7000-8000-000000000001', () =>
    http.request({ method: 'POST', url: `${url}/wp-json/wp/v2/posts?slug=chinh-tri&context=edit`, body }),
  );
  await http.request({ method: 'GET', url: 'http://127.0.0.1:1/' });
  await http.close();
  await log.close();
  const [first, second] = everything().trim().split('\n');
  expect(first?.replace(/ \d+ms /, ' 0ms ')).toBe(
    `2026-06-14T01:02:03.004Z #1 job=0197a000-0000-7000-8000-000000000001 POST ${url}/wp-json/wp/v2/posts?slug=chinh-tri&context=edit 201 0ms sent=${Buffer.byteLength(body)} received=33`,
  );
  expect(second).toMatch(/ #2 GET http:\/\/127\.0\.0\.1:1\/ refused \(ECONNREFUSED\) \d+ms sent=0 received=0$/);
});

test('no secret of any kind is in it: not of headers, bodies, cookies, queries, nor of the path', async () => {
  const log = createRequestLog(folder);
  const http = createHttp({ log });
  const password = 'abcd EFGH ijkl 1234 mnop 5678';
  const secrets = {
    basic: Buffer.from(`editor:${password}`).toString('base64'),
    jwt: 'Ghost eyJhbGciOiJIUzI1NiJ9.eyJhdWQiOiIvYWRtaW4vIn0.c2lnbmF0dXJl',
    bearer: 'sk-proj-Zx81Qp0sLmN4',
    query: 'mot-khoa-bi-mat',
    hook: 'T02ABCDEF_kZ9xQwErTy12AsDfGh',
    hash: 'da39a3ee5e6b4b0d3255bfef95601890afd80709',
    body: 'mật khẩu trong thân',
  };
  for (const authorization of [`Basic ${secrets.basic}`, secrets.jwt, `Bearer ${secrets.bearer}`])
    await http.request({
      ...{ method: 'POST', headers: { authorization, cookie: `wp=${secrets.query}` }, body: secrets.body },
      url: `${url}/hooks/${secrets.hook}/${secrets.hash}?key=${secrets.query}&access_token=${secrets.bearer}&status=${secrets.hook}&${secrets.hook}=1#${secrets.query}`,
    });
  await http.request({ method: 'GET', url: `http://editor:${encodeURIComponent(password)}@127.0.0.1/` });
  await http.request({ method: 'GET', url: `http://127.0.0.1:1/?p=${secrets.hash}` });
  await http.close();
  await log.close();
  const text = everything();
  expect(text.trim().split('\n')).toHaveLength(4);
  expect(text).toContain('/hooks/***/***?key=***&access_token=***&status=***&***=***');
  for (const secret of [...Object.values(secrets), ...password.split(' '), 'BiMatCuaPhien123', 'Nội dung của bài'])
    expect(text).not.toContain(secret);
});

test('two files, neither longer than was said; the newest lines are kept', async () => {
  const log = createRequestLog(folder, { maxBytes: 2000 });
  for (let at = 0; at < 200; at++) {
    log.write({ method: 'GET', url: `https://bao.example/${at}`, outcome: '200', ms: 1, sent: 0, received: 0 });
    if (at % 7 === 0) await log.close();
  }
  await log.close();
  const names = readdirSync(folder).sort();
  expect(names).toEqual(['requests.1.log', 'requests.log']);
  for (const name of names) expect(statSync(path.join(folder, name)).size).toBeLessThanOrEqual(2000);
  const numbers = [...everything().matchAll(/example\/(\d+) /g)].map(([, number]) => Number(number));
  const sorted = numbers.toSorted((a, b) => a - b);
  expect(sorted.at(-1)).toBe(199);
  expect(sorted).toEqual(sorted.map((_, index) => 200 - sorted.length + index));
});

test('a log that cannot be written keeps no request from being made; opening it says so', async () => {
  const inTheWay = path.join(folder, 'logs');
  writeFileSync(inTheWay, '');
  const log = createRequestLog(inTheWay);
  const http = createHttp({ log });
  expect(await http.request({ method: 'GET', url })).toMatchObject({ ok: true, value: { status: 201 } });
  expect(await log.file()).toMatchObject({ ok: false, code: 'diskError' });
  await http.close();
});

test('the file is there when somebody opens it, also before the first request', async () => {
  const file = await createRequestLog(path.join(folder, 'logs')).file();
  expect(file.ok && readFileSync(file.value, 'utf8')).toBe('');
});

test.each([
  ['https://bao.example/wp-json/wp/v2/media/7?context=edit', 'https://bao.example/wp-json/wp/v2/media/7?context=edit'],
  ['https://bao.example/?rest_route=/wp/v2/posts', 'https://bao.example/?rest_route=%2Fwp%2Fv2%2Fposts'],
  [
    'https://bao.example/tin/hoa-man-no-som-2026-tren-ta-nung-10',
    'https://bao.example/tin/hoa-man-no-som-2026-tren-ta-nung-10',
  ],
  [
    'https://bao.example/anh/photo-0123456789abcdef0123456789abcdef.jpg',
    'https://bao.example/anh/photo-0123456789abcdef0123456789abcdef.jpg',
  ],
  ['nothing', '(no address)'],
])('%s is shown as %s', (address, shown) => expect(shownAddress(address)).toBe(shown));

import { execFileSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { createHttp } from '../../../main/publish/http.ts';
import { type Authorities, openAuthorities } from '../../../main/publish/network/authorities.ts';
import { openStore } from '../../../main/store/open.ts';
import { type AuthorityFiles, makeAuthority } from '../../cms/authority.ts';
import { dataFolder, good } from '../../cms/desk.ts';

const dir = mkdtempSync(path.join(tmpdir(), 'copydesk-ca-'));
let house: AuthorityFiles;
let data: ReturnType<typeof dataFolder>;
let store: Awaited<ReturnType<typeof open>>;
let authorities: Authorities;
const open = async () => good(await openStore(data.folder));
const bytes = (text: string) => new TextEncoder().encode(text);

beforeAll(() => {
  house = makeAuthority(dir);
});
afterAll(() => rmSync(dir, { recursive: true }));
beforeEach(async () => {
  data = dataFolder();
  store = await open();
  authorities = await openAuthorities({ store });
});
afterEach(async () => {
  await store.close();
  data.remove();
});

async function serve(host: string, options?: { expired?: boolean }): Promise<{ url: string; server: Server }> {
  const { key, certificate } = house.issue(host, options);
  const server = createServer({ key: readFileSync(key), cert: readFileSync(certificate) }, (_, answer) =>
    answer.end('xin chào'),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `https://127.0.0.1:${(server.address() as AddressInfo).port}/`, server };
}

test('one that is added is trusted at once, by the same connections’ keeper, and no longer once it is taken off', async () => {
  const { url, server } = await serve('127.0.0.1');
  const http = createHttp({ ca: authorities.trusted });
  const ask = () => http.request({ method: 'GET', url });
  try {
    expect(await ask()).toMatchObject({ ok: false, code: 'certificate' });
    const [added] = good(await authorities.add(bytes(house.pem)));
    const answer = await ask();
    expect(answer.ok && answer.value.text()).toBe('xin chào');
    good(await authorities.remove(added!.fingerprint));
    expect(await ask()).toMatchObject({ ok: false, code: 'certificate' });
  } finally {
    await http.close();
    server.closeAllConnections();
    server.close();
  }
});

test('trusting an authority excuses neither an expired certificate nor another name', async () => {
  good(await authorities.add(bytes(house.pem)));
  const http = createHttp({ ca: authorities.trusted });
  for (const [host, expired, name] of [
    ['127.0.0.1', true, 'CERT_HAS_EXPIRED'],
    ['bao.example', false, 'ERR_TLS_CERT_ALTNAME_INVALID'],
  ] as const) {
    const { url, server } = await serve(host, { expired });
    expect(await http.request({ method: 'GET', url })).toMatchObject({
      ok: false,
      code: 'certificate',
      detail: expect.stringMatching(new RegExp(`^${name}`)),
    });
    server.close();
  }
  await http.close();
});

test('name, fingerprint and expiry are shown, and all of it is there after a restart', async () => {
  const listed = good(await authorities.add(bytes(`# của tòa soạn\n${house.pem}`)));
  const certificate = new X509Certificate(house.pem);
  expect(listed).toEqual([
    {
      name: 'Toa soan thu nghiem Root CA',
      fingerprint: certificate.fingerprint256,
      expiresAt: new Date(certificate.validTo).toISOString(),
    },
  ]);
  await store.close();
  store = await open();
  authorities = await openAuthorities({ store });
  expect([authorities.list(), authorities.trusted()]).toEqual([listed, [certificate.toString()]]);
});

test('several in one file, DER, and the same one twice', async () => {
  const other = mkdtempSync(path.join(dir, 'other-'));
  const second = makeAuthority(other, 'Dai truyen hinh Root CA').pem;
  const der = execFileSync('openssl', ['x509', '-in', path.join(other, 'ca.pem'), '-outform', 'DER']);
  expect(good(await authorities.add(der)).map(({ name }) => name)).toEqual(['Dai truyen hinh Root CA']);
  expect(good(await authorities.add(bytes(house.pem + second + house.pem)))).toHaveLength(2);
});

test('what would be of no use is refused, and nothing of that file is taken', async () => {
  const server = readFileSync(house.issue('bao.example').certificate, 'utf8');
  const refused = async (text: string, more = authorities) => {
    const answer = await more.add(bytes(text));
    expect(more.list()).toEqual([]);
    return answer.ok ? 'taken' : answer.code;
  };
  expect(await refused(house.pem + server)).toBe('notAnAuthority');
  expect(await refused('xin chào')).toBe('notACertificate');
  expect(await refused('')).toBe('notACertificate');
  expect(await refused(readFileSync(path.join(dir, 'ca.key'), 'utf8'))).toBe('notACertificate');
  const later = await openAuthorities({ store, now: () => Date.parse('2200-01-01') });
  expect(await refused(house.pem, later)).toBe('authorityExpired');
});

test('a value that nobody can read is as if there were none', async () => {
  good(await store.putValue('network.authorities', bytes('["x", 3')));
  expect((await openAuthorities({ store })).list()).toEqual([]);
});

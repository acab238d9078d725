import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { ghostAddress } from '../../../main/publish/destinations/ghost/client.ts';
import { parseKey, tokenOf } from '../../../main/publish/destinations/ghost/token.ts';

const SECRET = 'b0'.repeat(32);
const ID = '6b0a3eca6e2fa6520f362da0';
const json = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString());

test('a token names its key, lives five minutes of the server’s time, and is signed with the secret’s bytes', () => {
  const token = tokenOf(parseKey(` ${ID}:${SECRET}\n`)!, Date.parse('2026-06-14T08:37:00.900Z'));
  const [header, payload, signature] = token.split('.') as [string, string, string];
  expect(json(header)).toEqual({ alg: 'HS256', typ: 'JWT', kid: ID });
  const iat = Date.parse('2026-06-14T08:37:00Z') / 1000;
  expect(json(payload)).toEqual({ iat, exp: iat + 300, aud: '/admin/' });
  const own = createHmac('sha256', Buffer.from(SECRET, 'hex')).update(`${header}.${payload}`).digest('base64url');
  expect(signature).toBe(own);
});

test.each([
  '',
  'mật khẩu',
  ID,
  `${ID}:`,
  `${ID}:${SECRET}0`,
  `${ID}:${SECRET.slice(0, -1)}g`,
  `${ID.slice(1)}:${SECRET}`,
])('“%s” is no key', (text) => {
  expect(parseKey(text)).toBeNull();
});

test.each([
  ['bao.vn', 'https://bao.vn/'],
  ['https://bao.vn/ghost/#/settings/integrations', 'https://bao.vn/'],
  ['https://bao.vn/tin/ghost/api/admin/', 'https://bao.vn/tin/'],
  ['localhost:2368', 'http://localhost:2368/'],
  ['https://ghostbao.vn/?x=1', 'https://ghostbao.vn/'],
])('the site in “%s” is %s', (typed, site) => {
  expect(ghostAddress(typed)?.href).toBe(site);
});

test('what is no address is none', () => {
  expect([ghostAddress(''), ghostAddress('ftp://bao.vn'), ghostAddress('a b')]).toEqual([null, null, null]);
});

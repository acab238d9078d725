import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openPerson } from '../../../main/person.ts';
import { createAccounts } from '../../../main/publish/accounts.ts';
import { createFolder } from '../../../main/publish/destinations/folder.ts';
import type { Destinations } from '../../../main/publish/destinations/types.ts';
import { createWordPress } from '../../../main/publish/destinations/wordpress/index.ts';
import { createHttp } from '../../../main/publish/http.ts';
import { openAuthorities } from '../../../main/publish/network/authorities.ts';
import { signSettings } from '../../../main/settings/file.ts';
import { createSettings } from '../../../main/settings/index.ts';
import { openStore } from '../../../main/store/open.ts';
import type { House } from '../../../preload/contract.ts';
import { canonicalJson } from '../../../story/canonical.ts';
import { newId } from '../../../story/ids.ts';
import { NO_RULES } from '../../../story/review/house.ts';
import { type AuthorityFiles, makeAuthority } from '../../cms/authority.ts';
import { dataFolder, good, keychain } from '../../cms/desk.ts';

const SECRET = 'NUnm oeeK 1dhM bPCI 0lwv KgfG';
const wordpress = (url = 'https://bao.example', user = 'pv') => ({ type: 'wordpress' as const, url, user });
const HOUSE: House = { closingMark: './.', timeZone: 'Asia/Ho_Chi_Minh' };
const NONE = { house: false, destinations: [], authorities: [] };

const dir = mkdtempSync(path.join(tmpdir(), 'copydesk-settings-'));
let authority: AuthorityFiles;
beforeAll(() => {
  authority = makeAuthority(dir);
});
afterAll(() => rmSync(dir, { recursive: true }));

const undo: (() => unknown)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

/** A computer of the newsroom, with its own person and store. */
async function computer(name: string, house: House = HOUSE) {
  const data = dataFolder();
  undo.push(() => data.remove());
  const store = good(await openStore(data.folder));
  undo.push(() => store.close());
  const http = createHttp();
  undo.push(() => http.close());
  // The types that the tests are about.
  const destinations = { folder: createFolder(), wordpress: createWordPress(http) } as Destinations;
  const accounts = createAccounts({ store, secrets: keychain, destinations });
  const authorities = await openAuthorities({ store });
  const person = await openPerson(store, keychain, name);
  let now = house;
  const settings = createSettings({
    ...{ accounts, authorities, person },
    house: {
      get: () => now,
      set: (next) => {
        now = { ...now, ...next };
        return { ok: true, value: next };
      },
    },
  });
  const secretOf = async (id: string) => {
    const account = await accounts.open(id);
    return account.ok ? account.value.secret : account.code;
  };
  return { store, accounts, authorities, person, settings, secretOf, house: () => now };
}

let count = 0;
const fileName = () => path.join(dir, `toa-soan-${count++}.copydesk-settings`);

/** A newsroom's first computer, and its settings as a file. */
async function exported() {
  const first = await computer('Trần Thị Bích Phượng');
  const site = good(await first.accounts.save({ name: 'Báo điện tử', config: wordpress(), secret: SECRET }));
  const folder = good(
    await first.accounts.save({ name: 'Ổ chung', config: { type: 'folder', path: '/o-chung', open: false } }),
  );
  good(await first.authorities.add(Buffer.from(authority.pem)));
  const file = fileName();
  expect(good(await first.settings.give(file))).toEqual({ path: file });
  return { first, site, folder, file };
}

test('a new computer gets destinations, certificates and conventions, and no secret', async () => {
  const { first, site, folder, file } = await exported();
  expect(readFileSync(file, 'utf8')).not.toContain(SECRET);
  expect(readFileSync(file, 'utf8')).not.toContain('secret');
  const second = await computer('Vi Sơn', { closingMark: '', timeZone: 'UTC' });
  const offer = good(await second.settings.read(file));
  expect(offer.maker).toEqual({ ...first.person.person(), isSelf: false });
  expect(offer.house).toEqual({ ...HOUSE, isSame: false });
  expect(offer.destinations).toEqual([
    { id: site.id, name: 'Báo điện tử', config: wordpress(), state: 'new', was: null, asksSecret: true },
    { id: folder.id, name: 'Ổ chung', config: folder.config, state: 'new', was: null, asksSecret: false },
  ]);
  expect(offer.authorities).toMatchObject([{ isHere: false }]);
  // Nothing has been taken in by looking at it.
  expect([await second.accounts.list(), second.authorities.list(), second.house().closingMark]).toEqual([[], [], '']);
  const authorities = offer.authorities.map(({ fingerprint }) => fingerprint);
  good(await second.settings.take({ house: true, destinations: [site.id], authorities }));
  expect(await second.accounts.list()).toMatchObject([{ id: site.id, name: 'Báo điện tử', secret: 'missing' }]);
  expect(second.authorities.trusted()).toEqual(first.authorities.trusted());
  expect(second.house()).toEqual(HOUSE);
  const again = good(await second.settings.read(file));
  expect(again.destinations.map(({ state }) => state)).toEqual(['same', 'new']);
  expect([again.house.isSame, again.authorities[0]?.isHere]).toEqual([true, true]);
  expect(await second.settings.take(NONE)).toEqual({ ok: true, value: null });
  expect(await second.settings.take(NONE)).toMatchObject({ code: 'notFound' });
});

test('who exported it knows it as their own', async () => {
  const { first, file } = await exported();
  expect(good(await first.settings.read(file)).maker.isSelf).toBe(true);
});

test.each([
  ['another name', { name: 'Báo mới', config: wordpress() }, SECRET],
  [
    'another way with photos',
    { config: { ...wordpress(), renditions: { format: 'webp', maxSide: 1600, targetKb: 300 } } },
    SECRET,
  ],
  ['another site', { config: wordpress('https://ke-gian.example') }, 'secretNeeded'],
  ['another user', { config: wordpress('https://bao.example', 'admin') }, 'secretNeeded'],
] as const)('%s: the secret of a destination stays only where it is for the same', async (_, change, secret) => {
  const { first, site } = await exported();
  const destination = { id: site.id, name: 'Báo điện tử', ...change };
  const other = await computer('Ai đó');
  const file = fileName();
  writeFileSync(
    file,
    signSettings({ house: HOUSE, destinations: [destination as never], authorities: [] }, other.person),
  );
  const offer = good(await first.settings.read(file));
  expect(offer.destinations).toMatchObject([
    { state: 'changed', was: { name: 'Báo điện tử', config: wordpress() }, asksSecret: secret !== SECRET },
  ]);
  good(await first.settings.take({ ...NONE, destinations: [site.id] }));
  expect((await first.accounts.list()).find(({ id }) => id === site.id)).toMatchObject(change);
  expect(await first.secretOf(site.id)).toBe(secret);
});

test('one site under two ids is one destination; one id for two types of place is two', async () => {
  const { site, folder, file } = await exported();
  const second = await computer('Vi Sơn');
  const own = good(await second.accounts.save({ name: 'Trang của báo', config: wordpress(), secret: SECRET }));
  good(
    await second.store.putDestination({
      id: folder.id,
      name: 'Khác',
      config: wordpress('https://khac.example'),
      secret: null,
    }),
  );
  const offer = good(await second.settings.read(file));
  expect(offer.destinations.map(({ state }) => state)).toEqual(['changed', 'new']);
  good(await second.settings.take({ ...NONE, destinations: [site.id, folder.id] }));
  const list = await second.accounts.list();
  expect(list.map(({ name }) => name).sort()).toEqual(['Báo điện tử', 'Khác', 'Ổ chung']);
  expect(list.find(({ name }) => name === 'Báo điện tử')?.id).toBe(own.id);
  expect(await second.secretOf(own.id)).toBe(SECRET);
});

test.each([
  ['not JSON', () => 'xin chào', 'notSettings'],
  ['another kind of file', () => '{"format":"copydesk-style","version":1}', 'notSettings'],
  ['a newer version', (text: string) => text.replace('"version": 1', '"version": 2'), 'newerSettings'],
  ['one letter changed', (text: string) => text.replace('bao.example', 'cao.example'), 'badSettingsSignature'],
  [
    'a field added',
    (text: string) => text.replace('"version": 1', '"version": 1, "more": true'),
    'badSettingsSignature',
  ],
  ['no signature', (text: string) => text.replace(/,\s*"signature": "[^"]*"/, ''), 'badSettingsSignature'],
  ['signed in another name', (text: string) => text.replace('Bích Phượng', 'Bích Hằng'), 'badSettingsSignature'],
] as const)('%s: refused, and nothing is on offer', async (_, spoil, code) => {
  const { file } = await exported();
  const spoilt = fileName();
  writeFileSync(spoilt, spoil(readFileSync(file, 'utf8')));
  const second = await computer('Vi Sơn');
  good(await second.settings.read(file));
  expect(await second.settings.read(spoilt)).toMatchObject({ ok: false, code });
  expect(await second.settings.take({ ...NONE, house: true })).toMatchObject({ code: 'notFound' });
});

test('well signed, but not what this program knows', async () => {
  const second = await computer('Vi Sơn');
  const signed = (parts: object) => {
    const file = fileName();
    const { person, publicKey, sign } = second.person;
    const maker = { name: person().name, publicKey: Buffer.from(publicKey()).toString('base64') };
    const all = { format: 'copydesk-settings', version: 1, house: HOUSE, destinations: [], authorities: [] };
    const given = { ...all, ...parts, maker };
    const signature = Buffer.from(sign(Buffer.from(canonicalJson(given)))).toString('base64');
    writeFileSync(file, JSON.stringify({ ...given, signature }));
    return second.settings.read(file);
  };
  const of = (config: object) => ({ destinations: [{ id: newId(), name: 'x', config }] });
  expect(await signed(of({ type: 'telegraph', wire: 1 }))).toMatchObject({ code: 'newerSettings' });
  expect(await signed(of({ ...wordpress(), secret: SECRET }))).toMatchObject({ code: 'damagedSettings' });
  expect(await signed({ house: { closingMark: '', timeZone: 'Sao Hỏa' } })).toMatchObject({ code: 'damagedSettings' });
  // What is no certificate of an authority is not on offer.
  const offer = good(await signed({ authorities: ['-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----'] }));
  expect(offer.authorities).toEqual([]);
});

test('house rules go with the conventions; roles bind where another person signed them', async () => {
  const first = await computer('Trần Thị Bích Phượng');
  const second = await computer('Vi Sơn');
  const roles = [{ ...second.person.person(), role: 'reporter' as const }];
  const rules = { ...NO_RULES, twoPersons: true, roles };
  const [plain, full] = [fileName(), fileName()];
  writeFileSync(plain, signSettings({ house: HOUSE, destinations: [], authorities: [] }, first.person));
  writeFileSync(full, signSettings({ house: { ...HOUSE, rules }, destinations: [], authorities: [] }, first.person));
  const take = async (one: typeof first, file: string) => {
    const { house } = good(await one.settings.read(file));
    good(await one.settings.take({ ...NONE, house: true }));
    return house.isSame;
  };
  expect(await take(second, full)).toBe(false);
  expect(second.house()).toEqual({ ...HOUSE, rules, signedRoles: { by: first.person.person(), roles } });
  // A file of an older program knows of no rules: it takes none away.
  expect(await take(second, plain)).toBe(true);
  // One's own roles only advise.
  await take(first, full);
  expect(first.house()).toEqual({ ...HOUSE, rules });
});

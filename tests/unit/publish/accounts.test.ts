import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Accounts, createAccounts, ensureDefaultFolder } from '../../../main/publish/accounts.ts';
import { createFolder } from '../../../main/publish/destinations/folder.ts';
import { createGhost } from '../../../main/publish/destinations/ghost/index.ts';
import { createNinjs } from '../../../main/publish/destinations/ninjs/index.ts';
import { createSftpFolder } from '../../../main/publish/destinations/sftp.ts';
import { createWordPress } from '../../../main/publish/destinations/wordpress/index.ts';
import { createHttp, type Http } from '../../../main/publish/http.ts';
import type { Store } from '../../../main/store/api.ts';
import { openStore } from '../../../main/store/open.ts';
import { storyHash } from '../../../story/canonical.ts';
import { emptyStory } from '../../../story/model.ts';
import { dataFolder, good, keychain } from '../../cms/desk.ts';
import { type FaultProxy, startFaultProxy } from '../../cms/fault-proxy.ts';

const SECRET = 'NUnm oeeK 1dhM bPCI 0lwv KgfG';
let data: ReturnType<typeof dataFolder>;
let store: Store;
let http: Http;
let accounts: Accounts;
let server: FaultProxy;
const config = (url = 'https://bao.example', user = 'pv') => ({ type: 'wordpress' as const, url, user });

async function open(secrets = keychain): Promise<void> {
  store = good(await openStore(data.folder));
  accounts = createAccounts({
    store,
    secrets,
    destinations: {
      folder: createFolder(),
      sftp: createSftpFolder(),
      wordpress: createWordPress(http),
      ghost: createGhost(http),
      ninjs: createNinjs(http),
    },
  });
}
beforeEach(async () => {
  data = dataFolder();
  http = createHttp();
  // No WordPress, but a server that asks everybody for a password, and notes who gives one.
  server = await startFaultProxy();
  server.fault = () => ({
    status: 401,
    headers: { 'content-type': 'application/json' },
    body: '{"code":"rest_login_required"}',
  });
  await open();
});
afterEach(async () => {
  await http.close();
  await server.close();
  await store.close();
  data.remove();
});
const secretOf = async (id: string) => {
  const account = await accounts.open(id);
  return account.ok ? account.value.secret : account.code;
};

test('a secret is kept as ciphertext, survives a restart, and no view and no file has it', async () => {
  const saved = good(await accounts.save({ name: 'Báo', config: config(), secret: SECRET }));
  expect(saved).toMatchObject({ id: saved.id, name: 'Báo', config: config(), secret: 'stored' });
  await store.close();
  for (const name of readdirSync(data.folder, { recursive: true, encoding: 'utf8', withFileTypes: true }))
    if (name.isFile()) expect(readFileSync(path.join(name.parentPath, name.name)).includes(SECRET)).toBe(false);
  await open();
  expect(await accounts.list()).toEqual([saved]);
  expect(await secretOf(saved.id)).toBe(SECRET);
});

test('a secret for this session only is gone at the next start, and unlocked again', async () => {
  const { id, secret } = good(
    await accounts.save({ name: 'Báo', config: config(), secret: SECRET, keepSecret: false }),
  );
  expect([secret, await secretOf(id)]).toEqual(['session', SECRET]);
  // A change of its name leaves it where it is.
  expect(good(await accounts.save({ id, name: 'Báo mới', config: config() })).secret).toBe('session');
  await store.close();
  await open();
  expect([(await accounts.list())[0]!.secret, await secretOf(id)]).toEqual(['missing', 'secretNeeded']);
  expect(good(await accounts.unlock(id, SECRET)).secret).toBe('session');
  expect(await secretOf(id)).toBe(SECRET);
});

test('what is kept can be kept no longer, and the other way round, without typing it again', async () => {
  const { id } = good(await accounts.save({ name: 'Báo', config: config(), secret: SECRET }));
  expect(good(await accounts.save({ id, name: 'Báo', config: config(), keepSecret: false })).secret).toBe('session');
  expect((await store.listDestinations())[0]!.secret).toBeNull();
  expect(good(await accounts.save({ id, name: 'Báo', config: config(), keepSecret: true })).secret).toBe('stored');
  expect(await secretOf(id)).toBe(SECRET);
});

test.each([
  ['another site', 'https://ke-gian.example', 'pv'],
  ['another site of one host', 'https://bao.example/khac', 'pv'],
  ['another port', 'https://bao.example:8443', 'pv'],
  ['another user', 'https://bao.example', 'admin'],
])('%s does not inherit the secret', async (_, url, user) => {
  const { id } = good(await accounts.save({ name: 'Báo', config: config(), secret: SECRET }));
  expect(await accounts.check({ id, name: 'Báo', config: config(url, user) })).toEqual({
    ok: false,
    code: 'secretNeeded',
  });
  expect(good(await accounts.save({ id, name: 'Báo', config: config(url, user) })).secret).toBe('missing');
  expect(await secretOf(id)).toBe('secretNeeded');
});

test('Check with a stored secret sends it to the site it was given for, and to no other', async () => {
  const { id } = good(await accounts.save({ name: 'Báo', config: config(server.url), secret: SECRET }));
  await accounts.check({ id, name: 'Báo', config: config(`${server.url}/wp-admin/`) });
  expect(server.seen.some(({ authorized }) => authorized)).toBe(true);
  const stranger = await startFaultProxy();
  stranger.fault = server.fault;
  expect(await accounts.check({ id, name: 'Báo', config: config(stranger.url) })).toMatchObject({
    code: 'secretNeeded',
  });
  expect(stranger.seen).toEqual([]);
  await stranger.close();
});

test('a keychain that lost its key: the secret is asked for', async () => {
  const { id } = good(await accounts.save({ name: 'Báo', config: config(), secret: SECRET }));
  await store.close();
  await open({ ...keychain, open: async () => null });
  expect(await secretOf(id)).toBe('secretNeeded');
});

test('a keychain that takes nothing: the secret is held until the program ends, and no file has it', async () => {
  await store.close();
  await open({ protected: false, seal: async () => null, open: async () => null });
  const { id, secret } = good(await accounts.save({ name: 'Báo', config: config(), secret: SECRET, keepSecret: true }));
  expect([secret, await secretOf(id)]).toEqual(['session', SECRET]);
  expect((await store.listDestinations())[0]!.secret).toBeNull();
});

test('a destination that is not there: notFound', async () => {
  const id = '01890a5d-ac96-774b-bcce-b302099a8057';
  expect(await accounts.save({ id, name: 'x', config: config() })).toMatchObject({ code: 'notFound' });
  expect([await secretOf(id), await accounts.unlock(id, 'x')]).toMatchObject(['notFound', { code: 'notFound' }]);
});

test('removed only when nothing is on its way there', async () => {
  const { id } = good(await accounts.save({ name: 'Báo', config: config(), secret: SECRET }));
  const story = emptyStory('vi', '2026-03-05T02:30:00.000Z');
  good(await store.createStory(story, 'pv'));
  const input = { story, hash: storyHash(story), destinationId: id, approvedBy: null, publishedBy: 'PV', total: 1 };
  const job = good(await store.enqueue(input));
  expect(await accounts.remove(id)).toMatchObject({ ok: false, code: 'alreadyWaiting' });
  good(await store.updateJob(job.id, { state: 'cancelled' }));
  expect(await accounts.remove(id)).toMatchObject({ ok: true });
  expect(await accounts.list()).toEqual([]);
});

test('the default folder is there from the start, needs no secret, and once removed stays away', async () => {
  const folder = path.join(data.folder, 'Documents', 'Copydesk');
  good(await ensureDefaultFolder(store, 'Thư mục Copydesk', folder));
  const [view, ...others] = await accounts.list();
  expect(view).toMatchObject({
    name: 'Thư mục Copydesk',
    config: { type: 'folder', path: folder, open: true },
    secret: 'none',
  });
  expect([others, existsSync(folder)]).toEqual([[], true]);
  good(await ensureDefaultFolder(store, 'Thư mục Copydesk', folder));
  expect(await accounts.list()).toHaveLength(1);
  good(await accounts.remove(view!.id));
  good(await ensureDefaultFolder(store, 'Thư mục Copydesk', folder));
  expect(await accounts.list()).toEqual([]);
});

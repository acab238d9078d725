import type { ChildProcess } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseKey, tokenOf } from '../../main/publish/destinations/ghost/token.ts';
import { ghostMachine } from './ghost-machine.ts';
import { type MariaDb, startMariaDb } from './mariadb.ts';
import { freePort, processesIn, until } from './processes.ts';

export type GhostSite = {
  /** http://127.0.0.1:PORT */
  url: string;
  /** Admin API keys, "id:secret": of an integration, and of the owner alone (a staff access token). */
  keys: { integration: string; staff: string };
  /** Everything of the site: content/, db/, and the logs. */
  dir: string;
  /** A route of the Admin API, as the integration: its JSON. Throws on any status but 2xx. */
  api(path: string, init?: { method?: string; body?: unknown }): Promise<unknown>;
  /** Removes every post, tag and photo, as if none had ever been. */
  clear(): Promise<void>;
  sql: MariaDb;
  kill(): Promise<void>;
  /** `clock`: how its clock differs from ours, such as "-5h". */
  start(options?: { clock?: string }): Promise<void>;
  /** It answers nothing until `thaw`, and its connections stay. */
  freeze(): void;
  thaw(): void;
  stop(): Promise<void>;
};

/** Why no Ghost can be started on this machine, in one line; null where one can. Downloads it the first time. */
export function ghostMissing(): string | null {
  const here = ghostMachine();
  return 'missing' in here ? here.missing : null;
}

/** Starts a real Ghost on MariaDB, on loopback, with nothing in it. */
export async function startGhost(): Promise<GhostSite> {
  const here = ghostMachine();
  if ('missing' in here) throw new Error(here.missing);
  const dir = mkdtempSync(path.join(tmpdir(), 'copydesk-ghost-'));
  const content = path.join(dir, 'content');
  cpSync(path.join(here.files, 'content'), content, { recursive: true });
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const socket = path.join(dir, 'sock');
  const processes = processesIn(dir);
  const sql = await startMariaDb(dir, socket, processes);
  sql("CREATE DATABASE ghost CHARACTER SET utf8mb4; CREATE USER g@localhost IDENTIFIED BY 'g'");
  sql('GRANT ALL ON ghost.* TO g@localhost');

  const env = { ...process.env, ...settings(url, port, socket, content) };
  let server: ChildProcess | undefined;
  const start: GhostSite['start'] = async ({ clock } = {}) => {
    const command = [...(clock ? ['faketime', '-f', clock] : []), process.execPath, 'index.js'];
    server = processes.start(command[0]!, command.slice(1), 'ghost.log', { env, cwd: here.files });
    await until('Ghost', async () => (await fetch(`${url}/ghost/api/admin/site/`).catch(() => null))?.status === 200);
  };
  await start();
  const keys = await setUp(url);
  const key = parseKey(keys.integration)!;
  const api: GhostSite['api'] = async (route, { method = 'GET', body } = {}) => {
    const headers = { authorization: `Ghost ${tokenOf(key, Date.now())}`, 'content-type': 'application/json' };
    const sent = { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) };
    return jsonOf(`${method} ${route}`, await fetch(`${url}/ghost/api/admin/${route}`, sent));
  };
  return {
    ...{ url, keys, dir, sql, api, start },
    async clear() {
      for (const kind of ['posts', 'tags']) {
        const found = (await api(`${kind}/?limit=100&fields=id`)) as Record<string, { id: string }[]>;
        for (const { id } of found[kind] ?? []) await api(`${kind}/${id}/`, { method: 'DELETE' });
      }
      rmSync(path.join(content, 'images'), { recursive: true, force: true });
      mkdirSync(path.join(content, 'images'));
    },
    kill: () => processes.end(server, 'SIGKILL'),
    freeze: () => processes.signal(server, 'SIGSTOP'),
    thaw: () => processes.signal(server, 'SIGCONT'),
    async stop() {
      await processes.endAll();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

const settings = (url: string, port: number, socket: string, content: string) => ({
  NODE_ENV: 'development',
  url,
  server__host: '127.0.0.1',
  server__port: `${port}`,
  database__client: 'mysql',
  database__connection__socketPath: socket,
  database__connection__user: 'g',
  database__connection__password: 'g',
  database__connection__database: 'ghost',
  paths__contentPath: content,
  mail__transport: 'stub',
  // Asks nobody outside for anything.
  privacy__useTinfoil: 'true',
  security__staffDeviceVerification: 'false',
  logging__level: 'warn',
});

async function jsonOf(what: string, answer: Response): Promise<unknown> {
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${what}: ${answer.status} ${text.slice(0, 500)}`);
  return text === '' ? null : JSON.parse(text);
}

/** The owner's account, and a key for the program: by the way a person goes in the browser. */
async function setUp(url: string): Promise<GhostSite['keys']> {
  const admin = `${url}/ghost/api/admin`;
  const ask = (route: string, body: unknown, cookie = '', method = 'POST') =>
    fetch(`${admin}/${route}`, {
      method,
      headers: { 'content-type': 'application/json', origin: url, ...(cookie && { cookie }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  const login = { email: 'chu-bao@example.org', password: 'mat-khau-rat-dai-2026' };
  const owner = { ...login, name: 'Bùi Thị Biên Tập', blogTitle: 'Báo thử & nghiệm' };
  await jsonOf('setup', await ask('authentication/setup/', { setup: [owner] }));
  let cookie = '';
  const users = () => ask('users/me/', undefined, cookie, 'GET');
  // A session made right after the set-up may not be known yet.
  await until('the session', async () => {
    const session = await ask('session/', { username: login.email, password: login.password });
    cookie = session.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ');
    return session.ok && (await users()).ok;
  });
  const made = (await jsonOf(
    'integrations',
    await ask('integrations/?include=api_keys', { integrations: [{ name: 'Copydesk' }] }, cookie),
  )) as { integrations: { api_keys: { type: string; secret: string }[] }[] };
  const integration = made.integrations[0]!.api_keys.find(({ type }) => type === 'admin')!.secret;
  const me = (await jsonOf('users/me', await users())) as { users: { id: string }[] };
  const staff = (await jsonOf('token', await ask(`users/${me.users[0]!.id}/token/`, {}, cookie, 'PUT'))) as {
    apiKey: { id: string; secret: string };
  };
  return { integration, staff: `${staff.apiKey.id}:${staff.apiKey.secret}` };
}

import { type ChildProcess, spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { machine } from './machine.ts';
import { type MariaDb, PATH, startMariaDb } from './mariadb.ts';
import { check, freePort, processesIn, until } from './processes.ts';

export type SiteUser = { id: number; user: string; password: string };
export type WordPressSite = {
  /** http://127.0.0.1:PORT */
  url: string;
  users: Record<'admin' | 'editor' | 'author' | 'contributor', SiteUser>;
  /** Everything of the site: www/, db/, and the logs. */
  dir: string;
  /** A route of the REST API, as the administrator: its JSON. Throws on any status but 2xx. */
  api(path: string, init?: { method?: string; body?: unknown }): Promise<unknown>;
  /** Removes every post and photo, as if none had ever been. */
  clear(): void;
  sql: MariaDb;
  /** Makes this PHP a plugin that is always on; null takes it away. */
  plugin(php: string | null): void;
  killPhp(): Promise<void>;
  /** `clock`: how its clock differs from ours, such as "-5h". */
  startPhp(options?: { clock?: string }): Promise<void>;
  /** It answers nothing until `thaw`, and its connections stay. */
  freeze(): void;
  thaw(): void;
  stop(): Promise<void>;
};

/** Why no WordPress can be started on this machine, in one line; null where one can. Installs what it may. */
export function wordPressMissing(): string | null {
  const here = machine();
  return 'missing' in here ? here.missing : null;
}

/** Starts a real WordPress on MariaDB and PHP's own server, on loopback, with nothing in it. */
export async function startWordPress(): Promise<WordPressSite> {
  const here = machine();
  if ('missing' in here) throw new Error(here.missing);
  const dir = mkdtempSync(path.join(tmpdir(), 'copydesk-wp-'));
  const www = path.join(dir, 'www');
  copyTree(here.files, www);
  rmSync(path.join(www, 'wp-config.php'), { force: true });
  copyFileSync(path.join(import.meta.dirname, 'site/wp-config.php'), path.join(www, 'wp-config.php'));
  mkdirSync(path.join(www, 'wp-content/uploads'), { recursive: true });

  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const socket = path.join(dir, 'sock');
  const env = { ...process.env, PATH, SITE_URL: url, SITE_SOCKET: socket, PHP_CLI_SERVER_WORKERS: '4' };
  const processes = processesIn(dir);
  const sql = await startMariaDb(dir, socket, processes);
  sql(
    "CREATE DATABASE wp CHARACTER SET utf8mb4; CREATE USER wp@localhost IDENTIFIED BY 'wp'; GRANT ALL ON wp.* TO wp@localhost",
  );
  const installed = spawnSync('php', [path.join(import.meta.dirname, 'site/install.php'), www], {
    env,
    encoding: 'utf8',
  });
  check(installed.status, `install.php: ${installed.stderr}`);
  const users = JSON.parse(installed.stdout) as WordPressSite['users'];

  let php: ChildProcess | undefined;
  const startPhp: WordPressSite['startPhp'] = async ({ clock } = {}) => {
    const args = phpArgs(port, www);
    php = clock
      ? processes.start('faketime', ['-f', clock, 'php', ...args], 'php.log', { env })
      : processes.start('php', args, 'php.log', { env });
    await until('WordPress', async () => (await fetch(`${url}/wp-json/`).catch(() => null))?.status === 200);
  };
  await startPhp();
  const { user, password } = users.admin;
  const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
  let plugins = 0;
  return {
    ...{ url, users, dir, startPhp },
    async api(route, { method = 'GET', body } = {}) {
      const headers = { authorization, 'content-type': 'application/json' };
      const answer = await fetch(`${url}/wp-json/${route}`, {
        method,
        headers,
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      const json: unknown = await answer.json();
      if (!answer.ok) throw new Error(`${method} ${route}: ${answer.status} ${JSON.stringify(json)}`);
      return json;
    },
    sql,
    clear() {
      sql('DELETE FROM wp.wp_posts; DELETE FROM wp.wp_postmeta; DELETE FROM wp.wp_term_relationships');
      rmSync(path.join(www, 'wp-content/uploads'), { recursive: true, force: true });
      mkdirSync(path.join(www, 'wp-content/uploads'));
    },
    plugin(php) {
      const folder = path.join(www, 'wp-content/mu-plugins');
      rmSync(folder, { recursive: true, force: true });
      if (php === null) return;
      mkdirSync(folder);
      // PHP looks at a file that it has compiled only every two seconds: each plug-in is a new one.
      writeFileSync(path.join(folder, `test-${++plugins}.php`), `<?php ${php}`);
    },
    killPhp: () => processes.end(php, 'SIGKILL'),
    freeze: () => processes.signal(php, 'SIGSTOP'),
    thaw: () => processes.signal(php, 'SIGCONT'),
    async stop() {
      await processes.endAll();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

const phpArgs = (port: number, www: string): string[] => [
  ...[
    '-d',
    'upload_max_filesize=8M',
    '-d',
    'post_max_size=9M',
    '-d',
    'memory_limit=256M',
    '-d',
    'variables_order=EGPCS',
  ],
  ...['-S', `127.0.0.1:${port}`, '-t', www, path.join(import.meta.dirname, 'site/router.php')],
];

/** Hard links where the disk allows it: the files are read only. */
function copyTree(from: string, to: string): void {
  if (spawnSync('cp', ['-al', from, to]).status === 0) return;
  rmSync(to, { recursive: true, force: true });
  cpSync(from, to, { recursive: true });
}

import { type ChildProcess, spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { check, type Processes, until } from './processes.ts';

/** MariaDB's server is in /usr/sbin, which is not on an ordinary user's PATH. */
export const PATH = `${process.env.PATH}:/usr/sbin`;

export type MariaDb = {
  /** Runs SQL as root; throws where it fails. */
  (sql: string): void;
  kill(): Promise<void>;
  /** Again, after `kill`: with whatever it had on disk. */
  start(): Promise<void>;
  /** It answers nothing until `thaw`. */
  freeze(): void;
  thaw(): void;
};

/** A MariaDB of the test's own, in `dir`, that only `socket` reaches. */
export async function startMariaDb(dir: string, socket: string, processes: Processes): Promise<MariaDb> {
  const env = { ...process.env, PATH };
  const data = path.join(dir, 'db');
  const user = process.getuid?.() === 0 ? ['--user=root'] : [];
  // A folder of its own for temporary tables: two that are made at once take the same names.
  const temporary = path.join(dir, 'db-tmp');
  mkdirSync(temporary, { recursive: true });
  const made = spawnSync(
    'mariadb-install-db',
    [
      ...['--no-defaults', ...user, `--datadir=${data}`, `--tmpdir=${temporary}`],
      ...['--auth-root-authentication-method=normal', '--skip-test-db'],
    ],
    { env, encoding: 'utf8' },
  );
  check(made.status, `mariadb-install-db: ${made.stderr}`);
  const small = [
    '--innodb-buffer-pool-size=64M',
    // What was committed outlives the server's own end, as it does everywhere; nothing here needs to outlive the machine's.
    '--innodb-flush-log-at-trx-commit=2',
    '--character-set-server=utf8mb4',
  ];
  const place = [`--datadir=${data}`, `--socket=${socket}`, '--skip-networking'];
  const args = ['--no-defaults', ...user, ...place, ...small];
  const run = (sql: string) =>
    spawnSync('mariadb', ['--no-defaults', `--socket=${socket}`, '-uroot', '-e', sql], { env }).status;
  let server: ChildProcess | undefined;
  const start = async () => {
    server = processes.start('mariadbd', args, 'db.log', { env });
    await until('MariaDB', () => run('SELECT 1') === 0);
  };
  await start();
  return Object.assign((sql: string) => check(run(sql), 'SQL'), {
    start,
    kill: () => processes.end(server, 'SIGKILL'),
    freeze: () => processes.signal(server, 'SIGSTOP'),
    thaw: () => processes.signal(server, 'SIGCONT'),
  });
}

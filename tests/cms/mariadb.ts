import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { check, type Processes, until } from './processes.ts';

/** MariaDB's server is in /usr/sbin, which is not on an ordinary user's PATH. */
export const PATH = `${process.env.PATH}:/usr/sbin`;

/** A MariaDB of the test's own, in `dir`, that only `socket` reaches. Runs SQL as root; throws where it fails. */
export async function startMariaDb(dir: string, socket: string, { start }: Pick<Processes, 'start'>) {
  const env = { ...process.env, PATH };
  const data = path.join(dir, 'db');
  const user = process.getuid?.() === 0 ? ['--user=root'] : [];
  const made = spawnSync(
    'mariadb-install-db',
    ['--no-defaults', ...user, `--datadir=${data}`, '--auth-root-authentication-method=normal', '--skip-test-db'],
    { env, encoding: 'utf8' },
  );
  check(made.status, `mariadb-install-db: ${made.stderr}`);
  const small = [
    '--innodb-buffer-pool-size=64M',
    '--innodb-flush-log-at-trx-commit=0',
    '--character-set-server=utf8mb4',
  ];
  const place = [`--datadir=${data}`, `--socket=${socket}`, '--skip-networking'];
  start('mariadbd', ['--no-defaults', ...user, ...place, ...small], 'db.log', { env });
  const run = (sql: string) =>
    spawnSync('mariadb', ['--no-defaults', `--socket=${socket}`, '-uroot', '-e', sql], { env }).status;
  await until('MariaDB', () => run('SELECT 1') === 0);
  return (sql: string) => check(run(sql), 'SQL');
}

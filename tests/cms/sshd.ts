// A real OpenSSH server on loopback, as an ordinary process with a configuration of its own.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

export type SshServer = {
  port: number;
  user: string;
  /** A private key that may sign in, in OpenSSH's form. */
  key: string;
  /** The host's key, as ssh shows it. */
  hostKey: string;
  /** What it serves: the newsroom's folder. */
  root: string;
  log(): string;
  /** Ends every session, but not the server. */
  cutSessions(): void;
  stop(): Promise<void>;
};
const SSHD = '/usr/sbin/sshd';
export const sshdMissing = (): string | null => (existsSync(SSHD) ? null : 'Missing: openssh-server');

/** `root`: the folder that it serves; without, a new one. */
export async function startSshd(given?: string): Promise<SshServer> {
  const dir = mkdtempSync(path.join(tmpdir(), 'copydesk-sshd-'));
  chmodSync(dir, 0o755);
  const root = given ?? path.join(dir, 'bao');
  if (!given) mkdirSync(root);
  const keygen = (name: string) => {
    const made = spawnSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', path.join(dir, name)]);
    if (made.status !== 0) throw new Error(`ssh-keygen: ${made.stderr}`);
  };
  for (const name of ['host', 'user']) keygen(name);
  writeFileSync(path.join(dir, 'authorized'), readFileSync(path.join(dir, 'user.pub')), { mode: 0o600 });
  const port = await freePort();
  const options = [
    `Port ${port}`,
    'ListenAddress 127.0.0.1',
    `HostKey ${path.join(dir, 'host')}`,
    `AuthorizedKeysFile ${path.join(dir, 'authorized')}`,
    `PidFile ${path.join(dir, 'pid')}`,
    'Subsystem sftp internal-sftp -l VERBOSE',
    ...['StrictModes no', 'UsePAM no', 'PermitRootLogin yes', 'PasswordAuthentication no', 'LogLevel VERBOSE'],
  ];
  writeFileSync(path.join(dir, 'config'), `${options.join('\n')}\n`);
  // Where Debian's service would put it.
  if (process.getuid?.() === 0) mkdirSync('/run/sshd', { recursive: true });
  const child = spawn(SSHD, ['-D', '-f', path.join(dir, 'config'), '-E', path.join(dir, 'log')], { stdio: 'ignore' });
  process.once('exit', () => child.kill('SIGKILL'));
  const log = () => (existsSync(path.join(dir, 'log')) ? readFileSync(path.join(dir, 'log'), 'utf8') : '');
  for (const end = Date.now() + 20_000; !log().includes('Server listening'); await wait(30))
    if (Date.now() > end || child.exitCode !== null) throw new Error(`sshd: ${log()}`);
  const shown = spawnSync('ssh-keygen', ['-lf', path.join(dir, 'host.pub')], { encoding: 'utf8' });
  return {
    ...{ port, root, log, user: userInfo().username, key: readFileSync(path.join(dir, 'user'), 'utf8') },
    hostKey: shown.stdout.split(' ')[1] ?? '',
    cutSessions: () => void spawnSync('pkill', ['-KILL', '-P', String(child.pid)]),
    async stop() {
      await end(child);
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  spawnSync('pkill', ['-KILL', '-P', String(child.pid)]);
  child.kill('SIGKILL');
  await ended;
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(address && typeof address === 'object' ? address.port : 0));
    });
  });

// The servers that a test starts: each in a process group of its own, ended with everything it started.
import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

export type Processes = ReturnType<typeof processesIn>;
export type StartOptions = { env?: NodeJS.ProcessEnv; cwd?: string };

/** Processes whose output goes to files in `dir`; whatever still runs when this program ends is killed. */
export function processesIn(dir: string) {
  const running = new Set<ChildProcess>();
  const killAll = () => {
    for (const child of running) killGroup(child, 'SIGKILL');
  };
  process.once('exit', killAll);
  const end = async (child: ChildProcess | undefined, signal: NodeJS.Signals): Promise<void> => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    killGroup(child, signal);
    await ended;
  };
  return {
    start(command: string, args: string[], log: string, { env = process.env, cwd }: StartOptions = {}): ChildProcess {
      const out = openSync(path.join(dir, log), 'a');
      const child = spawn(command, args, { env, cwd, detached: true, stdio: ['ignore', out, out] });
      closeSync(out);
      running.add(child);
      child.once('exit', () => running.delete(child));
      return child;
    },
    end,
    /** SIGSTOP: it answers nothing, and its connections stay; SIGCONT: it goes on. */
    signal: (child: ChildProcess | undefined, signal: 'SIGSTOP' | 'SIGCONT') => child && killGroup(child, signal),
    async endAll(): Promise<void> {
      for (const child of [...running]) await end(child, 'SIGKILL');
      process.off('exit', killAll);
    },
  };
}

function killGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (child.pid) process.kill(-child.pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

export function check(status: number | null, what: string): void {
  if (status !== 0) throw new Error(`${what} (${status})`);
}

/** Far beyond what a start takes, since other tests may want the machine. */
const PATIENCE_MS = 180_000;

export async function until(what: string, ready: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await wait(100)) if (await ready()) return;
  throw new Error(`${what} did not answer within three minutes`);
}

export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(address && typeof address === 'object' ? address.port : 0));
    });
  });

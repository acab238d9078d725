// One process per userData folder. The lock is a symbolic link there (as Chromium's own SingletonLock is), naming the process and its start
// time; a later process leaves its message in a folder the first one watches.
import {
  type FSWatcher,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  watch,
  writeFileSync,
} from 'node:fs'; // prettier-ignore
import { join } from 'node:path';

type Message = { argv: string[]; cwd: string; data: unknown };
let held: { link: string; watcher: FSWatcher } | undefined;

/** Tells a process from a later one of the same number. */
function startOf(pid: number): string | undefined {
  if (process.platform !== 'linux') return isAlive(pid) ? '0' : undefined;
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? undefined : fields[19];
  } catch {
    return undefined;
  }
}
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
function ownerLives(link: string): boolean {
  const [pid, start] = readlinkSync(link).split('-');
  return startOf(Number(pid)) === start;
}

function take(link: string): boolean {
  for (let attempt = 0; attempt < 5; attempt += 1) {
    try {
      symlinkSync(`${process.pid}-${startOf(process.pid)}`, link);
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    try {
      if (ownerLives(link)) return false;
      unlinkSync(link);
    } catch {
      // went in the meantime: try again
    }
  }
  return false;
}

function readMessages(folder: string, onMessage: (message: Message) => void): void {
  for (const name of readdirSync(folder).sort()) {
    if (!name.endsWith('.json')) continue;
    const file = join(folder, name);
    const message = JSON.parse(readFileSync(file, 'utf8')) as Message;
    rmSync(file);
    onMessage(message);
  }
}

/** True when this process has the lock now; else the owner gets `message` as a second instance. */
export function requestLock(userData: string, message: Message, onSecond: (message: Message) => void): boolean {
  if (held) return true;
  const link = join(userData, 'SingletonLock');
  const folder = join(userData, 'SingletonMessages');
  mkdirSync(folder, { recursive: true });
  if (take(link)) {
    for (const name of readdirSync(folder)) rmSync(join(folder, name));
    const watcher = watch(folder, () => readMessages(folder, onSecond));
    watcher.unref();
    held = { link, watcher };
    process.once('exit', releaseLock);
    return true;
  }
  const file = join(folder, `${Date.now()}-${process.pid}`);
  writeFileSync(`${file}.part`, JSON.stringify(message));
  renameSync(`${file}.part`, `${file}.json`);
  return false;
}

export const hasLock = (): boolean => held !== undefined;

export function releaseLock(): void {
  if (!held) return;
  held.watcher.close();
  rmSync(held.link, { force: true });
  held = undefined;
}

// One Chromium for the app. A reaper (a shell that waits for its stdin to close) ends it and removes its profile when
// this process is gone, however it went: SIGKILL too.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { Connection } from '../cdp/connection.ts';
import { debug } from '../log.ts';
import { findChromium } from './find.ts';
import { chromiumFlags } from './flags.ts';

export type Chromium = {
  connection: Connection;
  headless: boolean;
  /** True when a port is open for a debugger. */
  debugged: boolean;
  /** Opens one more window without tabs or address bar (not when headless), on this data: address. */
  openAppWindow: (address: string) => void;
  kill: () => void;
};

// $1 is Chromium's process group, $2 its profile. Processes on their way out may still write there: it has to stay away.
// The socket by which a second Chromium finds the first is in a temporary folder of its own.
const REAP = `cat >/dev/null
kill -9 -- "-$1" 2>/dev/null
socket=$(readlink "$2/SingletonSocket")
case $socket in /*/*/SingletonSocket) rm -rf -- "$(dirname "$socket")" ;; esac
away=0
for round in $(seq 40); do
  if [ -e "$2" ]; then rm -rf -- "$2" 2>/dev/null; away=0; else away=$((away + 1)); fi
  [ $away -lt 3 ] || break
  sleep 0.2
done`;

/** What no switch turns off: a bar over a page in another language than Chromium's. */
const PREFERENCES = { translate: { enabled: false } };

function startReaper(pid: number, profile: string): void {
  const reaper = spawn('/bin/sh', ['-c', REAP, 'reaper', String(pid), profile], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  reaper.unref();
  // Never closed here: it closes with this process.
  (reaper.stdin as unknown as { unref(): void }).unref();
}

/** Prints Chromium's line `DevTools listening on …` on stderr when a port was asked for, as Electron does. */
function forwardAddress(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    createInterface({ input: child.stderr as Readable }).on('line', (line) => {
      debug(`chromium: ${line}`);
      if (!line.startsWith('DevTools listening on ')) return;
      process.stderr.write(`${line}\n`);
      resolve();
    });
    child.once('exit', (code) => reject(new Error(`electron stand-in: Chromium ended at its start (${code})`)));
  });
}

/** `port`: as --remote-debugging-port has it; undefined: none is opened. */
export async function launchChromium(switches: Map<string, string>, port: string | undefined): Promise<Chromium> {
  const headless = process.env.STANDIN_HEADLESS === '1' || switches.has('headless');
  if (!headless && process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
    throw new Error('electron stand-in: Unable to open X display! Use xvfb-run, or STANDIN_HEADLESS=1');
  }
  const program = findChromium();
  const profile = mkdtempSync(join(realpathSync(tmpdir()), 'standin-chromium-'));
  mkdirSync(join(profile, 'Default'));
  writeFileSync(join(profile, 'Default/Preferences'), JSON.stringify(PREFERENCES));
  const flags = chromiumFlags({ profile, headless, port, switches });
  const child = spawn(program, flags, { stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'], detached: true });
  if (child.pid === undefined) throw new Error(`electron stand-in: cannot start ${program}`);
  startReaper(child.pid, profile);
  const listening = forwardAddress(child);
  const connection = new Connection(child.stdio[3] as Writable, child.stdio[4] as Readable);
  if (port === undefined) listening.catch(() => {});
  else await listening;
  await connection.root.send('Browser.getVersion');
  return {
    connection,
    headless,
    debugged: port !== undefined,
    openAppWindow: (address) => {
      const helper = [
        ...flags.filter((flag) => /^--(user-data-dir|no-sandbox|test-type)/.test(flag)),
        `--app=${address}`,
      ];
      spawn(program, helper, { stdio: 'ignore' }).unref();
    },
    kill: () => {
      try {
        process.kill(-(child.pid as number), 'SIGKILL');
      } catch {
        // already gone
      }
    },
  };
}

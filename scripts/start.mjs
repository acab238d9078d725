// npm start [-- ARGUMENTS]: builds what changed and starts the program, on Electron or on the stand-in.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { build } from './lib/build.mjs';
import { fetchElectron } from './lib/fetch-electron.mjs';
import { hasDisplay, program, root } from './lib/machine.mjs';
import { ensure, SETS } from './prepare-machine.mjs';

const SCREEN = '1600x1000';
/** Run by xvfb-run: says on descriptor 3 which process the program is, and becomes it. */
const NAMED = 'echo $$ >&3; exec "$0" "$@" 3>&-';

if (!build()) process.exit(1);
const electron = await fetchElectron();
if (!ensure(SETS.run())) process.exit(1);
if (!electron) {
  console.log("Electron's binary is not here and cannot be downloaded: starting on the stand-in (docs/electron.md).");
}

const posix = process.platform !== 'win32';
const asRoot = process.platform === 'linux' && process.getuid() === 0;
const command = electron ?? path.join(root, 'tests/electron-standin/electron');
const args = [...(electron && asRoot ? ['--no-sandbox'] : []), root, ...process.argv.slice(2)];
// A group of its own: a terminal's Ctrl+C would end the virtual display before the program has saved.
const options = { stdio: 'inherit', detached: posix };
let child;
/** Who is told to end: the program itself; while a virtual display is being made, that. */
let target;
if (hasDisplay() || process.env.STANDIN_HEADLESS === '1') {
  child = spawn(command, args, options);
  target = child.pid;
} else {
  console.log('There is no display: the window opens on a virtual one (xvfb-run).');
  const display = ['-a', '-s', `-screen 0 ${SCREEN}x24`, '/bin/sh', '-c', NAMED, command, ...args];
  const env = { ...process.env, STANDIN_SCREEN: SCREEN };
  child = spawn(program('xvfb-run'), display, { ...options, env, stdio: ['inherit', 'inherit', 'inherit', 'pipe'] });
  target = -child.pid;
  child.stdio[3].once('data', (pid) => {
    target = Number(pid);
    child.stdio[3].destroy();
  });
}

let isTold = false;
const tell = (signal) => {
  isTold = true;
  try {
    process.kill(target, signal);
  } catch {
    // already gone
  }
};
for (const signal of posix ? ['SIGINT', 'SIGTERM', 'SIGHUP'] : ['SIGTERM']) process.on(signal, () => tell(signal));
// A terminal sends Ctrl+C to the program too.
if (!posix) process.on('SIGINT', () => {});
// npm runs this in a shell, which a signal ends alone.
const parent = process.ppid;
const orphaned = () => process.ppid !== parent && !isTold && tell('SIGTERM');
if (process.env.npm_lifecycle_event) setInterval(orphaned, 500).unref();
child.on('error', (error) => {
  console.error(`The program cannot be started: ${error.message}`);
  process.exit(1);
});
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));

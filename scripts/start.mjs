// npm start [-- ARGUMENTS]: builds what changed and starts the program, on Electron or on the stand-in.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { build } from './lib/build.mjs';
import { fetchElectron } from './lib/fetch-electron.mjs';
import { hasDisplay, program, root } from './lib/machine.mjs';
import { ensure, SETS } from './prepare-machine.mjs';

const SCREEN = '1600x1000';

if (!build()) process.exit(1);
const electron = await fetchElectron();
if (!electron) {
  if (!ensure(SETS.run())) process.exit(1);
  console.log("Electron's binary is not here and cannot be downloaded: starting on the stand-in (docs/electron.md).");
}

const asRoot = process.platform === 'linux' && process.getuid() === 0;
let command = electron ?? path.join(root, 'tests/electron-standin/electron');
let args = [...(electron && asRoot ? ['--no-sandbox'] : []), root, ...process.argv.slice(2)];
const env = { ...process.env };
if (!hasDisplay() && env.STANDIN_HEADLESS !== '1') {
  const virtual = program('xvfb-run');
  if (!virtual) {
    console.error('There is no display, and no xvfb-run to make a virtual one (package xvfb).');
    process.exit(1);
  }
  console.log('There is no display: the window opens on a virtual one (xvfb-run).');
  args = ['-a', '-s', `-screen 0 ${SCREEN}x24`, command, ...args];
  command = virtual;
  env.STANDIN_SCREEN = SCREEN;
}

const child = spawn(command, args, { cwd: process.cwd(), env, stdio: 'inherit' });
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
// A terminal sends this one to the program too.
process.on('SIGINT', () => {});
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));

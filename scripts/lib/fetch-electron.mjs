// Electron's binary comes from a download at its first use. Here it is tried quietly, and given up once nothing more arrives.
import { spawn } from 'node:child_process';
import { existsSync, lstatSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { electronBinary, root } from './machine.mjs';

/** Seconds without a new byte after which the download is given up. */
const PATIENCE = 8;

/** Bytes under a folder; files may come and go meanwhile. */
function bytesIn(folder) {
  if (!existsSync(folder)) return 0;
  let sum = 0;
  for (const name of readdirSync(folder, { recursive: true })) {
    try {
      sum += lstatSync(path.join(folder, name)).size;
    } catch {
      // gone again
    }
  }
  return sum;
}

/** Electron's executable, downloaded when it is not there and can be; undefined otherwise. */
export async function fetchElectron() {
  const here = electronBinary();
  if (here || process.env.ELECTRON_SKIP_BINARY_DOWNLOAD) return here;
  const home = path.join(root, 'node_modules/electron');
  const folder = mkdtempSync(path.join(tmpdir(), 'electron-'));
  // Its own folder for temporary files shows whether anything arrives.
  const env = { ...process.env, TMPDIR: folder, TEMP: folder, TMP: folder };
  const child = spawn(process.execPath, [path.join(home, 'install.js')], { stdio: 'ignore', env });
  let [seen, still] = [0, 0];
  const watch = setInterval(() => {
    const now = bytesIn(folder) + bytesIn(path.join(home, 'dist'));
    if (now > 0 && seen === 0) console.log('Downloading Electron, once.');
    still = now > seen ? 0 : still + 1;
    seen = now;
    if (still >= PATIENCE) child.kill('SIGKILL');
  }, 1000);
  await new Promise((done) => child.once('close', done));
  clearInterval(watch);
  rmSync(folder, { recursive: true, force: true });
  return electronBinary();
}

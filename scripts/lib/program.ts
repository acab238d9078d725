import { execFileSync } from 'node:child_process';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** Builds the program into out/, for figures of what is in the sources now. */
export function buildProgram(): void {
  const args = [path.join(ROOT, 'node_modules/.bin/electron-vite'), 'build', '--logLevel', 'error'];
  execFileSync(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] });
}

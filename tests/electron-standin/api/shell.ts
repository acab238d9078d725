// What another program does for the app, by the desktop's own tools.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { onPath } from '../chromium/find.ts';
import { guard } from '../guard.ts';
import { say } from '../log.ts';
import { runtime } from '../runtime.ts';

/** The program's exit code; null when there is none, or nobody to show it to. */
function run(what: string, target: string, names: string[], args: string[]): Promise<number | null> {
  const program = runtime.chromium?.headless ? undefined : onPath(...names);
  if (!program) {
    say(`${what} not done, no program for it: ${target}`);
    return Promise.resolve(null);
  }
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: 'ignore', detached: true });
    child.once('error', () => resolve(1));
    child.once('exit', (code) => resolve(code ?? 1));
    child.unref();
  });
}
const OPENERS = process.platform === 'darwin' ? ['open'] : ['xdg-open'];

async function openExternal(url: string): Promise<void> {
  new URL(url);
  const code = await run('shell.openExternal', url, OPENERS, [url]);
  if (code) throw new Error(`Failed to open: ${url} (${code})`);
}

/** Resolves with '' or the reason it failed, as documented. */
async function openPath(path: string): Promise<string> {
  if (!existsSync(path)) return `Failed to open: ${path} does not exist`;
  const code = await run('shell.openPath', path, OPENERS, [path]);
  return code ? `Failed to open: ${path} (${code})` : '';
}

function showItemInFolder(path: string): void {
  void run('shell.showItemInFolder', path, OPENERS, [dirname(path)]);
}

async function trashItem(path: string): Promise<void> {
  if (!existsSync(path)) throw new Error(`Failed to move item to trash: ${path} does not exist`);
  const code = await run('shell.trashItem', path, ['gio'], ['trash', path]);
  if (code !== 0) throw new Error(`Failed to move item to trash: ${path}`);
}

export const shell = guard('shell', { openExternal, openPath, showItemInFolder, trashItem, beep: () => {} });

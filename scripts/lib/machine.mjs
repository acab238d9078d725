// What is on this machine: programs, a display, Electron's binary.
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '../..');

/** Where Debian keeps servers: not on the PATH of an ordinary user. */
const SERVERS = ['/usr/sbin', '/sbin'];

/** The first of the named programs on the PATH or among the servers, or undefined. */
export function program(...names) {
  const folders = [...(process.env.PATH ?? '').split(path.delimiter), ...SERVERS];
  for (const name of names) {
    for (const folder of folders) {
      const file = path.join(folder, name);
      try {
        accessSync(file, constants.X_OK);
        return file;
      } catch {
        // not in this folder
      }
    }
  }
  return undefined;
}

export const hasDisplay = () =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

/** Electron's executable, without asking its package, which would download it; undefined when it is not there. */
export function electronBinary() {
  const home = path.join(root, 'node_modules/electron');
  const name = path.join(home, 'path.txt');
  if (!existsSync(name)) return undefined;
  const file = path.join(home, 'dist', readFileSync(name, 'utf8'));
  return existsSync(file) ? file : undefined;
}

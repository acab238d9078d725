// app.getPath and its kin, as Electron has them on Linux and macOS (https://electronjs.org/docs/latest/api/app#appgetpathname).
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { onPath } from '../chromium/find.ts';
import { notProvided } from '../guard.ts';
import { runtime } from '../runtime.ts';

const FOLDERS: Record<string, string> = {
  desktop: 'Desktop',
  documents: 'Documents',
  downloads: 'Downloads',
  pictures: 'Pictures',
  music: 'Music',
  videos: 'Videos',
}; // prettier-ignore
const XDG: Record<string, string> = {
  desktop: 'DESKTOP',
  documents: 'DOCUMENTS',
  downloads: 'DOWNLOAD',
  pictures: 'PICTURES',
  music: 'MUSIC',
  videos: 'VIDEOS',
}; // prettier-ignore
const set = new Map<string, string>();

function userFolder(name: string): string {
  const tool = process.platform === 'linux' && onPath('xdg-user-dir');
  if (tool) {
    const found = execFileSync(tool, [XDG[name] as string], { encoding: 'utf8' }).trim();
    if (found && found !== homedir()) return found;
  }
  return join(homedir(), FOLDERS[name] as string);
}

function standard(name: string, appName: string): string {
  const mac = process.platform === 'darwin';
  if (name in FOLDERS) return userFolder(name);
  if (name === 'home') return homedir();
  if (name === 'temp') return tmpdir();
  if (name === 'exe') return runtime.executable;
  if (name === 'appData')
    return mac
      ? join(homedir(), 'Library', 'Application Support')
      : (process.env.XDG_CONFIG_HOME ?? join(homedir(), '.config'));
  if (name === 'userData') return join(getPath('appData', appName), appName);
  if (name === 'sessionData') return getPath('userData', appName);
  if (name === 'logs')
    return mac ? join(homedir(), 'Library', 'Logs', appName) : join(getPath('userData', appName), 'logs');
  throw notProvided(`app.getPath('${name}')`);
}

/** Creates userData, sessionData and logs when asked for, as Electron does. */
export function getPath(name: string, appName: string): string {
  const path = set.get(name) ?? standard(name, appName);
  if (['userData', 'sessionData', 'logs'].includes(name)) mkdirSync(path, { recursive: true });
  return path;
}

export function setPath(name: string, path: string): void {
  if (!isAbsolute(path)) throw new Error('Path must be absolute');
  standard(name, 'name');
  set.set(name, path);
}

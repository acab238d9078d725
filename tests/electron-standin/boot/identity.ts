// Makes this Node process look like Electron's main process to the code it runs.
import { dirname, join } from 'node:path';
import { runtime } from '../runtime.ts';

/** The Electron whose interface this is. */
export const ELECTRON = '45.4.1';

export function becomeElectron(executable: string, args: string[]): void {
  runtime.executable = executable;
  const set = (name: string, value: unknown) =>
    Object.defineProperty(process, name, { value, configurable: true, enumerable: true });
  set('versions', Object.freeze({ ...process.versions, electron: ELECTRON }));
  set('type', 'browser');
  set('resourcesPath', join(dirname(executable), 'resources'));
  process.execPath = executable;
  process.argv = [executable, ...args];
}

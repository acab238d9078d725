import { ipcMain } from 'electron';
import ElectronStore from 'electron-store';
import type { Prefs } from '../../preload/contract.ts';
import { createPrefs, type PrefsFile } from '../prefs.ts';

/** The preferences in electron-store, in `folder`. */
export function openPrefs(folder: string, defaults: Prefs): PrefsFile {
  const file = new ElectronStore<{ prefs?: unknown; window?: unknown }>({
    cwd: folder,
    name: 'preferences',
    clearInvalidConfig: true,
  });
  // The library offers its folder to any window over a channel of its own; ours has one door only.
  ipcMain.removeAllListeners('electron-store-get-data');
  return createPrefs(file, defaults, (error) => console.error('preferences:', error));
}

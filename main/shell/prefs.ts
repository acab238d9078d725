import { ipcMain } from 'electron';
import ElectronStore from 'electron-store';
import { type Prefs, prefsSchema } from '../../preload/contract.ts';

export type Bounds = { x: number; y: number; width: number; height: number };
export type PrefsFile = {
  get(): Prefs;
  set(patch: Partial<Prefs>): Prefs;
  windowBounds(): Bounds | null;
  setWindowBounds(bounds: Bounds): void;
};

/** Preferences and the window's place in electron-store: small, and nothing that it would hurt to lose. */
export function openPrefs(folder: string, defaults: Prefs): PrefsFile {
  const file = new ElectronStore<{ prefs?: unknown; window?: Bounds }>({
    cwd: folder,
    name: 'preferences',
    clearInvalidConfig: true,
  });
  // The library offers its folder to any window over a channel of its own; ours has one door only.
  ipcMain.removeAllListeners('electron-store-get-data');
  const get = (): Prefs => {
    const parsed = prefsSchema.partial().safeParse(file.get('prefs') ?? {});
    return { ...defaults, ...(parsed.success ? parsed.data : {}) };
  };
  return {
    get,
    set: (patch) => {
      const next = { ...get(), ...patch };
      file.set('prefs', next);
      return next;
    },
    windowBounds: () => {
      const bounds = file.get('window');
      return bounds && Object.values(bounds).every(Number.isFinite) ? bounds : null;
    },
    setWindowBounds: (bounds) => file.set('window', bounds),
  };
}

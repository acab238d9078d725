import { type Prefs, prefsSchema } from '../preload/contract.ts';

export type Bounds = { x: number; y: number; width: number; height: number };
export type PrefsFile = {
  get(): Prefs;
  set(patch: Partial<Prefs>): Prefs;
  windowBounds(): Bounds | null;
  setWindowBounds(bounds: Bounds): void;
};
/** A small file of settings; `set` throws where the disk refuses. */
export type SettingsFile = {
  get(name: 'prefs' | 'window'): unknown;
  set(name: 'prefs' | 'window', value: unknown): void;
};

/**
 * Preferences and the window's place: nothing that it would hurt to lose, so that a file that is damaged or a disk that
 * refuses stops nobody. They hold until the program ends, and `report` gets the error.
 */
export function createPrefs(file: SettingsFile, defaults: Prefs, report: (error: unknown) => void): PrefsFile {
  const read = prefsSchema.partial().safeParse(file.get('prefs') ?? {});
  let prefs: Prefs = { ...defaults, ...(read.success ? read.data : {}) };
  const keep = (name: 'prefs' | 'window', value: unknown) => {
    try {
      file.set(name, value);
    } catch (error) {
      report(error);
    }
  };
  return {
    get: () => prefs,
    set(patch) {
      const given = Object.entries(patch).filter(([, value]) => value !== undefined);
      prefs = { ...prefs, ...Object.fromEntries(given) };
      keep('prefs', prefs);
      return prefs;
    },
    windowBounds() {
      const bounds = file.get('window') as Bounds | undefined;
      return bounds && Object.values(bounds).every(Number.isFinite) ? bounds : null;
    },
    setWindowBounds: (bounds) => keep('window', bounds),
  };
}

// What the API's files share: Chromium once it runs, and whether the app is ready.
import type { Connection } from './cdp/connection.ts';
import type { Chromium } from './chromium/launch.ts';

export const runtime = {
  chromium: undefined as Chromium | undefined,
  ready: false,
  /** The stand-in's executable, as process.execPath. */
  executable: '',
};

/** Throws as Electron does for what needs the ready event. */
export function chromiumFor(name: string): Chromium {
  if (!runtime.chromium || !runtime.ready) throw new Error(`${name} cannot be used before app is ready`);
  return runtime.chromium;
}

export const connection = (): Connection => {
  if (!runtime.chromium) throw new Error('electron stand-in: Chromium is not running');
  return runtime.chromium.connection;
};

import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const MAC = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

const isExecutable = (file: string) => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** The first of the named programs on the PATH, or undefined. */
export function onPath(...names: string[]): string | undefined {
  for (const name of names) {
    for (const folder of (process.env.PATH ?? '').split(delimiter)) {
      const file = join(folder, name);
      if (folder && isExecutable(file)) return file;
    }
  }
  return undefined;
}

/** The system's Chromium; STANDIN_CHROMIUM names another. Throws with what to install when there is none. */
export function findChromium(): string {
  const found = process.env.STANDIN_CHROMIUM ?? onPath(...NAMES) ?? MAC.find(isExecutable);
  if (!found) throw new Error('electron stand-in: no Chromium here; install the package "chromium"');
  return found;
}

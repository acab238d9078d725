// An unpacked Electron folder as electron-builder expects it, with the stand-in where the executable would be.
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export const ROOT = path.resolve(import.meta.dirname, '../..');

/** Fills `folder` and returns it. The executable there remembers where the stand-in and its packages are. */
export function standInDist(folder: string): string {
  const home = path.join(ROOT, 'tests/electron-standin');
  mkdirSync(path.join(folder, 'locales'), { recursive: true });
  // electron-builder thins the languages out; an empty folder would not be copied.
  for (const language of ['en-US', 'vi', 'de']) writeFileSync(path.join(folder, 'locales', `${language}.pak`), '');
  const executable = path.join(folder, 'electron');
  writeFileSync(
    executable,
    `#!/bin/sh
STANDIN_EXECUTABLE=$(readlink -f "$0") STANDIN_HOME='${home}' STANDIN_NODE='${process.execPath}' exec '${home}/electron' "$@"
`,
  );
  chmodSync(executable, 0o755);
  return folder;
}

// A folder that looks like Electron's distribution, for packing and starting a packed program without Electron's binary.
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const HERE = import.meta.dirname;

/** Quoted for sh. */
const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;

/**
 * Writes `folder`/electron, which starts the stand-in from where it is now, wherever that one file is copied or renamed to. Usable as
 * electron-builder's `electronDist`; the packed program's executable then loads `resources/app.asar` beside it.
 */
export function writeDist(folder: string): string {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'electron');
  const lines = [
    '#!/bin/sh',
    `STANDIN_EXECUTABLE=$(readlink -f "$0") STANDIN_HOME=${quoted(HERE)} exec ${quoted(join(HERE, 'electron'))} "$@"`,
  ];
  writeFileSync(file, `${lines.join('\n')}\n`);
  chmodSync(file, 0o755);
  return file;
}

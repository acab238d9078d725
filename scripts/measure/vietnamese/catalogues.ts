import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Where Debian's packages put their Vietnamese message catalogues. */
const FOLDER = '/usr/share/locale/vi/LC_MESSAGES';

export type Catalogue = { name: string; texts: string[] };

/** The Vietnamese catalogues of the Debian packages that are installed; none on another system. */
export function debianCatalogues(): Catalogue[] {
  if (!existsSync(FOLDER)) return [];
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.mo'))
    .sort()
    .map((name) => ({ name: `debian/${name}`, texts: readMo(readFileSync(path.join(FOLDER, name))) }));
}

/** The translations of a GNU message catalogue (the .mo format of the gettext manual), plural forms apart. */
export function readMo(bytes: Uint8Array): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isLittle = view.getUint32(0, true) === 0x950412de;
  const count = view.getUint32(8, isLittle);
  const table = view.getUint32(16, isLittle);
  const texts: string[] = [];
  // The first one is the header.
  for (let at = 1; at < count; at++) {
    const length = view.getUint32(table + at * 8, isLittle);
    const start = view.getUint32(table + at * 8 + 4, isLittle);
    texts.push(...new TextDecoder().decode(bytes.subarray(start, start + length)).split('\0'));
  }
  return texts;
}

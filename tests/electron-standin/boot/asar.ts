// Electron reads files out of an asar in place. Here it is unpacked into a folder of its own first, app.asar.unpacked with it: one folder
// that ends with this process.
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

type Asar = { extractAll: (archive: string, target: string) => void };

/** @electron/asar, from beside this file or from the folder STANDIN_MODULES names. */
async function loadAsar(): Promise<Asar> {
  const from = process.env.STANDIN_MODULES ? join(process.env.STANDIN_MODULES, 'x.js') : import.meta.url;
  return (await import(createRequire(from).resolve('@electron/asar'))) as Asar;
}

/** The folder the archive's files are in now. */
export async function unpackAsar(archive: string): Promise<string> {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'standin-asar-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const { extractAll } = await loadAsar();
  extractAll(archive, join(folder, 'app.asar'));
  return join(folder, 'app.asar');
}

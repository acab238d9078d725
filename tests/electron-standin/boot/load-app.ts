// Finds the app and runs it: resources/app.asar or resources/app beside the executable, else the folder or file of the command line.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from '../api/app.ts';
import { unpackAsar } from './asar.ts';

type Package = { name?: string; productName?: string; version?: string; main?: string };

async function packaged(): Promise<string | undefined> {
  const archive = join(process.resourcesPath, 'app.asar');
  if (existsSync(archive)) return unpackAsar(archive);
  const folder = join(process.resourcesPath, 'app');
  return existsSync(folder) ? folder : undefined;
}

/** Resolves when the app's entry has run to its end, top-level awaits and all: only then does Electron become ready. */
export async function loadApp(appPath: string | undefined): Promise<void> {
  let path = await packaged();
  if (path === undefined) {
    if (appPath === undefined) throw new Error('electron stand-in: no app named on the command line');
    Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });
    path = resolve(appPath);
  }
  const file = join(path, 'package.json');
  if (!statSync(path).isDirectory() || !existsSync(file)) {
    app._describe({ path: dirname(path) });
    await import(pathToFileURL(createRequire(import.meta.url).resolve(path)).href);
    return;
  }
  const { name, productName, version, main = 'index.js' } = JSON.parse(readFileSync(file, 'utf8')) as Package;
  app._describe({ name: productName ?? name ?? 'Electron', path, ...(version && { version }) });
  await import(pathToFileURL(join(path, main)).href);
}

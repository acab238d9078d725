// `electron` for import and require alike, in this process.
import { registerHooks } from 'node:module';
import { electron } from '../api/electron.ts';

const NAMES = new Set(['electron', 'electron/main', 'electron/common']);

export function provideElectron(): void {
  (globalThis as Record<symbol, unknown>)[Symbol.for('electron-standin')] = electron;
  registerHooks({
    resolve(specifier, context, next) {
      // Electron's name for the file system without asar in it.
      if (specifier === 'original-fs') return next('node:fs', context);
      if (!NAMES.has(specifier)) return next(specifier, context);
      const required = context.conditions.includes('require');
      const url = new URL(required ? '../electron-module.cjs' : '../electron-module.mjs', import.meta.url).href;
      return { url, format: required ? 'commonjs' : 'module', shortCircuit: true };
    },
  });
}

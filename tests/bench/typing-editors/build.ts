import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, renameSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { build, type Plugin } from 'vite';
import type { Rival } from './rivals.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const PAGES = join(import.meta.dirname, 'pages');

/** The app's own window, as it is built for the program, with its components' names. Returns the folder. */
export async function buildApp(): Promise<string> {
  const out = mkdtempSync(join(tmpdir(), 'typing-app-'));
  await build({
    configFile: false,
    logLevel: 'error',
    root: join(ROOT, 'renderer'),
    base: './',
    plugins: [react()],
    build: {
      outDir: out,
      emptyOutDir: true,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 50_000,
      rolldownOptions: { output: { keepNames: true } },
    },
  });
  return out;
}

/**
 * A rival's page. `packages`: the folder that has its packages, where the page is kept, too; null: the project's own.
 * Returns the folder.
 */
export async function buildRival({ page }: Rival, packages: string | null): Promise<string> {
  const sources = [page, 'root.js', 'page.css'].map((file) => readFileSync(join(PAGES, file)));
  const hash = createHash('sha256').update(Buffer.concat(sources)).digest('hex').slice(0, 16);
  const kept = packages && join(packages, `page-${hash}`);
  if (kept && existsSync(kept)) return kept;
  const out = mkdtempSync(packages ? join(packages, 'making-') : join(tmpdir(), 'typing-rival-'));
  await build({
    configFile: false,
    logLevel: 'error',
    root: PAGES,
    base: './',
    plugins: packages === null ? [] : [packagesFrom(packages)],
    build: {
      outDir: out,
      emptyOutDir: true,
      assetsInlineLimit: 0,
      cssCodeSplit: false,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 50_000,
      rolldownOptions: {
        input: { page: join(PAGES, page) },
        output: { entryFileNames: 'page.js', codeSplitting: false, assetFileNames: '[name][extname]' },
      },
    },
  });
  if (kept) renameSync(out, kept);
  return kept ?? out;
}

/** What the pages import by a package's name is looked for there. */
const packagesFrom = (folder: string): Plugin => ({
  name: 'packages-from',
  enforce: 'pre',
  async resolveId(source, importer) {
    if (!importer?.startsWith(PAGES) || /^[./\0]/.test(source)) return null;
    // A style sheet that its package does not name among what it exports.
    if (source.endsWith('.css')) return join(folder, 'node_modules', source);
    return this.resolve(source, join(folder, 'package.json'), { skipSelf: true });
  },
});

// Packs the program with the stand-in in Electron's place, looks into the archive, and starts the program out of it.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { extractFile, listPackage } from '@electron/asar';
import { _electron } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importedPackages } from '../../builder/packages.ts';
import { readByExiftool } from '../../scripts/measure/photos/oracle.ts';
import { deskOf } from '../e2e/desk.ts';
import { ROOT, standInDist } from './dist.ts';

const scratch = mkdtempSync(path.join(tmpdir(), 'copydesk-package-'));
const program = path.join(scratch, 'out', `linux-${process.arch === 'x64' ? '' : `${process.arch}-`}unpacked`);
const archive = path.join(program, 'resources/app.asar');
const unpacked = `${archive}.unpacked`;
let entries: string[] = [];

function run(name: string, args: string[], env: Record<string, string> = {}): void {
  const { status, stdout, stderr } = spawnSync(path.join(ROOT, 'node_modules/.bin', name), args, {
    cwd: ROOT,
    env: { ...process.env, ...env },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${name} ${args.join(' ')}: ${status}\n${stdout}\n${stderr}`);
}

beforeAll(() => {
  if (!existsSync(path.join(ROOT, 'out/main/index.js'))) run('electron-vite', ['build', '--logLevel', 'warn']);
  const dist = standInDist(path.join(scratch, 'dist'));
  const output = `-c.directories.output=${path.join(scratch, 'out')}`;
  run('electron-builder', ['--linux', 'dir', '--config', 'electron-builder.config.mjs', output], {
    COPYDESK_PACKAGE_PROFILE: 'stand-in',
    COPYDESK_ELECTRON_DIST: dist,
  });
  entries = listPackage(archive, { isPack: false });
});
afterAll(() => rmSync(scratch, { recursive: true, force: true, maxRetries: 5 }));

const files = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
const packages = (): Set<string> =>
  new Set(entries.flatMap((entry) => /^\/node_modules\/((?:@[^/]+\/)?[^/@]+)\//.exec(entry)?.[1] ?? []));

describe('the archive', () => {
  test('holds the built program, its resources and its description, and nothing else of ours', () => {
    const top = new Set(entries.map((entry) => entry.split('/')[1]));
    expect([...top].sort()).toEqual(['LICENSE', 'node_modules', 'out', 'package.json', 'resources']);
    for (const needed of ['/out/main/index.js', '/out/preload/index.cjs', '/out/renderer/index.html'])
      expect(entries).toContain(needed);
    for (const needed of ['/resources/sample/story.json', '/resources/sample/photo.jpg', '/resources/icons/icon.png'])
      expect(entries).toContain(needed);
    const { main } = JSON.parse(extractFile(archive, 'package.json').toString());
    expect(entries).toContain(`/${main}`);
  });

  test('holds no sources, tests, maps, or anything secret', () => {
    const ours = entries.filter((entry) => !entry.startsWith('/node_modules/'));
    expect(ours.filter((entry) => /\.(tsx?|map)$|\/tests?\/|\.test\.|\.spec\./.test(entry))).toEqual([]);
    expect(entries.filter((entry) => /\.env|\.npmrc|\.pem$|\.key$|\.p12$|id_rsa|\.git\//.test(entry))).toEqual([]);
    const described = extractFile(archive, 'package.json').toString();
    for (const word of ['scripts', 'devDependencies']) expect(JSON.parse(described)[word], word).toBeUndefined();
    const texts = ours.filter((entry) => /\.(js|cjs|html|json|css)$/.test(entry));
    for (const file of texts) expect(extractFile(archive, file.slice(1)).includes(ROOT), file).toBe(false);
  });

  test('holds every package the main process imports, and no package for development or of the window alone', () => {
    const held = packages();
    expect(importedPackages(ROOT).filter((name) => !held.has(name))).toEqual([]);
    const lock: Record<string, { dev?: true }> = JSON.parse(
      readFileSync(path.join(ROOT, 'package-lock.json'), 'utf8'),
    ).packages;
    // A name may be there twice, once for development: the archive has the other one, wherever it was installed.
    const shipped = new Set(
      Object.keys(lock).flatMap((at) => (lock[at]?.dev ? [] : (at.split('node_modules/').at(-1) ?? []))),
    );
    expect([...held].filter((name) => !shipped.has(name))).toEqual([]);
    expect(['react', 'react-dom', 'lucide-react', '@base-ui/react'].filter((name) => held.has(name))).toEqual([]);
  });

  test('leaves sharp, its library and exiftool outside, where the system and Perl can load them', () => {
    const outside = files(unpacked).map((file) => path.relative(unpacked, file));
    expect(outside.some((file) => file.endsWith('.node'))).toBe(true);
    expect(outside.some((file) => /libvips-cpp/.test(file))).toBe(true);
    expect(outside.some((file) => /exiftool-vendored\.(pl\/bin\/exiftool|exe\/bin\/exiftool\.exe)$/.test(file))).toBe(
      true,
    );
    const native = entries
      .filter((entry) => /\.(node|dll|dylib)$|\.so(\.|$)/.test(entry))
      .map((entry) => entry.slice(1));
    expect(native.filter((file) => !outside.includes(file))).toEqual([]);
  });

  test('is of a size that is looked at', () => {
    const megabytes = (bytes: number) => Math.round(bytes / 1024 / 1024);
    const size = statSync(archive).size;
    const beside = files(unpacked).reduce((sum, file) => sum + statSync(file).size, 0);
    console.log(`app.asar ${megabytes(size)} MB, beside it ${megabytes(beside)} MB, ${packages().size} packages`);
    // Only a package that came in by mistake makes such a jump.
    expect(megabytes(size)).toBeLessThan(30);
  });
});

test('the packed program starts out of its archive and shows the sample story', async () => {
  const app = await _electron.launch({
    executablePath: path.join(program, 'copydesk'),
    args: [`--profile=${path.join(scratch, 'profile')}`, '--lang=en'],
    env: { ...(process.env as Record<string, string>), STANDIN_HEADLESS: '1' },
    colorScheme: null,
  });
  try {
    const where = await app.evaluate(({ app }) => ({ packaged: app.isPackaged, path: app.getAppPath() }));
    expect(where.packaged).toBe(true);
    expect(path.basename(where.path)).toBe('app.asar');
    const { fields } = JSON.parse(extractFile(archive, 'resources/sample/story.json').toString());
    const window = await app.firstWindow();
    await window.getByText(fields.headline).first().waitFor();
    // Its photo went through sharp: decoded, drawn and served.
    const photos = path.join(scratch, 'profile/library/photos');
    expect(files(photos)).toHaveLength(1);
    // And goes out with its credit in it: exiftool is there, and Perl can read it.
    await window.getByText(fields.headline).first().click();
    const panel = await deskOf(window).openTab('Publish');
    await panel.getByRole('button', { name: 'Publish', exact: true }).click();
    await window.getByRole('dialog').getByRole('button', { name: 'Publish anyway' }).click();
    await panel.getByText(/Equal to what was sent/).waitFor();
    const published = files(path.join(scratch, 'profile/published')).filter((file) => file.endsWith('-1.jpg'));
    expect(published.map((file) => readByExiftool(file).credit)).toEqual(['Minh họa: Copydesk']);
  } finally {
    await app.close();
  }
});

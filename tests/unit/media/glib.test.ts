// Electron on Linux brings the system's GLib into the process before sharp brings its own; here LD_PRELOAD does.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';
import { photo } from '../../fixtures/photo.ts';

const render = path.resolve(import.meta.dirname, '../../../main/media/render.ts');
const libraries = ['libglib-2.0.so.0', 'libgobject-2.0.so.0'];
const known = process.platform === 'linux' ? spawnSync('/sbin/ldconfig', ['-p'], { encoding: 'utf8' }).stdout : '';
const here = libraries.every((name) => known?.includes(name));

function run(script: string, picture: Buffer): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    env: { ...process.env, LD_PRELOAD: libraries.join(' ') },
    input: picture,
    encoding: 'utf8',
  });
  return `${stdout}${stderr}${status}`;
}
const READ = 'const bytes = (await import("node:fs")).readFileSync(0);';

test.skipIf(!here)('sharp keeps to its own GLib where the program has another one', async () => {
  const picture = await photo('jpeg');
  const ours = `${READ} const { draw } = await import(${JSON.stringify(render)});
    console.log((await draw(bytes, { width: 320, height: 200 }, 'image/jpeg', 100, 80)).width)`;
  expect(run(ours, picture)).toMatch(/^100\n0$/);
  // What happens otherwise: objects of one GLib in the hands of the other.
  const sharp = JSON.stringify(import.meta.resolve('sharp'));
  expect(run(`${READ} await (await import(${sharp})).default(bytes).resize(100).toBuffer()`, picture)).not.toBe('0');
});

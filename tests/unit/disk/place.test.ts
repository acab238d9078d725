import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkPlace, isOnNetwork, roomAt } from '../../../main/disk/place.ts';

let base: string;
const mounted: string[] = [];
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'place-'));
});
afterEach(() => {
  for (const folder of mounted.splice(0)) spawnSync('umount', [folder]);
  rmSync(base, { recursive: true, force: true });
});

/** A real disk of its own in the folder, under the name it is to have in the system's list of mounts. */
function mountAs(source: string, ...options: string[]): string {
  const folder = join(base, 'disk');
  mkdirSync(folder);
  if (spawnSync('mount', ['-t', 'tmpfs', ...options, source, folder]).status !== 0) throw new Error('no mount');
  mounted.push(folder);
  return folder;
}
const canMount = (() => {
  const folder = mkdtempSync(join(tmpdir(), 'place-'));
  const made = spawnSync('mount', ['-t', 'tmpfs', 'tmpfs', folder]).status === 0;
  if (made) spawnSync('umount', [folder]);
  rmSync(folder, { recursive: true });
  return made;
})();

test('an ordinary folder is a place, and nothing is left in it', async () => {
  expect(await checkPlace(base)).toEqual({ ok: true, value: { freeBytes: expect.any(Number) } });
  expect(readdirSync(base)).toEqual([]);
});

test('what is not there, or no folder, is missing', async () => {
  writeFileSync(join(base, 'file'), '');
  for (const name of ['gone', 'file', 'file/below'])
    expect(await checkPlace(join(base, name))).toMatchObject({ ok: false, code: 'folderMissing' });
});

test.skipIf(!canMount)('a disk mounted from a share, also behind a link', async () => {
  const disk = mountAs('//nas.example/toasoan');
  symlinkSync(disk, join(base, 'link'));
  mkdirSync(join(disk, 'library'));
  for (const folder of [disk, join(base, 'link', 'library')]) {
    expect(await isOnNetwork(folder)).toBe(true);
    expect(await checkPlace(folder)).toMatchObject({ ok: false, code: 'networkDrive' });
  }
  expect(await isOnNetwork(base)).toBe(false);
});

test.skipIf(!canMount)('a disk that is read only, for root as well', async () => {
  const disk = mountAs('tmpfs');
  expect(await checkPlace(disk)).toMatchObject({ ok: true });
  spawnSync('mount', ['-o', 'remount,ro', disk]);
  expect(await checkPlace(disk)).toMatchObject({ ok: false, code: 'folderReadOnly' });
});

test.skipIf(!canMount)('the room on a disk; a full one is a place all the same', async () => {
  const disk = mountAs('tmpfs', '-o', 'size=1m');
  expect(await roomAt(disk)).toEqual({ freeBytes: 1024 * 1024, totalBytes: 1024 * 1024 });
  expect(() => writeFileSync(join(disk, 'ballast'), Buffer.alloc(2 * 1024 * 1024))).toThrow('ENOSPC');
  expect(await checkPlace(disk)).toEqual({ ok: true, value: { freeBytes: 0 } });
});

test('the other systems, by what they answer', async () => {
  const windows = (real: string) =>
    isOnNetwork('Z:', {
      platform: 'win32',
      realpath: async (path) => (path === 'Z:\\' ? real : 'C:\\elsewhere'),
      mounts: () => Promise.reject(new Error('not asked')),
    });
  expect([await windows('\\\\nas\\toasoan\\'), await windows('Z:\\')]).toEqual([true, false]);
  const mac = (path: string) =>
    isOnNetwork(path, {
      platform: 'darwin',
      realpath: async (given) => given,
      mounts: async () => '/dev/disk3s1 on / (apfs, local)\n//an@nas/b on /Volumes/b (smbfs, nodev, mounted by an)',
    });
  expect([await mac('/Volumes/b/library'), await mac('/Users/an')]).toEqual([true, false]);
});

test('a system that does not tell refuses nothing', async () => {
  const mute = { platform: 'linux' as const, realpath: async (path: string) => path, mounts: async () => '' };
  expect(await isOnNetwork(base, mute)).toBe(false);
  expect(await isOnNetwork(base, { ...mute, mounts: () => Promise.reject(new Error('mute')) })).toBe(false);
});

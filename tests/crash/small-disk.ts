// A disk of a test's own, with exactly as much room as it says. Mounting one takes root.
import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PAGE = 4096;

export type SmallDisk = { path: string; leave(pages: number): void; free(): void; clear(): void; end(): void };

/** A tmpfs of so many megabytes; the reason where there can be none. */
export function mountSmallDisk(megabytes: number): SmallDisk | string {
  const base = mkdtempSync(join(tmpdir(), 'copydesk-small-'));
  const path = join(base, 'disk');
  mkdirSync(path);
  const mount = () =>
    spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', path], { encoding: 'utf8' });
  const mounted = mount();
  if (mounted.status !== 0) {
    rmSync(base, { recursive: true });
    return `no small disk can be mounted: ${mounted.stderr ?? mounted.error?.message}`;
  }
  const ballast = join(path, 'ballast');
  return {
    path,
    /** Leaves room for so many pages, and not one more. */
    leave(pages) {
      const fd = openSync(ballast, 'w');
      for (let left = statfsSync(path).bavail - pages; left > 0; left -= 256)
        writeSync(fd, Buffer.alloc(PAGE * Math.min(left, 256), 1));
      closeSync(fd);
    },
    free: () => rmSync(ballast, { force: true }),
    /** Everything away: mounted anew, in a millisecond. */
    clear() {
      spawnSync('umount', [path]);
      mount();
    },
    end() {
      spawnSync('umount', [path]);
      rmSync(base, { recursive: true, force: true });
    },
  };
}

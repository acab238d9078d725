import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A disk of 48 MB with a data folder on it; null where none can be mounted. */
export function smallDisk() {
  const disk = mkdtempSync(join(tmpdir(), 'full-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=48m', 'tmpfs', disk], { stdio: 'ignore' });
  } catch {
    rmSync(disk, { recursive: true });
    return null;
  }
  const profile = join(disk, 'profile');
  mkdirSync(profile);
  const files: string[] = [];
  return {
    profile,
    /** Writes files until nothing fits any more. */
    fill(): void {
      for (const size of [1024 * 1024, 64 * 1024, 4096])
        for (let full = false; !full; ) {
          const file = join(disk, `ballast-${files.length}`);
          files.push(file);
          try {
            writeFileSync(file, Buffer.alloc(size));
          } catch {
            full = true;
          }
        }
    },
    free(): void {
      for (const file of files.splice(0)) rmSync(file);
    },
    remove(): void {
      execFileSync('umount', ['-l', disk]);
      rmSync(disk, { recursive: true, force: true });
    },
  };
}

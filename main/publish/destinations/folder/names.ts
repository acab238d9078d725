import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Encoded } from '../../../media/encode.ts';
import { endingOf } from '../../../media/rendition.ts';

/**
 * The names of a story's photos in its folder: `SLUG-1.jpg`, `SLUG-2.jpg`… in the order of the page. A photo that is there
 * already, byte for byte, keeps its name; no other one takes a name that is in use, since the page that readers see still
 * shows it until it is replaced.
 */
export async function photoNames(folder: string, slug: string) {
  const pattern = new RegExp(`^${slug}-\\d+\\.(jpg|png|webp|avif)$`);
  const there = new Map<string, Buffer>();
  for (const name of await readdir(folder))
    if (pattern.test(name)) there.set(name, await readFile(path.join(folder, name)));
  const taken = new Set<string>();
  return {
    pattern,
    async nameOf({ bytes, type }: Encoded): Promise<{ file: string; isThere: boolean }> {
      const known = [...there].find(([name, old]) => !taken.has(name) && Buffer.compare(old, bytes) === 0)?.[0];
      let file = known;
      for (let n = 1; file === undefined; n++) {
        const free = `${slug}-${n}.${endingOf(type)}`;
        if (!taken.has(free) && !there.has(free)) file = free;
      }
      taken.add(file);
      return { file, isThere: known !== undefined };
    },
  };
}

import type { Encoded } from '../../../media/encode.ts';
import { endingOf } from '../../../media/rendition.ts';
import type { Files } from './files.ts';

/**
 * The names of a story's photos in its folder: `SLUG-1.jpg`, `SLUG-2.jpg`… in the order of the page. A photo that is there
 * already, byte for byte, keeps its name; no other one takes a name that is in use, since the page that readers see still
 * shows it until it is replaced.
 */
export async function photoNames(files: Files, folder: string) {
  const pattern = photosOf(folder);
  const there = new Map<string, Uint8Array>();
  for (const name of (await files.list(folder)) ?? []) {
    const bytes = pattern.test(name) ? await files.read(`${folder}/${name}`) : null;
    if (bytes) there.set(name, bytes);
  }
  const taken = new Set<string>();
  return {
    pattern,
    async nameOf({ bytes, type }: Encoded): Promise<{ file: string; isThere: boolean }> {
      const known = [...there].find(([name, old]) => !taken.has(name) && Buffer.compare(old, bytes) === 0)?.[0];
      let file = known;
      for (let n = 1; file === undefined; n++) {
        const free = `${folder}-${n}.${endingOf(type)}`;
        if (!taken.has(free) && !there.has(free)) file = free;
      }
      taken.add(file);
      return { file, isThere: known !== undefined };
    },
  };
}

/** The names that photos get in a story's folder. */
export const photosOf = (folder: string): RegExp => new RegExp(`^${folder}-\\d+\\.(jpg|png|webp|avif)$`);

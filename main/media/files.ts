import { webcrypto } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { writeDurably } from './durable.ts';

/** SHA-256 in lower-case hex, reckoned on another thread: an original has many megabytes. */
export async function sha256(bytes: Uint8Array): Promise<string> {
  return Buffer.from(await webcrypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>)).toString('hex');
}

/** Files under their hash, spread over 256 folders: `ab/abcd…`. Hashes must be checked before. Rejects with system errors. */
export function createFiles(folder: string) {
  const place = (hash: string): string => path.join(folder, hash.slice(0, 2), hash);
  // What a crash left half-written: one program owns the library, so nobody else is writing there.
  let tidied: Promise<void> | null = null;

  const read = async (hash: string): Promise<Uint8Array | null> => {
    try {
      return await readFile(place(hash));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
  };
  return {
    read,
    holds: async (hash: string, bytes: Uint8Array): Promise<boolean> => {
      const found = await read(hash);
      return found !== null && Buffer.compare(found, bytes) === 0;
    },
    write: async (hash: string, bytes: Uint8Array): Promise<void> => {
      tidied ??= rm(path.join(folder, 'incoming'), { recursive: true, force: true });
      await tidied;
      await writeDurably(folder, place(hash), bytes);
    },
  };
}

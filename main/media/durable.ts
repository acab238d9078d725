import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { replaceFile, syncFolder } from '../durable.ts';

/**
 * Puts `bytes` at `file` below `root`, whole or not at all: a temporary file in `root/incoming`, fsync, rename, fsync of each
 * folder from the file's up to the one that holds `root` (a crash may have left them made but not synced). When it
 * resolves, the file survives a power cut. Rejects with the system's error.
 */
export async function writeDurably(root: string, file: string, bytes: Uint8Array): Promise<void> {
  const folder = path.dirname(file);
  const incoming = path.join(root, 'incoming');
  await mkdir(folder, { recursive: true });
  await mkdir(incoming, { recursive: true });
  await replaceFile(file, bytes, path.join(incoming, randomUUID()));
  for (let at = folder; at.length >= root.length; at = path.dirname(at)) await syncFolder(at);
  await syncFolder(path.dirname(root));
}

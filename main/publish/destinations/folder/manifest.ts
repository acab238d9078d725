import type { RemoteState } from '../../../../preload/contract.ts';
import { hashOf } from './files.ts';

export const MANIFEST = 'manifest.json';
export type File = { name: string; bytes: Uint8Array };
type About = { story: string; version: string; status: RemoteState; at: string };

/**
 * What a watcher waits for: written last, with the name, size and SHA-256 of every file of the story. While an update is
 * being written the old one stands there and does not fit: who checks the hashes never takes half a story.
 */
export function manifestOf({ story, version, status, at }: About, files: readonly File[]): File {
  const listed = files.map(({ name, bytes }) => ({ name, size: bytes.length, sha256: hashOf(bytes) }));
  const manifest = { format: 'copydesk-manifest', version: 1, story, storyVersion: version, status, at, files: listed };
  return { name: MANIFEST, bytes: new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`) };
}

import type { Result } from '../../../preload/contract.ts';
import { sha256 } from '../../media/files.ts';
import { looksSame } from '../../media/looksSame.ts';

/** A photo's file as it was sent, and where readers load it. */
export type SentFile = {
  url: string;
  /** The SHA-256 of what was sent; undefined: not known. */
  sent: string | undefined;
  /** The same file once more. */
  rendition(): Promise<Result<{ bytes: Uint8Array }>>;
};
/** same: byte for byte; encoded: the same picture in a file of the server's own; other: neither. */
export type FileComparison = { is: 'same' | 'encoded' | 'other'; ours: string; theirs: string };

/** Compares a photo's file as readers get it with what was sent: by its hash and, where the server made a file of its own, by its pixels. */
export async function compareFile({ sent, rendition }: SentFile, served: Uint8Array): Promise<FileComparison> {
  const hash = await sha256(served);
  const theirs = saying(hash, served.length);
  if (hash === sent) return { is: 'same', ours: theirs, theirs };
  const own = await rendition();
  if (!own.ok) return { is: 'other', ours: sent ? `SHA-256 ${sent}` : own.code, theirs };
  const { bytes } = own.value;
  const ownHash = await sha256(bytes);
  const ours = saying(sent ?? ownHash, bytes.length);
  if (hash === ownHash) return { is: 'same', ours, theirs };
  // No encoder gives a file of the very same length: this is ours, with something in it changed.
  const isEncoded = served.length !== bytes.length && (await looksSame(bytes, served));
  return { is: isEncoded ? 'encoded' : 'other', ours, theirs };
}

const saying = (hash: string, length: number): string => `SHA-256 ${hash} (${length} B)`;

/** Stands in every file that our texts were written into, and in none that lost them. */
const MARK = Buffer.from('<x:xmpmeta');
export const holdsTexts = (file: Uint8Array): boolean =>
  Buffer.from(file.buffer, file.byteOffset, file.length).includes(MARK);

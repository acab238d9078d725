import { createHash } from 'node:crypto';
import { type FileHandle, mkdir, open } from 'node:fs/promises';
import path from 'node:path';
import {
  END,
  type Entry,
  endMark,
  FORMAT_VERSION,
  isEntryName,
  MANIFEST,
  MAX_MANIFEST_BYTES,
  type Manifest,
  manifestSchema,
  photoHash,
} from './manifest.ts';
import type { Step } from './source.ts';
import { BLOCK, type Header, paddingOf, parseHeader } from './tar.ts';
import { atPlace, Trouble } from './trouble.ts';

const CHUNK = 1024 * 1024;

export type ReadOptions = {
  step: Step;
  /** Where an entry is to be unpacked; null: only checked. A file that is there already is an error. */
  unpack?: (name: string) => string | null;
};
export type ReadBackup = { manifest: Manifest; bytes: number; damagedPhotos: string[] };

/**
 * Reads a whole backup and checks all of it: every entry's SHA-256 against the manifest, the manifest against the end mark,
 * nothing missing, nothing more. Rejects with Trouble: notABackup, damagedBackup, newerBackup, and the disk's codes.
 */
export async function readBackup(file: string, { step, unpack }: ReadOptions): Promise<ReadBackup> {
  const handle = await atPlace(file, () => open(file, 'r'));
  try {
    const source = new Source(handle, file, step);
    const found: Entry[] = [];
    let texts = new Map<string, Buffer>();
    for (let header = await source.header(); header !== 'end'; header = await source.header()) {
      const { name, size } = header;
      if (name === MANIFEST || name === END) {
        texts = texts.set(name, await source.whole(header));
        continue;
      }
      if (texts.size > 0) throw damaged(`${name} behind the manifest`);
      found.push({ name, size, sha256: await source.take(header, unpack?.(name) ?? null) });
    }
    const manifest = manifestOf(texts, file);
    if (JSON.stringify(found) !== JSON.stringify(manifest.entries))
      throw damaged(firstDifference(found, manifest.entries));
    for (const { name } of found) if (!isEntryName(name)) throw damaged(name);
    const { size } = await atPlace(file, () => handle.stat());
    if (source.at !== size) throw damaged('more behind its end');
    const damagedPhotos = found.filter(({ name, sha256 }) => (photoHash(name) ?? sha256) !== sha256);
    return { manifest, bytes: size, damagedPhotos: damagedPhotos.map(({ name }) => name) };
  } finally {
    await handle.close();
  }
}

const damaged = (detail: string): Trouble => new Trouble('damagedBackup', detail);

const firstDifference = (found: readonly Entry[], listed: readonly Entry[]): string => {
  const at = Math.max(found.length, listed.length);
  for (let index = 0; index < at; index++)
    if (JSON.stringify(found[index]) !== JSON.stringify(listed[index]))
      return (listed[index] ?? found[index])?.name ?? '';
  return '';
};

/** The manifest, sealed by the end mark. A newer format is told by its number alone: the rest may differ. */
function manifestOf(texts: ReadonlyMap<string, Buffer>, file: string): Manifest {
  const bytes = texts.get(MANIFEST);
  const end = texts.get(END);
  if (!bytes || !end) throw damaged('the end is missing');
  if (end.toString('utf8') !== endMark(createHash('sha256').update(bytes).digest('hex'))) throw damaged(MANIFEST);
  const json = parseJson(bytes);
  const version = (json as { version?: unknown } | null)?.version;
  if (typeof version === 'number' && version > FORMAT_VERSION) throw new Trouble('newerBackup', `format ${version}`);
  const parsed = manifestSchema.safeParse(json);
  if (!parsed.success) throw new Trouble('notABackup', path.basename(file));
  return parsed.data;
}

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return null;
  }
}

/** The file from its start to its end, block by block. */
class Source {
  at = 0;
  readonly #handle: FileHandle;
  readonly #file: string;
  readonly #step: Step;
  #buffer = Buffer.alloc(0);

  constructor(handle: FileHandle, file: string, step: Step) {
    this.#handle = handle;
    this.#file = file;
    this.#step = step;
  }

  async header(): Promise<Header | 'end'> {
    const isFirst = this.at === 0;
    const block = await this.#exactly(BLOCK).catch((error) => {
      throw isFirst && error instanceof Trouble && error.failure.code === 'damagedBackup' ? this.#notOne() : error;
    });
    const header = parseHeader(block);
    if (header === null || (header === 'end' && isFirst))
      throw isFirst ? this.#notOne() : damaged(`at byte ${this.at}`);
    if (header !== 'end') return header;
    if (parseHeader(await this.#exactly(BLOCK)) !== 'end') throw damaged('its end');
    return 'end';
  }

  /** A small entry's bytes. */
  async whole({ name, size }: Header): Promise<Buffer> {
    if (size > MAX_MANIFEST_BYTES) throw damaged(name);
    const bytes = await this.#exactly(size);
    await this.#padding(size);
    return bytes;
  }

  /** An entry's SHA-256; its bytes go to `to`, durably, where that is given. */
  async take({ name, size }: Header, to: string | null): Promise<string> {
    if (to !== null && !isEntryName(name)) throw damaged(name);
    const hash = createHash('sha256');
    const target = to === null ? null : await openTarget(to);
    try {
      for (let left = size; left > 0; ) {
        const bytes = await this.#upTo(left);
        hash.update(bytes);
        if (target) await atPlace(to as string, () => target.writeFile(bytes));
        left -= bytes.length;
      }
      if (target) await atPlace(to as string, () => target.sync());
    } finally {
      await target?.close();
    }
    await this.#padding(size);
    return hash.digest('hex');
  }

  async #padding(size: number): Promise<void> {
    const bytes = await this.#exactly(paddingOf(size));
    if (bytes.some((byte) => byte !== 0)) throw damaged(`at byte ${this.at}`);
  }

  async #exactly(size: number): Promise<Buffer> {
    const parts: Buffer[] = [];
    for (let left = size; left > 0; ) {
      const bytes = await this.#upTo(left);
      parts.push(bytes);
      left -= bytes.length;
    }
    return parts.length === 1 ? (parts[0] as Buffer) : Buffer.concat(parts);
  }

  /** At most `size` bytes, at least one. */
  async #upTo(size: number): Promise<Buffer> {
    if (this.#buffer.length === 0) {
      const chunk = Buffer.alloc(CHUNK);
      const { bytesRead } = await atPlace(this.#file, () => this.#handle.read(chunk, 0, CHUNK, null));
      if (bytesRead === 0) throw damaged('it was cut off');
      this.#buffer = chunk.subarray(0, bytesRead);
      this.#step(bytesRead);
    }
    const bytes = this.#buffer.subarray(0, size);
    this.#buffer = this.#buffer.subarray(bytes.length);
    this.at += bytes.length;
    return bytes;
  }

  #notOne(): Trouble {
    return new Trouble('notABackup', path.basename(this.#file));
  }
}

async function openTarget(file: string): Promise<FileHandle> {
  await atPlace(file, () => mkdir(path.dirname(file), { recursive: true }));
  return atPlace(file, () => open(file, 'wx', 0o600));
}

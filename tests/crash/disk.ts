// What a power cut leaves of a folder. The rules are the strictest a file system may follow: a file's bytes are safe when
// that file was fsynced, a name (made, renamed, removed) when its folder was.
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { FileEvent } from './trace.ts';

type Step = { bytes: Buffer; offset: number } | { size: number };
type File = { kind: 'file'; safe: Buffer; pending: Step[] };
type Folder = { kind: 'folder'; now: Map<string, File | Folder>; safe: Map<string, File | Folder> };

/**
 * safe: only what was fsynced. names: the names as they are now, but of the bytes only what was fsynced (a journal of names
 * runs ahead of the data). torn: so, and some of the other writes, too, in any combination.
 */
export type Cut = 'safe' | 'names' | 'torn';
export const CUTS: readonly Cut[] = ['safe', 'names', 'torn'];

export class Disk {
  readonly #root: string;
  readonly #top: Folder;
  readonly #positions = new Map<number, number>();

  /** What stands in the folder `root` now is there, and safe. */
  constructor(root: string) {
    this.#root = root;
    this.#top = readFolder(root);
  }

  apply(event: FileEvent): void {
    switch (event.kind) {
      case 'open':
        this.#positions.set(event.fd, 0);
        if (!this.#find(event.path)) this.#put(event.path, { kind: 'file', safe: Buffer.alloc(0), pending: [] });
        else if (event.truncate) this.#file(event.path).pending.push({ size: 0 });
        return;
      case 'write': {
        const offset = event.offset ?? this.#positions.get(event.fd) ?? 0;
        if (event.offset === null) this.#positions.set(event.fd, offset + event.bytes.length);
        this.#file(event.path).pending.push({ bytes: event.bytes, offset });
        return;
      }
      case 'copy': {
        const offset = this.#positions.get(event.fd) ?? 0;
        this.#positions.set(event.fd, offset + event.size);
        const source = this.#file(event.from);
        const bytes = contents(source, source.pending).subarray(event.offset, event.offset + event.size);
        this.#file(event.to).pending.push({ bytes, offset });
        return;
      }
      case 'truncate':
        this.#file(event.path).pending.push({ size: event.size });
        return;
      case 'sync': {
        const synced = this.#find(event.path);
        if (synced?.kind === 'folder') synced.safe = new Map(synced.now);
        else {
          const file = this.#file(event.path);
          file.safe = contents(file, file.pending);
          file.pending = [];
        }
        return;
      }
      case 'rename': {
        const moved = this.#find(event.from);
        if (!moved) throw new Error(`disk: ${event.from} is not there`);
        this.#parent(event.from).now.delete(basename(event.from));
        this.#put(event.to, moved);
        return;
      }
      case 'remove':
        this.#parent(event.path).now.delete(basename(event.path));
        return;
      case 'mkdir':
        this.#put(event.path, { kind: 'folder', now: new Map(), safe: new Map() });
        return;
      case 'say':
        return;
    }
  }

  /** Writes what is left into an empty folder. `random` (0 to 1) decides which unsafe writes had reached the disk. */
  leave(target: string, cut: Cut, random: () => number): void {
    const write = (folder: Folder, place: string): void => {
      for (const [name, entry] of cut === 'safe' ? folder.safe : folder.now) {
        const path = join(place, name);
        if (entry.kind === 'folder') {
          mkdirSync(path);
          write(entry, path);
        } else writeFileSync(path, contents(entry, cut === 'torn' ? entry.pending.filter(() => random() < 0.5) : []));
      }
    };
    write(this.#top, target);
  }

  #find(path: string): File | Folder | undefined {
    if (path === this.#root) return this.#top;
    const parent = this.#find(dirname(path));
    return parent?.kind === 'folder' ? parent.now.get(basename(path)) : undefined;
  }

  #file(path: string): File {
    const file = this.#find(path);
    if (file?.kind !== 'file') throw new Error(`disk: ${path} was never opened`);
    return file;
  }

  #parent(path: string): Folder {
    const parent = this.#find(dirname(path));
    if (parent?.kind !== 'folder') throw new Error(`disk: ${dirname(path)} is no folder`);
    return parent;
  }

  #put(path: string, entry: File | Folder): void {
    this.#parent(path).now.set(basename(path), entry);
  }
}

function readFolder(path: string): Folder {
  const entries = readdirSync(path).map((name): [string, File | Folder] => {
    const inner = join(path, name);
    if (statSync(inner).isDirectory()) return [name, readFolder(inner)];
    return [name, { kind: 'file', safe: readFileSync(inner), pending: [] }];
  });
  return { kind: 'folder', now: new Map(entries), safe: new Map(entries) };
}

/** A file's safe bytes with some of the later steps on top. */
function contents(file: File, steps: readonly Step[]): Buffer {
  let bytes = file.safe;
  for (const step of steps) {
    const size = 'size' in step ? step.size : Math.max(bytes.length, step.offset + step.bytes.length);
    const next = Buffer.alloc(size);
    bytes.copy(next);
    if ('bytes' in step) step.bytes.copy(next, step.offset);
    bytes = next;
  }
  return bytes;
}

// What a power cut leaves of a folder. The rules are the strictest a file system may follow: a file's bytes are safe when
// that file was fsynced, a name (made, renamed, removed) when its folder was.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { FileEvent } from './trace.ts';

type Step = { bytes: Buffer; offset: number } | { size: number };
type Inode = { folder: boolean; safe: Buffer; pending: Step[]; length: number };
type Names = Map<string, Inode>;

/**
 * safe: only what was fsynced. names: the names as they are now, but of the bytes only what was fsynced (a journal of names
 * runs ahead of the data). torn: so, and some of the other writes, too, in any combination.
 */
export type Cut = 'safe' | 'names' | 'torn';
export const CUTS: readonly Cut[] = ['safe', 'names', 'torn'];

export class Disk {
  readonly #root: string;
  readonly #now: Names = new Map();
  readonly #safe: Names = new Map();
  readonly #positions = new Map<number, number>();

  /** `root` is the folder that was there, empty and safe, before anything happened. */
  constructor(root: string) {
    this.#root = root;
  }

  apply(event: FileEvent): void {
    switch (event.kind) {
      case 'open': {
        if (event.path === this.#root) return;
        const file = this.#now.get(event.path) ?? { folder: false, safe: Buffer.alloc(0), pending: [], length: 0 };
        this.#now.set(event.path, file);
        this.#positions.set(event.fd, 0);
        if (event.truncate && file.length > 0) this.#step(event.path, { size: 0 });
        return;
      }
      case 'write': {
        const offset = event.offset ?? this.#positions.get(event.fd) ?? 0;
        if (event.offset === null) this.#positions.set(event.fd, offset + event.bytes.length);
        this.#step(event.path, { bytes: event.bytes, offset });
        return;
      }
      case 'truncate':
        this.#step(event.path, { size: event.size });
        return;
      case 'sync':
        this.#sync(event.path);
        return;
      case 'rename':
        this.#now.set(event.to, this.#file(event.from));
        this.#now.delete(event.from);
        return;
      case 'unlink':
        this.#now.delete(event.path);
        return;
      case 'mkdir':
        this.#now.set(event.path, { folder: true, safe: Buffer.alloc(0), pending: [], length: 0 });
        return;
      case 'say':
        return;
    }
  }

  /** Writes what is left into an empty folder. `random` (0 to 1) decides which unsafe writes had reached the disk. */
  leave(target: string, cut: Cut, random: () => number): void {
    const names = cut === 'safe' ? this.#safe : this.#now;
    for (const [path, file] of [...names].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const parent = dirname(path);
      if (parent !== this.#root && !names.has(parent)) continue; // its folder is gone, and it with it
      const place = join(target, path.slice(this.#root.length));
      if (file.folder) mkdirSync(place, { recursive: true });
      else writeFileSync(place, contents(file, cut === 'torn' ? file.pending.filter(() => random() < 0.5) : []));
    }
  }

  #file(path: string): Inode {
    const file = this.#now.get(path);
    if (!file) throw new Error(`disk: ${path} was never opened`);
    return file;
  }

  #step(path: string, step: Step): void {
    const file = this.#file(path);
    file.pending.push(step);
    file.length = 'size' in step ? step.size : Math.max(file.length, step.offset + step.bytes.length);
  }

  #sync(path: string): void {
    const file = this.#now.get(path);
    if (path !== this.#root && !file?.folder) {
      const synced = this.#file(path);
      synced.safe = contents(synced, synced.pending);
      synced.pending = [];
      return;
    }
    const within = (name: string) => dirname(name) === path;
    for (const name of [...this.#safe.keys()]) if (within(name)) this.#safe.delete(name);
    for (const [name, inode] of this.#now) if (within(name)) this.#safe.set(name, inode);
  }
}

/** A file's safe bytes with some of the later steps on top. */
function contents(file: Inode, steps: readonly Step[]): Buffer {
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

// Everything that a power cut may leave of a folder. A file's bytes are safe when that file was fsynced, a name when its
// folder was; whatever is not safe yet has reached the disk or not, in any combination.
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { FileEvent } from './trace.ts';

type File = { kind: 'file'; safe: Buffer };
type Folder = { kind: 'folder'; safe: Map<string, Node>; now: Map<string, Node> };
type Node = File | Folder;
/** Bytes of a file at an offset, or its size; or names in a folder, each put or taken away. */
type Pending =
  | { of: File; bytes: Buffer; offset: number }
  | { of: File; size: number }
  | { of: Folder; names: [string, Node | null][] };
/** A path below the folder, and its bytes; null for a folder. */
export type Image = Map<string, Buffer | null>;

const PAGE = 4096;

export class Pendings {
  readonly #root: string;
  readonly #top: Folder;
  readonly #positions = new Map<number, number>();
  #pending: Pending[] = [];

  /** What stands in the folder `root` now is there, and safe. */
  constructor(root: string) {
    this.#root = root;
    this.#top = readFolder(root);
  }

  get size(): number {
    return this.#pending.length;
  }

  apply(event: FileEvent): void {
    switch (event.kind) {
      case 'open':
        this.#positions.set(event.fd, 0);
        if (!this.#find(event.path)) this.#name(event.path, { kind: 'file', safe: Buffer.alloc(0) });
        else if (event.truncate) this.#pending.push({ of: this.#file(event.path), size: 0 });
        return;
      case 'write': {
        const offset = event.offset ?? this.#positions.get(event.fd) ?? 0;
        if (event.offset === null) this.#positions.set(event.fd, offset + event.bytes.length);
        this.#write(this.#file(event.path), event.bytes, offset);
        return;
      }
      case 'copy': {
        const offset = this.#positions.get(event.fd) ?? 0;
        this.#positions.set(event.fd, offset + event.size);
        const bytes = this.#now(this.#file(event.from)).subarray(event.offset, event.offset + event.size);
        this.#write(this.#file(event.to), bytes, offset);
        return;
      }
      case 'truncate':
        this.#pending.push({ of: this.#file(event.path), size: event.size });
        return;
      case 'sync': {
        const node = this.#find(event.path);
        if (node?.kind === 'folder') node.safe = new Map(node.now);
        else if (node) node.safe = this.#now(node);
        this.#pending = this.#pending.filter((one) => one.of !== node);
        return;
      }
      case 'rename': {
        const moved = this.#find(event.from);
        if (!moved) throw new Error(`images: ${event.from} is not there`);
        if (dirname(event.from) !== dirname(event.to)) {
          this.#name(event.to, moved);
          this.#name(event.from, null);
        } else
          this.#names(dirname(event.to), [
            [basename(event.from), null],
            [basename(event.to), moved],
          ]);
        return;
      }
      case 'remove':
        this.#name(event.path, null);
        return;
      case 'mkdir':
        this.#name(event.path, { kind: 'folder', safe: new Map(), now: new Map() });
        return;
      case 'say':
        return;
    }
  }

  /** All combinations of what is pending, up to 8 of them; else `most` by chance. */
  *images(most: number, random: () => number): Generator<Image> {
    const count = this.#pending.length;
    if (count <= 8) for (let mask = 0; mask < 2 ** count; mask++) yield this.#image((n) => Boolean(mask & (1 << n)));
    else
      for (let sample = 0; sample < most; sample++) {
        const share = random(); // now nearly nothing, now nearly all of it
        const arrived = this.#pending.map(() => random() < share);
        yield this.#image((n) => arrived[n] as boolean);
      }
  }

  #image(arrived: (n: number) => boolean): Image {
    const there = this.#pending.filter((_, n) => arrived(n));
    const image: Image = new Map();
    const walk = (folder: Folder, place: string): void => {
      const entries = new Map<string, Node | null>(folder.safe);
      for (const one of there)
        if (one.of === folder && 'names' in one) for (const [name, node] of one.names) entries.set(name, node);
      for (const [name, node] of entries) {
        if (!node) continue;
        const path = join(place, name);
        image.set(path, node.kind === 'file' ? contents(node, there) : null);
        if (node.kind === 'folder') walk(node, path);
      }
    };
    walk(this.#top, '');
    return image;
  }

  #now(file: File): Buffer {
    return contents(file, this.#pending);
  }

  /** A write reaches the disk in pieces: its first page, its last, and what is between. */
  #write(of: File, bytes: Buffer, offset: number): void {
    const cuts = [0, Math.min(PAGE, bytes.length), Math.max(PAGE, bytes.length - PAGE), bytes.length];
    for (const [n, from] of cuts.entries()) {
      const to = cuts[n + 1];
      if (to !== undefined && to > from)
        this.#pending.push({ of, bytes: bytes.subarray(from, to), offset: offset + from });
    }
  }

  #name(path: string, node: Node | null): void {
    this.#names(dirname(path), [[basename(path), node]]);
  }

  #names(path: string, names: [string, Node | null][]): void {
    const folder = this.#find(path);
    if (folder?.kind !== 'folder') throw new Error(`images: ${path} is no folder`);
    for (const [name, node] of names) {
      if (node) folder.now.set(name, node);
      else folder.now.delete(name);
    }
    this.#pending.push({ of: folder, names });
  }

  #find(path: string): Node | undefined {
    if (path === this.#root) return this.#top;
    const parent = this.#find(dirname(path));
    return parent?.kind === 'folder' ? parent.now.get(basename(path)) : undefined;
  }

  #file(path: string): File {
    const file = this.#find(path);
    if (file?.kind !== 'file') throw new Error(`images: ${path} was never opened`);
    return file;
  }
}

function contents(file: File, steps: readonly Pending[]): Buffer {
  let bytes = file.safe;
  for (const step of steps) {
    if (step.of !== file || 'names' in step) continue;
    const next = Buffer.alloc('size' in step ? step.size : Math.max(bytes.length, step.offset + step.bytes.length));
    bytes.copy(next);
    if ('bytes' in step) step.bytes.copy(next, step.offset);
    bytes = next;
  }
  return bytes;
}

function readFolder(path: string): Folder {
  const entries = readdirSync(path).map((name): [string, Node] => {
    const inner = join(path, name);
    return [name, statSync(inner).isDirectory() ? readFolder(inner) : { kind: 'file', safe: readFileSync(inner) }];
  });
  return { kind: 'folder', safe: new Map(entries), now: new Map(entries) };
}

/** Writes an image into an empty folder. */
export function writeImage(image: Image, folder: string): void {
  for (const [path, bytes] of image) {
    if (bytes === null) mkdirSync(join(folder, path));
    else writeFileSync(join(folder, path), bytes);
  }
}

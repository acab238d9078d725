import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import type { Entry } from './manifest.ts';
import { END_OF_TAR, headerBlock, paddingOf } from './tar.ts';
import { atPlace, Trouble } from './trouble.ts';

const FLUSH_BYTES = 1024 * 1024;

/** Writes entries into an open file one after the other, and keeps the list of what it wrote. */
export class Writer {
  readonly entries: Entry[] = [];
  readonly #file: FileHandle;
  readonly #place: string;
  readonly #at: number;
  #waiting: Buffer[] = [];
  #bytes = 0;

  /** `place`: what a failure of this disk names. `at`: the entries' time, epoch milliseconds. */
  constructor(file: FileHandle, place: string, at: number) {
    this.#file = file;
    this.#place = place;
    this.#at = at;
  }

  /** One entry of exactly `size` bytes. Rejects with Trouble. */
  async add(name: string, size: number, content: AsyncIterable<Buffer> | Iterable<Buffer>): Promise<Entry> {
    await this.#put(headerBlock({ name, size }, this.#at));
    const hash = createHash('sha256');
    let written = 0;
    for await (const chunk of content) {
      hash.update(chunk);
      written += chunk.length;
      await this.#put(chunk);
    }
    if (written !== size) throw new Trouble('libraryUnreadable', `${name} has changed while it was read`);
    await this.#put(Buffer.alloc(paddingOf(size)));
    const entry = { name, size, sha256: hash.digest('hex') };
    this.entries.push(entry);
    return entry;
  }

  /** The end of the file, and all of it on the disk. */
  async end(): Promise<void> {
    await this.#put(END_OF_TAR);
    await this.#flush();
    await atPlace(this.#place, () => this.#file.sync());
  }

  async #put(bytes: Buffer): Promise<void> {
    this.#waiting.push(bytes);
    this.#bytes += bytes.length;
    if (this.#bytes >= FLUSH_BYTES) await this.#flush();
  }

  async #flush(): Promise<void> {
    const bytes = Buffer.concat(this.#waiting);
    this.#waiting = [];
    this.#bytes = 0;
    await atPlace(this.#place, () => this.#file.writeFile(bytes));
  }
}

import type { Entries } from '../entries.ts';
import { type Words, wordsIn } from '../words.ts';

/** Which stories show a photo and what they say of it, from the stories' rows. */
export class ShownPhotos {
  readonly #entries: Entries;
  /** By photo, by story. */
  readonly #said = new Map<string, Map<string, string>>();
  readonly #photos = new Map<string, readonly string[]>();

  constructor(entries: Entries) {
    this.#entries = entries;
  }

  /** Stories that were written to, or are gone; gives the photos of which something else is said now. */
  changed(ids: readonly string[]): Set<string> {
    const touched = new Set<string>();
    for (const id of ids) {
      for (const hash of this.#photos.get(id) ?? []) {
        this.#said.get(hash)?.delete(id);
        touched.add(hash);
      }
      const { photos = [], photoTexts = [] } = this.#entries.get(id) ?? {};
      if (photos.length === 0) this.#photos.delete(id);
      else this.#photos.set(id, photos);
      for (const [index, hash] of photos.entries()) {
        const said = this.#said.get(hash) ?? new Map<string, string>();
        this.#said.set(hash, said.set(id, photoTexts[index] ?? ''));
        touched.add(hash);
      }
    }
    return touched;
  }

  words(hash: string): Words {
    return wordsIn([...(this.#said.get(hash)?.values() ?? [])].flatMap((text) => text.split('\n')));
  }

  count(hash: string): number {
    return this.#said.get(hash)?.size ?? 0;
  }

  stories(hash: string): string[] {
    return [...(this.#said.get(hash)?.keys() ?? [])];
  }
}

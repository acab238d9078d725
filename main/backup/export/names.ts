import { asciiFileName, slugOf } from '../../../story/text/slug.ts';

/** Names that were given already; each is given once, without regard to case, as Windows and macOS see it. */
export class Names {
  readonly #given = new Set<string>();

  /** `stem` and `ending`, or with a number between them where that is taken. */
  give(stem: string, ending = ''): string {
    for (let number = 1; ; number++) {
      const name = `${stem}${number === 1 ? '' : `-${number}`}${ending}`;
      if (this.#given.has(name.toLowerCase())) continue;
      this.#given.add(name.toLowerCase());
      return name;
    }
  }
}

/** A story's folder: the headline in ASCII, at most 50 signs, and the day it was begun: `cho-phien-mo-lai-2026-11-27`. */
export const storyStem = (headline: string, createdAt: string): string =>
  `${slugOf(headline, 50)}-${createdAt.slice(0, 10)}`;

const ENDINGS: Record<string, string> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/gif': 'gif',
  'image/tiff': 'tif',
  'image/avif': 'avif',
};

/** A photo's file by the name it came with and its type. */
export function photoName(names: Names, name: string, type: string): string {
  const ending = ENDINGS[type] ?? 'bin';
  return names.give(asciiFileName(name, '').slice(0, 60), `.${ending}`);
}

import path from 'node:path';
import type { Result } from '../../preload/contract.ts';
import { hashSchema } from '../../story/model.ts';
import { broken } from './check.ts';
import { createFiles } from './files.ts';
import { draw, readHeader } from './render.ts';
import { fileKind } from './type.ts';

/** The longer side of a photo in a grid of many, in pixels. */
export const THUMBNAIL_SIDE = 400;

export type Picture = { bytes: Uint8Array; type: string };

/**
 * Small pictures for a grid of many: a screen full of previews would hold hundreds of megabytes of pixels. Made of the preview,
 * kept beside it. Failures: as `preview`'s.
 */
export function createThumbnails(folder: string, preview: (hash: string) => Promise<Result<Picture>>) {
  const files = createFiles(path.join(folder, 'renditions', String(THUMBNAIL_SIDE)));

  return async (hash: string): Promise<Result<Picture>> => {
    if (!hashSchema.safeParse(hash).success) return { ok: false, code: 'notFound' };
    const cached = await files.read(hash).catch(() => null);
    const kind = cached && fileKind(cached);
    if (cached && kind) return { ok: true, value: { bytes: cached, type: kind } };
    const large = await preview(hash);
    if (!large.ok) return large;
    const { bytes } = large.value;
    try {
      const type = fileKind(bytes) === 'image/png' ? 'image/png' : 'image/jpeg';
      const drawn = await draw(bytes, await readHeader(bytes), type, THUMBNAIL_SIDE, 75);
      // What cannot be kept is drawn again the next time.
      await files.write(hash, drawn.bytes).catch(() => undefined);
      return { ok: true, value: { bytes: drawn.bytes, type: drawn.type } };
    } catch (error) {
      return broken(error);
    }
  };
}

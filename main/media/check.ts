import type { Failure, PhotoInfo, Result } from '../../preload/contract.ts';
import { type Drawn, draw, type Header, MAX_PIXELS, PREVIEW_SIDE, readHeader } from './render.ts';
import { cleanText } from './text.ts';
import { fileKind } from './type.ts';
import { isWhole } from './whole.ts';

/** Bytes of an original at most: 150 MB. */
export const MAX_BYTES = 150 * 1024 * 1024;

/** `preview`: drawn already; null where the file was whole, and may be decoded later. */
export type Checked = { type: PhotoInfo['type']; header: Header; preview: Drawn | null };

/** Everything a file must pass before any of its pixels is decoded: size, type, pixels by the header. */
export async function checkHeader(bytes: Uint8Array): Promise<Result<Pick<Checked, 'type' | 'header'>>> {
  if (bytes.length > MAX_BYTES) return { ok: false, code: 'fileTooLarge', detail: `${bytes.length} bytes` };
  const type = fileKind(bytes);
  if (!type) return { ok: false, code: 'notAnImage' };
  if (type === 'unsupported') return { ok: false, code: 'unsupportedImage' };
  try {
    const header = await readHeader(bytes);
    if (header.unsupported) return { ok: false, code: 'unsupportedImage' };
    if (header.width * header.height > MAX_PIXELS)
      return { ok: false, code: 'tooManyPixels', detail: `${header.width} x ${header.height}` };
    return { ok: true, value: { type, header } };
  } catch (error) {
    return broken(error);
  }
}

/** Everything a file must pass before it is stored: its header, and what is not whole must decode. */
export async function checkPhoto(bytes: Uint8Array): Promise<Result<Checked>> {
  const checked = await checkHeader(bytes);
  if (!checked.ok) return checked;
  const { type, header } = checked.value;
  try {
    const preview = isWhole(bytes, type) ? null : await draw(bytes, header, type, PREVIEW_SIDE, 80);
    return { ok: true, value: { type, header, preview } };
  } catch (error) {
    return broken(error);
  }
}

export const broken = (error: unknown): Failure => ({
  ok: false,
  code: 'brokenImage',
  detail: cleanText(error instanceof Error ? error.message : String(error), 200),
});

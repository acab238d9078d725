import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readTexts } from '../../main/media/metadata.ts';
import { readHeader } from '../../main/media/render.ts';
import { fileKind } from '../../main/media/type.ts';
import { PHOTO_FIELDS, type PhotoFacts, type PhotoField } from '../../story/photo/facts.ts';
import { photo } from '../../tests/fixtures/photo.ts';
import { type BringInFigures, bringIn } from './photos/bring-in.ts';
import { readByExiftool, writeByExiftool } from './photos/oracle.ts';
import { measureOut, type OutFigures } from './photos/out.ts';

const SHARED = path.resolve(import.meta.dirname, '../../../shared/photos');

export type PhotoFigures = OutFigures &
  BringInFigures & {
    /** Fields of all files against exiftool's reading; `wrong`: another text, or one where exiftool has none. */
    metadataFields: { right: number; wrong: number; missing: number; files: number };
    /** Of reading one photo's texts, the median in milliseconds. */
    metadataMs: number;
  };

/** Photos on their way in and out: their texts, with exiftool as the oracle, and what a person feels meanwhile. */
export async function measure(): Promise<PhotoFigures> {
  const folder = mkdtempSync(path.join(tmpdir(), 'copydesk-photos-'));
  try {
    const files = [...(await written(folder)), ...shared()];
    const fields = { right: 0, wrong: 0, missing: 0, files: 0 };
    const times: number[] = [];
    for (const file of files) {
      const read = await facts(file, times);
      if (read === null) continue;
      fields.files++;
      const told = readByExiftool(file);
      for (const field of PHOTO_FIELDS) {
        const [ours, theirs] = [comparable(field, read[field]?.value), comparable(field, told[field])];
        if (ours === theirs) fields.right += ours === '' ? 0 : 1;
        else if (ours === '') fields.missing++;
        else fields.wrong++;
        if (ours !== theirs) console.error(`${path.basename(file)} ${field}: ${ours} | ${theirs}`);
      }
    }
    const metadataMs = times.sort((a, b) => a - b)[times.length >> 1] ?? 0;
    return { metadataFields: fields, metadataMs, ...(await measureOut(files)), ...(await bringIn()) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function shared(): string[] {
  try {
    return readdirSync(SHARED).map((name) => path.join(SHARED, name));
  } catch {
    return [];
  }
}

/** null: a type the program does not take. */
async function facts(file: string, times: number[]): Promise<PhotoFacts | null> {
  const bytes = new Uint8Array(readFileSync(file));
  const type = fileKind(bytes);
  if (type === null || type === 'unsupported') return null;
  const header = await readHeader(bytes);
  const start = performance.now();
  const read = await readTexts(bytes, type, header);
  times.push(performance.now() - start);
  return read.facts;
}

/** Dates are written in as many ways as there are standards: their digits alone, to the minute at most. */
const comparable = (field: PhotoField, value = ''): string =>
  field === 'date' ? value.replace(/\D/g, '').slice(0, 8) : value;

const TEXTS: Readonly<Record<PhotoField, string>> = {
  headline: 'Đường mới lên Khuổi Thàng',
  caption: 'Bà con xã Pác Nặm thu hoạch nếp tím, sáng 14/6/2026.',
  captionWriter: 'Hoàng Nga',
  photographer: 'Trần Thị Bích Phượng',
  credit: 'Ảnh: Bích Phượng',
  source: 'Báo Bắc Kạn',
  copyright: '© 2026 Báo Bắc Kạn',
  usageTerms: 'Chỉ dùng cho tin, không bán lại',
  instructions: 'Không bán',
  date: '2026:06:14 08:37:00',
  sublocation: 'Thôn Phiêng Lào',
  city: 'Nà Rào',
  province: 'Thái Nguyên',
  country: 'Việt Nam',
  keywords: 'nếp tím',
  alt: 'Năm người gặt lúa trên ruộng bậc thang',
  longDescription: 'Ruộng bậc thang vàng óng, năm người đang gặt, xa xa là núi.',
  aiLabel: 'http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture',
};

/** Photos into which exiftool writes every field, by one standard each and by two at once. */
async function written(folder: string): Promise<string[]> {
  const files: string[] = [];
  for (const format of ['jpeg', 'png', 'webp', 'tiff', 'avif'] as const)
    for (const standards of [[0], [1], [2], [2, 1], [1, 0]] as const) {
      if (format !== 'jpeg' && format !== 'tiff' && standards.some((one) => one === 1)) continue;
      const file = path.join(folder, `${standards.join('')}.${format}`);
      writeFileSync(file, await photo(format));
      for (const standard of standards) {
        const texts = Object.entries(TEXTS).map(([field, text]) => [
          field,
          field === 'date' ? text : `${text}${standard || ''}`,
        ]);
        writeByExiftool(
          file,
          standard === 1 ? bounded(Object.fromEntries(texts)) : Object.fromEntries(texts),
          standard,
        );
      }
      files.push(file);
    }
  return files;
}

/** IIM's fields are short. */
const bounded = (texts: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(texts).map(([field, text]) => [field, field === 'caption' ? text : text.slice(0, 20)]),
  );

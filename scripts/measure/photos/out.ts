import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createMedia, type Media } from '../../../main/media/index.ts';
import { endingOf, type RenditionOptions } from '../../../main/media/rendition.ts';
import { outTexts } from '../../../main/media/write.ts';
import type { PhotoInfo } from '../../../preload/contract.ts';
import { USUAL_RENDITIONS } from '../../../story/photo/renditions.ts';
import { quantile } from '../../../tests/bench/quantile.ts';
import { noise } from '../../../tests/fixtures/photo.ts';
import { readByExiftool } from './oracle.ts';

export type OutFigures = {
  /** Fields written into renditions (JPEG, WebP, AVIF) and read back by exiftool; `wrong`: another text, or none. */
  roundTrip: { right: number; wrong: number; files: number };
  /** Of making a rendition of a photo of 18 megapixels as a WordPress site gets it, texts written in; milliseconds. */
  renditionMs: { p50: number; p95: number };
};

const TEXTS = {
  caption: 'Bà con xã Pác Nặm & Đồng Phúc thu hoạch "nếp tím", <sáng> 14/6/2026.',
  credit: 'Ảnh: Trần Thị Bích Phượng, Hoàng Văn Đức',
  copyright: '© 2026 Báo Bắc Kạn',
  alt: 'Năm người gặt lúa trên ruộng bậc thang',
};
const RUNS = 20;

/** What goes out of the photos in `files` (bytes of any type the program takes). */
export async function measureOut(files: readonly string[]): Promise<OutFigures> {
  const folder = mkdtempSync(path.join(tmpdir(), 'copydesk-out-'));
  const rows = new Map<string, PhotoInfo>();
  const media = createMedia({
    folder,
    store: {
      putPhoto: async (info) => {
        rows.set(info.hash, info);
        return { ok: true, value: null };
      },
      getPhoto: async (hash) => rows.get(hash) ?? null,
    },
  });
  try {
    const roundTrip = { right: 0, wrong: 0, files: 0 };
    for (const file of files) {
      const taken = await media.importPhoto(path.basename(file), new Uint8Array(readFileSync(file)));
      if (!taken.ok) continue;
      for (const format of ['jpeg', 'webp', 'avif'] as const) {
        const told = await readBack(media, folder, taken.value.hash, { maxPixels: 800, format, texts: TEXTS });
        roundTrip.files++;
        for (const [field, text] of Object.entries(outTexts(TEXTS, taken.value)) as [keyof typeof told, string][]) {
          const isRight = comparable(field, told[field]) === comparable(field, text);
          roundTrip[isRight ? 'right' : 'wrong']++;
          if (!isRight) console.error(`${path.basename(file)} ${format} ${field}: ${told[field]} | ${text}`);
        }
      }
    }
    return { roundTrip, renditionMs: await timed(media) };
  } finally {
    await media.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function readBack(media: Media, folder: string, hash: string, options: RenditionOptions) {
  const made = await media.rendition(hash, options);
  if (!made.ok) throw new Error(`${made.code}: ${made.detail ?? ''}`);
  const file = path.join(folder, `read-back.${endingOf(made.value.type)}`);
  writeFileSync(file, made.value.bytes);
  return readByExiftool(file);
}

async function timed(media: Media): Promise<OutFigures['renditionMs']> {
  const photo = await noise(650, 432).resize(5184, 3456, { kernel: 'cubic' }).jpeg({ quality: 92 }).toBuffer();
  const taken = await media.importPhoto('18-megapixels.jpg', photo);
  if (!taken.ok) throw new Error(taken.code);
  const { maxSide, format, targetKb } = USUAL_RENDITIONS.wordpress;
  const times: number[] = [];
  for (let run = 0; run <= RUNS; run++) {
    const start = performance.now();
    // Another size each time: none is there already.
    const targetBytes = targetKb * 1000 + run;
    const made = await media.rendition(taken.value.hash, { maxPixels: maxSide, format, targetBytes, texts: TEXTS });
    if (!made.ok) throw new Error(made.code);
    // The first one starts exiftool, as the first of a day does.
    if (run > 0) times.push(performance.now() - start);
  }
  return { p50: Math.round(quantile(times, 0.5)), p95: Math.round(quantile(times, 0.95)) };
}

/** exiftool writes moments with colons, and lists with its own comma. */
const comparable = (field: string, text = ''): string =>
  field === 'date' ? text.replace(/\D/g, '') : text.replace(/\s*[,;]\s*/g, ', ').trim();

// Makes the icons out of resources/icons/icon.svg: `node scripts/make-icons.ts`
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';

const folder = path.resolve(import.meta.dirname, '../resources/icons');
const svg = await readFile(path.join(folder, 'icon.svg'));
const png = (size: number): Promise<Buffer> =>
  sharp(svg, { density: (72 * size) / 512 })
    .resize(size, size)
    .png({ compressionLevel: 9, palette: size > 64, quality: 95 })
    .toBuffer();

/** Windows: a directory of PNG images (https://learn.microsoft.com/previous-versions/ms997538(v=msdn.10), PNG since Vista). */
async function ico(sizes: number[]): Promise<Buffer> {
  const images = await Promise.all(sizes.map(png));
  const head = Buffer.alloc(6 + images.length * 16);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(images.length, 4);
  let offset = head.length;
  images.forEach((image, i) => {
    const at = 6 + i * 16;
    // 0 stands for 256.
    head.writeUInt8(sizes[i]! % 256, at);
    head.writeUInt8(sizes[i]! % 256, at + 1);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(image.length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += image.length;
  });
  return Buffer.concat([head, ...images]);
}

/** macOS: chunks of PNG under four-letter types; the second four are the sizes for Retina screens. */
async function icns(): Promise<Buffer> {
  const types = { ic07: 128, ic08: 256, ic09: 512, ic10: 1024, ic11: 32, ic12: 64, ic13: 256, ic14: 512 };
  const chunk = (type: string, body: Buffer): Buffer => {
    const head = Buffer.alloc(8);
    head.write(type, 'latin1');
    head.writeUInt32BE(body.length + 8, 4);
    return Buffer.concat([head, body]);
  };
  const chunks = await Promise.all(Object.entries(types).map(async ([type, size]) => chunk(type, await png(size))));
  return chunk('icns', Buffer.concat(chunks));
}

await writeFile(path.join(folder, 'icon.png'), await png(512));
await writeFile(path.join(folder, 'icon.ico'), await ico([16, 24, 32, 48, 64, 128, 256]));
await writeFile(path.join(folder, 'icon.icns'), await icns());

import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import sharp from 'sharp';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createTagWriter } from '../../../main/media/exiftool.ts';
import { createRenditions } from '../../../main/media/rendition.ts';
import { cutToBytes } from '../../../main/media/write.ts';
import { allByExiftool, readByExiftool, writeByExiftool } from '../../../scripts/measure/photos/oracle.ts';
import { noise, photo } from '../../fixtures/photo.ts';
import { good, library } from './library.ts';

const FIGURE = {
  caption: 'Bà con xã Pác Nặm & Đồng Phúc gặt "nếp tím", <sáng> 14/6 &amp; chiều.',
  credit: 'Ảnh: Trần Thị Bích Phượng',
  copyright: '© 2026 Báo Bắc Kạn',
  alt: 'Năm người gặt lúa trên ruộng bậc thang',
};
/** What the photo itself says, and more that nobody may read out of a published file. */
const KNOWN = {
  headline: 'Mùa gặt ở Pác Nặm',
  caption: 'Description of the photo, another than the caption',
  photographer: 'Trần Thị Bích Phượng',
  credit: 'Báo khác',
  source: 'Thông tấn xã vùng cao phía Bắc Việt Nam',
  copyright: '© of the file',
  usageTerms: 'Chỉ dùng cho tin, bài',
  date: '2026:06:14 08:37:00+07:00',
  sublocation: 'Thôn Phiêng Lào',
  city: 'Nà Rào',
  province: 'Thái Nguyên',
  country: 'Việt Nam',
  keywords: 'nếp tím',
  aiLabel: 'http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture',
} as const;

/** A photo full of what a camera and an editing program leave behind. */
async function talkative(): Promise<Uint8Array> {
  const { folder } = await library();
  const file = path.join(folder, 'camera.jpg');
  const thumbnail = path.join(folder, 'thumbnail.jpg');
  await writeFile(file, await photo('jpeg', 640, 400));
  await writeFile(thumbnail, await photo('jpeg', 160, 100));
  writeByExiftool(file, KNOWN, 0);
  allByExiftool(
    file,
    ...['-GPSLatitude=21.93', '-GPSLatitudeRef=N', '-GPSLongitude=105.83', '-GPSLongitudeRef=E'],
    ...[
      '-XMP-exif:GPSLatitude=21.93',
      '-XMP-exif:GPSLongitude=105.83',
      '-XMP-iptcExt:LocationCreatedGPSLatitude=21.93',
    ],
    ...['-ExifIFD:SerialNumber=SERIAL-4711', '-XMP-aux:SerialNumber=SERIAL-4711', '-LensSerialNumber=SERIAL-4712'],
    ...['-Make=Canon', '-Model=TestCam', '-OwnerName=Nguyen Bi Mat', `-ThumbnailImage<=${thumbnail}`],
    ...['-XMP-xmpMM:DocumentID=xmp.did:SECRET', '-XMP-xmpMM:HistoryAction=saved', '-XMP-photoshop:History=SECRET'],
    '-XMP-photoshop:Instructions=Gọi 0912 000 000 trước khi dùng',
  );
  return readFile(file);
}

const FORMATS = ['jpeg', 'webp', 'avif', 'png'] as const;

test.each(FORMATS)('a %s for readers says what it is, and nothing that a camera said', async (format) => {
  const { media, folder } = await library();
  onTestFinished(() => media.close());
  const bytes = format === 'png' ? await noise(64, 40, 4).png().toBuffer() : await talkative();
  const { hash } = good(await media.importPhoto('camera.jpg', bytes));
  const rendition = good(
    await media.rendition(hash, { maxPixels: 300, format: format === 'png' ? 'jpeg' : format, texts: FIGURE }),
  );
  expect(rendition.type).toBe(`image/${format}`);
  expect((await sharp(rendition.bytes).metadata()).width).toBe(format === 'png' ? 64 : 300);
  const file = path.join(folder, `out.${format}`);
  await writeFile(file, rendition.bytes);
  const read = readByExiftool(file);
  expect(read).toMatchObject(FIGURE);
  if (format !== 'png') {
    const { caption: _, credit: __, copyright: ___, date: ____, ...known } = KNOWN;
    expect(read).toMatchObject({ ...known, ...FIGURE });
    expect(read.date?.replace(/\D/g, '')).toBe('202606140837000700');
  }
  const tags = allByExiftool(file);
  const groups = new Set(Object.keys(tags).map((tag) => tag.split(':')[0]));
  for (const group of ['GPS', 'IFD0', 'IFD1', 'ExifIFD', 'XMP-exif', 'XMP-aux', 'XMP-xmpMM', 'MakerNotes', 'Canon'])
    expect(groups, group).not.toContain(group);
  const text = JSON.stringify(tags);
  for (const secret of ['SERIAL-471', 'TestCam', 'Bi Mat', 'SECRET', '0912', '21.93', 'Description of'])
    expect(text, secret).not.toContain(secret);
  expect(Object.keys(tags).filter((tag) => /thumbnail|preview|history|serial|gps|instructions/i.test(tag))).toEqual([]);
  // Nothing is left of the work.
  expect(await readdir(path.join(folder, 'renditions', 'work'))).toEqual([]);
});

test('IIM holds a copy, in UTF-8, as long as IIM allows, and cut between characters', async () => {
  const { media, folder } = await library();
  onTestFinished(() => media.close());
  const { hash } = good(await media.importPhoto('a.jpg', await talkative()));
  const long = { ...FIGURE, credit: 'Ảnh: Nguyễn Thị Hường và Đặng Văn Tuyến', caption: 'ề'.repeat(1000) };
  const { bytes } = good(await media.rendition(hash, { maxPixels: 200, texts: long }));
  const file = path.join(folder, 'out.jpg');
  await writeFile(file, bytes);
  const tags = allByExiftool(file);
  expect(tags['IPTC:CodedCharacterSet']).toBe('UTF8');
  expect(tags['XMP-photoshop:Credit']).toBe(long.credit);
  expect(tags['XMP-dc:Description']).toBe(long.caption);
  expect(tags['IPTC:Credit']).toBe('Ảnh: Nguyễn Thị Hường v');
  expect(tags['IPTC:Caption-Abstract']).toBe('ề'.repeat(666));
  expect(tags['IPTC:By-line']).toBe(KNOWN.photographer);
  expect(tags['IPTC:Source']).toBe('Thông tấn xã vùng cao phía');
  expect(tags['IPTC:DateCreated']).toBe('2026:06:14');
});

test('what a person wrote of a photo goes before what its file says; what they emptied is left out', async () => {
  const { media, folder, rows } = await library();
  onTestFinished(() => media.close());
  const { hash } = good(await media.importPhoto('a.jpg', await talkative()));
  const edit = (value: string) => ({ value, by: 'Hoàng Nga', at: '2026-06-14T00:00:00.000Z' });
  const edits = { photographer: edit('Lường Văn Hà, Đỗ Thị Na'), source: edit(''), date: edit('2026-06') };
  rows.set(hash, { ...rows.get(hash)!, edits });
  const { bytes } = good(await media.rendition(hash, { maxPixels: 200, texts: { ...FIGURE, credit: '' } }));
  const file = path.join(folder, 'out.jpg');
  await writeFile(file, bytes);
  const tags = allByExiftool(file);
  expect(tags['XMP-dc:Creator']).toEqual(['Lường Văn Hà', 'Đỗ Thị Na']);
  expect(tags['IPTC:By-line']).toEqual(['Lường Văn Hà', 'Đỗ Thị Na']);
  expect(tags['XMP-photoshop:DateCreated']).toBe('2026:06');
  // Without one of its own, the use has the photo's credit.
  expect(tags['XMP-photoshop:Credit']).toBe('Báo khác');
  for (const tag of ['XMP-photoshop:Source', 'IPTC:Source', 'IPTC:DateCreated'])
    expect(tags, tag).not.toHaveProperty(tag);
});

test('the texts are counted in the size that was asked for', async () => {
  const { media } = await library();
  onTestFinished(() => media.close());
  const { hash } = good(await media.importPhoto('a.jpg', await photo('jpeg', 640, 400)));
  const texts = { ...FIGURE, caption: 'Chú thích dài & dài. '.repeat(200) };
  for (const targetBytes of [120_000, 200_000]) {
    const { bytes } = good(await media.rendition(hash, { maxPixels: 640, targetBytes, texts }));
    expect(bytes.length).toBeLessThanOrEqual(targetBytes);
    expect(bytes.length).toBeGreaterThan(targetBytes * 0.8);
  }
});

test('a cut text is its beginning, fits, and no character of it is broken', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.integer({ min: 0, max: 64 }), (text, most) => {
      const cut = cutToBytes(text, most);
      expect(text.startsWith(cut) && Buffer.byteLength(cut) <= most).toBe(true);
      expect(cut.isWellFormed()).toBe(text.isWellFormed() || cut.isWellFormed());
    }),
  );
});

test('without its texts a photo does not go out: a program that cannot be run is said, and the next try is a new one', async () => {
  const { media, folder, rows } = await library();
  const { hash } = good(await media.importPhoto('a.jpg', await photo('jpeg')));
  const store = { getPhoto: async (id: string) => rows.get(id) ?? null };
  const { readOriginal } = media;
  const broken = createRenditions({ folder, store, readOriginal, tags: createTagWriter(['/nowhere/exiftool']) });
  const options = { maxPixels: 100, texts: FIGURE };
  expect(await broken.rendition(hash, options)).toMatchObject({ ok: false, code: 'metadataNotWritten' });
  await broken.close();
  const sound = createRenditions({ folder, store, readOriginal });
  onTestFinished(() => sound.close());
  expect((await sound.rendition(hash, options)).ok).toBe(true);
});

test('a folder with a Vietnamese name, a language that is not installed, and a person’s own exiftool settings', async () => {
  const { folder } = await library();
  const tags = createTagWriter();
  onTestFinished(() => tags.end());
  const home = path.join(folder, 'Nhà của Đỗ Thị Ơn');
  await mkdir(home);
  await writeFile(path.join(home, '.ExifTool_config'), 'die "somebody else’s settings";');
  for (const [name, value] of Object.entries({ HOME: home, LC_ALL: 'xx_XX.UTF-8', PERL5OPT: '-Mnot_there' }))
    vi.stubEnv(name, value);
  onTestFinished(() => void vi.unstubAllEnvs());
  const file = path.join(home, 'ảnh số 1.jpg');
  await writeFile(file, await photo('jpeg'));
  await tags.write(file, { 'XMP-photoshop:Credit': 'Ảnh: Đỗ Thị Ơn' });
  vi.unstubAllEnvs();
  expect(readByExiftool(file).credit).toBe('Ảnh: Đỗ Thị Ơn');
});

test('the process that writes is started again when it has died, and after it was ended', async () => {
  const { folder } = await library();
  const tags = createTagWriter();
  onTestFinished(() => tags.end());
  const file = path.join(folder, 'a.jpg');
  await writeFile(file, await photo('jpeg'));
  await tags.write(file, { 'XMP-photoshop:Credit': 'one' });
  for (const pid of await tags.processes()) process.kill(pid, 'SIGKILL');
  await tags.write(file, { 'XMP-photoshop:Credit': 'two' });
  expect(readByExiftool(file).credit).toBe('two');
  await tags.end();
  await tags.write(file, { 'XMP-photoshop:Credit': 'three' });
  expect(readByExiftool(file).credit).toBe('three');
  expect(await tags.processes()).toHaveLength(1);
});

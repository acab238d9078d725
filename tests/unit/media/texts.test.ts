import { describe, expect, test } from 'vitest';
import {
  alt,
  exifSegment,
  iimSegment,
  noise,
  photo,
  withSegments,
  xmpPacket,
  xmpSegment,
} from '../../fixtures/photo.ts';
import { good, library } from './library.ts';

const utf8 = (text: string) => Buffer.from(text);

async function imported(bytes: Uint8Array) {
  const { media } = await library();
  return good(await media.importPhoto('a.jpg', bytes));
}
const withXmp = async (properties: string, attributes = '') =>
  imported(withSegments(await photo('jpeg'), xmpSegment(xmpPacket(properties, attributes))));
const withIim = async (...datasets: [number, Buffer][]) =>
  imported(withSegments(await photo('jpeg'), iimSegment(datasets)));

describe('XMP', () => {
  test('the five texts, entities and line breaks undone', async () => {
    const info = await withXmp(
      `<dc:description>${alt('Bà con xã Nà Phặc thu hoạch &quot;lúa nếp&quot;&#xA;&amp; ngô, 12 &lt; 20 ha')}</dc:description>` +
        `<photoshop:Credit>Ảnh: Trần Thị Bích Phượng</photoshop:Credit><dc:rights>${alt('© 2024 Báo Bắc Kạn')}</dc:rights>` +
        '<dc:creator><rdf:Seq><rdf:li>Trần Thị Bích Phượng</rdf:li><rdf:li>Lò Văn Páo</rdf:li></rdf:Seq></dc:creator>' +
        `<Iptc4xmpCore:AltTextAccessibility>${alt('Năm người gặt lúa trên ruộng bậc thang')}</Iptc4xmpCore:AltTextAccessibility>`,
    );
    expect(info).toMatchObject({
      caption: 'Bà con xã Nà Phặc thu hoạch "lúa nếp" & ngô, 12 < 20 ha',
      credit: 'Ảnh: Trần Thị Bích Phượng',
      copyright: '© 2024 Báo Bắc Kạn',
      photographer: 'Trần Thị Bích Phượng, Lò Văn Páo',
      alt: 'Năm người gặt lúa trên ruộng bậc thang',
    });
  });
  test('a text that looks like a number or a truth value stays as it was written', async () => {
    const info = await withXmp(`<photoshop:Credit>007</photoshop:Credit><dc:rights>${alt('TRUE')}</dc:rights>`);
    expect(info).toMatchObject({ credit: '007', copyright: 'TRUE' });
  });
  test('properties written as attributes', async () => {
    expect((await withXmp('', 'photoshop:Credit="TTX &amp; BBK"')).credit).toBe('TTX & BBK');
  });
  test('of several languages the default, then Vietnamese', async () => {
    const li = (lang: string, text: string) => `<rdf:li xml:lang="${lang}">${text}</rdf:li>`;
    const described = (items: string) => withXmp(`<dc:description><rdf:Alt>${items}</rdf:Alt></dc:description>`);
    expect((await described(li('en', 'Rice') + li('x-default', 'Lúa') + li('fr', 'Riz'))).caption).toBe('Lúa');
    expect((await described(li('en', 'Rice') + li('vi-VN', 'Lúa'))).caption).toBe('Lúa');
    expect((await described(li('en', 'Rice') + li('fr', 'Riz'))).caption).toBe('Rice');
  });
  test('texts of the pictures it was made from are not its own', async () => {
    const inner = `<rdf:Description><dc:description>${alt('another photo')}</dc:description></rdf:Description>`;
    const info = await withXmp(`<xmpMM:Pantry><rdf:Bag><rdf:li>${inner}</rdf:li></rdf:Bag></xmpMM:Pantry>`);
    expect(info.caption).toBe('');
  });
  test('zero bytes in the packet, and a packet that ends half-way, keep what can be read', async () => {
    const packet = xmpPacket('\0\0<photoshop:Credit>Eric</photoshop:Credit><dc:rights><rdf:Alt>');
    const jpeg = await photo('jpeg');
    expect((await imported(withSegments(jpeg, xmpSegment(packet)))).credit).toBe('Eric');
    const half = packet.slice(0, packet.indexOf('<dc:rights>') + 5);
    expect((await imported(withSegments(jpeg, xmpSegment(half)))).credit).toBe('Eric');
  });
  test('UTF-16, and the other formats carry it too', async () => {
    const packet = xmpPacket('<photoshop:Credit>Hoàng Thị Mỷ</photoshop:Credit>');
    const utf16 = Buffer.from(packet.replace(/^[^>]*>/, '\ufeff'), 'utf16le');
    expect((await imported(withSegments(await photo('jpeg'), xmpSegment(utf16)))).credit).toBe('Hoàng Thị Mỷ');
    for (const format of ['png', 'webp', 'tiff', 'avif'] as const) {
      const bytes = await noise(40, 30).withXmp(packet).toFormat(format).toBuffer();
      expect((await imported(bytes)).credit).toBe('Hoàng Thị Mỷ');
    }
  });
});

describe('IIM', () => {
  test('UTF-8, also cut in the middle of a letter', async () => {
    const info = await withIim(
      [120, utf8('Ruộng bậc thang ở Khuổi Luông')],
      [80, utf8('Lò Văn Páo')],
      [116, utf8('© Báo')],
      [110, utf8('Ảnh: Trần Thị Bích Phượng').subarray(0, 32)],
    );
    expect(info).toMatchObject({
      caption: 'Ruộng bậc thang ở Khuổi Luông',
      photographer: 'Lò Văn Páo',
      copyright: '© Báo',
    });
    expect(info.credit).toBe('Ảnh: Trần Thị Bích Phư');
    expect((await withIim([110, utf8('Ảnh: Phượng').subarray(0, 11)])).credit).toBe('Ảnh: Phư');
  });
  test('Latin-1', async () => {
    expect((await withIim([110, Buffer.from('\xa9 Andr\xe9 Lef\xe8vre', 'latin1')])).credit).toBe('© André Lefèvre');
  });
  test('several photographers', async () => {
    expect((await withIim([80, utf8('Lò Páo')], [80, utf8('Hà An')])).photographer).toBe('Lò Páo, Hà An');
  });
});

describe('which one counts', () => {
  test('XMP before IIM before EXIF, field by field', async () => {
    const exif = { IFD0: { ImageDescription: 'EXIF caption', Artist: 'EXIF artist', Copyright: 'EXIF copyright' } };
    const jpeg = await noise(40, 30).withExif(exif).jpeg().toBuffer();
    expect(await imported(jpeg)).toMatchObject({
      caption: 'EXIF caption',
      photographer: 'EXIF artist',
      copyright: 'EXIF copyright',
      credit: '',
    });
    const iim = iimSegment([
      [120, utf8('IIM caption')],
      [80, utf8('IIM artist')],
    ]);
    const xmp = xmpSegment(xmpPacket(`<dc:description>${alt('XMP caption')}</dc:description>`));
    expect(await imported(withSegments(jpeg, xmp, iim))).toMatchObject({
      caption: 'XMP caption',
      photographer: 'IIM artist',
      copyright: 'EXIF copyright',
    });
  });
  test('EXIF in UTF-8; bytes that are not UTF-8 are left out', async () => {
    const of = async (caption: Buffer) => imported(withSegments(await photo('jpeg'), exifSegment({ 270: caption })));
    expect((await of(utf8('Cầu Nà Cù'))).caption).toBe('Cầu Nà Cù');
    expect((await of(Buffer.from('Caf\xe9 Hu\xea', 'latin1'))).caption).toBe('');
  });
  test.each(['png', 'webp', 'avif'] as const)('EXIF out of a %s', async (format) => {
    const bytes = await noise(40, 30)
      .withExif({ IFD0: { ImageDescription: 'Na Cu', Artist: 'Uoc' } })
      .toFormat(format)
      .toBuffer();
    expect(await imported(bytes)).toMatchObject({ caption: 'Na Cu', photographer: 'Uoc' });
  });
  test('what a camera writes into every picture is no caption', async () => {
    const exif = { IFD0: { ImageDescription: 'OLYMPUS DIGITAL CAMERA         ' } };
    expect((await imported(await noise(40, 30).withExif(exif).jpeg().toBuffer())).caption).toBe('');
  });
});

test('texts are NFC, without controls or reordering marks, and bounded', async () => {
  const info = await withXmp(
    `<dc:description>${alt(`${'Bắc Kạn'.normalize('NFD')}\u202e\u0001 xa\r\n\r\ngần`)}</dc:description>` +
      `<photoshop:Credit>${'ảnh '.repeat(5000)}</photoshop:Credit>`,
  );
  expect(info.caption).toBe('Bắc Kạn xa gần');
  expect(info.credit.length).toBeLessThanOrEqual(500);
  expect(info.credit.startsWith('ảnh ảnh')).toBe(true);
});

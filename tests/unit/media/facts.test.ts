import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { momentOf } from '../../../main/media/fields.ts';
import { iimOfTiff } from '../../../main/media/iim.ts';
import { alt, exifSegment, iimSegment, photo, withSegments, xmpPacket, xmpSegment } from '../../fixtures/photo.ts';
import { good, library } from './library.ts';

async function factsOf(...segments: Buffer[]) {
  const { media } = await library();
  return good(await media.importPhoto('a.jpg', withSegments(await photo('jpeg'), ...segments))).facts;
}
const utf8 = (text: string) => Buffer.from(text);
/** Bytes as a Windows-1252 screen shows them. */
const shown = (text: string) => Buffer.from(text, 'latin1');

test('every field of XMP, and that it came from there', async () => {
  const seq = (...items: string[]) => `<rdf:Bag>${items.map((item) => `<rdf:li>${item}</rdf:li>`).join('')}</rdf:Bag>`;
  const facts = await factsOf(
    xmpSegment(
      xmpPacket(
        '<photoshop:Headline>Đường mới</photoshop:Headline><photoshop:CaptionWriter>Hoàng Nga</photoshop:CaptionWriter>' +
          '<photoshop:Source>Báo Bắc Kạn</photoshop:Source><photoshop:Instructions>Không bán</photoshop:Instructions>' +
          '<photoshop:DateCreated>2026-06-14T08:37:00+07:00</photoshop:DateCreated><photoshop:City>Nà Rào</photoshop:City>' +
          '<photoshop:State>Thái Nguyên</photoshop:State><photoshop:Country>Việt Nam</photoshop:Country>' +
          `<Iptc4xmpCore:Location>Phiêng Lào</Iptc4xmpCore:Location><dc:subject>${seq('nếp', 'đường')}</dc:subject>` +
          `<xmpRights:UsageTerms>${alt('Chỉ dùng cho tin')}</xmpRights:UsageTerms>` +
          `<Iptc4xmpCore:ExtDescrAccessibility>${alt('Ruộng vàng')}</Iptc4xmpCore:ExtDescrAccessibility>` +
          '<Iptc4xmpExt:DigitalSourceType>http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture</Iptc4xmpExt:DigitalSourceType>',
        'xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/" xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"',
      ),
    ),
  );
  const inXmp = (value: string) => ({ value, from: 'xmp' });
  expect(facts).toEqual({
    headline: inXmp('Đường mới'),
    captionWriter: inXmp('Hoàng Nga'),
    source: inXmp('Báo Bắc Kạn'),
    instructions: inXmp('Không bán'),
    date: inXmp('2026-06-14T08:37:00+07:00'),
    city: inXmp('Nà Rào'),
    province: inXmp('Thái Nguyên'),
    country: inXmp('Việt Nam'),
    sublocation: inXmp('Phiêng Lào'),
    keywords: inXmp('nếp, đường'),
    usageTerms: inXmp('Chỉ dùng cho tin'),
    longDescription: inXmp('Ruộng vàng'),
    aiLabel: inXmp('http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture'),
  });
});

test('IIM where XMP says nothing, EXIF where neither does', async () => {
  const facts = await factsOf(
    iimSegment([
      [105, utf8('Tít IIM')],
      [55, utf8('20260614')],
      [60, utf8('083700+0700')],
      [25, utf8('nếp')],
      [25, utf8('đường')],
    ]),
    xmpSegment(xmpPacket('<photoshop:Headline>Tít XMP</photoshop:Headline>')),
    exifSegment({ 315: utf8('Tác giả EXIF') }),
  );
  expect(facts).toEqual({
    headline: { value: 'Tít XMP', from: 'xmp' },
    date: { value: '2026-06-14T08:37:00+07:00', from: 'iim' },
    keywords: { value: 'nếp, đường', from: 'iim' },
    photographer: { value: 'Tác giả EXIF', from: 'exif' },
  });
});

describe('IIM from before Unicode', () => {
  test('TCVN3, its ư (a soft hyphen) too', async () => {
    const facts = await factsOf(
      iimSegment([
        [120, shown('Thµnh phè B¾c K¹n ®\u00ada nghÞ quyÕt vµo cuéc sèng')],
        [80, shown('NguyÔn V¨n H\u00adëng')],
        [90, utf8('Bắc Kạn')],
      ]),
    );
    expect(facts?.caption?.value).toBe('Thành phố Bắc Kạn đưa nghị quyết vào cuộc sống');
    expect(facts?.photographer?.value).toBe('Nguyễn Văn Hưởng');
    expect(facts?.city?.value).toBe('Bắc Kạn');
  });
  test('Windows 1258', async () => {
    const facts = await factsOf(iimSegment([[120, shown('Côòng hoÌa xaÞ hôòi chuÒ nghiÞa Viêòt Nam')]]));
    expect(facts?.caption?.value).toBe('Cộng hòa xã hội chủ nghĩa Việt Nam');
  });
  test('French stays French', async () => {
    const facts = await factsOf(iimSegment([[120, shown('Les élèves français étaient à l\u00b4école, déjà')]]));
    expect(facts?.caption?.value).toBe('Les élèves français étaient à l´école, déjà');
  });
});

test.each([
  ['20240614', '083700+0700', '', '2024-06-14T08:37:00+07:00'],
  ['2024:06:14', '08:37:05', '+07:00', '2024-06-14T08:37:05+07:00'],
  ['2024:06:14', '08:37:05', '', '2024-06-14T08:37:05'],
  ['20240614', '', '', '2024-06-14'],
  ['0000:00:00', '00:00:00', '', ''],
  ['    :  :  ', '  :  :  ', '', ''],
  ['hôm qua', '', '', ''],
])('the moment %s %s %s', (day, time, zone, expected) => expect(momentOf(day, time, zone)).toBe(expected));

test('a TIFF of any bytes is read to its end, or as far as it makes sense', () => {
  const head = fc.constantFrom([0x49, 0x49, 42, 0, 8, 0, 0, 0], [0x4d, 0x4d, 0, 42, 0, 0, 0, 8]);
  const entry = fc.constantFrom([1, 0, 0xbb, 0x83, 4, 0], [0, 1, 0x83, 0xbb, 0, 4], []);
  fc.assert(
    fc.property(head, entry, fc.uint8Array({ maxLength: 80 }), (first, second, rest) => {
      const found = iimOfTiff(Uint8Array.from([...first, ...second, ...rest]));
      for (const values of Object.values(found)) for (const value of values) expect(value.length).toBeLessThan(0x8000);
    }),
    { numRuns: 2000 },
  );
});

test('a photo from before all of its facts were read has them read when it is asked for', async () => {
  const { media, rows } = await library();
  const jpeg = withSegments(
    await photo('jpeg'),
    xmpSegment(xmpPacket('<photoshop:Instructions>Không bán</photoshop:Instructions>')),
  );
  const { facts, importedAt: _, ...older } = good(await media.importPhoto('a.jpg', jpeg));
  expect(facts?.instructions?.value).toBe('Không bán');
  rows.set(older.hash, older);
  expect(good(await media.info(older.hash)).facts).toEqual(facts);
  expect(rows.get(older.hash)?.facts).toEqual(facts);
  expect(await media.info('ab'.repeat(32))).toMatchObject({ code: 'notFound' });
});

import { alt, photo, withSegments, xmpPacket, xmpSegment } from '../fixtures/photo.ts';

export const PRESS = {
  caption: 'Bà con xã Pác Nặm thu hoạch dưa trồng trong nhà lưới.',
  credit: 'Ảnh: Trần Thị Bích Phượng',
  copyright: '© 2026 Báo Vùng Cao',
};

/** A press photo of the tests' own making: a drawn JPEG with the texts an agency writes into XMP. `seed` gives other pixels. */
export async function pressPhoto(seed = 1, width = 640): Promise<Buffer> {
  const packet = xmpPacket(
    `<dc:description>${alt(PRESS.caption)}</dc:description><dc:rights>${alt(PRESS.copyright)}</dc:rights>` +
      `<photoshop:Credit>${PRESS.credit}</photoshop:Credit>`,
  );
  return withSegments(await photo('jpeg', width, Math.round(width / 1.5), seed), xmpSegment(packet));
}

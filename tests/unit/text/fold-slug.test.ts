import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold } from '../../../story/text/fold.ts';
import { asciiFileName, slugOf, storySlug } from '../../../story/text/slug.ts';
import { hostileText } from '../formats/samples.ts';

test('folding drops tone marks and diacritics and turns đ into d, in NFC and NFD', () => {
  expect(fold('Đảng bộ ĐẮK LẮK, Thúy, Ủy')).toBe('dang bo dak lak, thuy, uy');
  expect(fold('Đảng bộ'.normalize('NFD'))).toBe('dang bo');
  expect(fold('Ðường')).toBe('duong');
});

test('folding is idempotent and blind to the normal form', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      expect(fold(fold(text))).toBe(fold(text));
      expect(fold(text.normalize('NFD'))).toBe(fold(text.normalize('NFC')));
    }),
  );
});

test('slugs', () => {
  expect(slugOf('Thành phố Bắc Kạn đưa nghị quyết của Đảng vào cuộc sống')).toBe(
    'thanh-pho-bac-kan-dua-nghi-quyet-cua-dang-vao-cuoc-song',
  );
  expect(slugOf('“Tăng 57,54%”: vì sao?')).toBe('tang-57-54-vi-sao');
  expect(slugOf('một hai ba', 7)).toBe('mot-hai');
  expect(slugOf('một hai ba', 8)).toBe('mot-hai');
  expect(slugOf('một hai ba', 6)).toBe('mot');
  expect(slugOf('xxxxxxxxxx', 4)).toBe('xxxx');
  expect(slugOf('…!')).toBe('bai-viet');
  expect(slugOf('')).toBe('bai-viet');
  expect(slugOf('Con')).toBe('con-bai-viet');
});

test('photo file names', () => {
  expect(asciiFileName('Ảnh chụp ở Pác Nặm.JPG', 'jpg')).toBe('anh-chup-o-pac-nam.jpg');
  expect(asciiFileName('…', '.PNG')).toBe('anh.png');
  expect(asciiFileName('con.jpg', 'jpg')).toBe('con-anh.jpg');
  expect(asciiFileName('../../etc/passwd', 'jpg')).toBe('etc-passwd.jpg');
});

test('a slug is always made of lower-case ASCII words, never empty, never too long', () => {
  fc.assert(
    fc.property(hostileText, fc.integer({ min: 1, max: 100 }), (text, max) => {
      const slug = slugOf(text, max);
      expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(slug.length <= max || slug.endsWith('bai-viet')).toBe(true);
      expect(asciiFileName(text, 'jpg')).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*\.jpg$/);
    }),
  );
});

test.each([
  ['Người Dao Đỏ ở Hoàng Su Phì giữ nghề thêu', 'nguoi-dao-do-o-hoang-su-phi-giu-nghe-theu'],
  ['Ủy ban nhân dân tỉnh: “Thưởng nóng” 1,2 tỷ đồng!', 'uy-ban-nhan-dan-tinh-thuong-nong-1-2-ty-dong'],
  ['Về TP.\u00a0Bắc\u00a0Kạn: 3.700\u00a0tỷ', 've-tp-bac-kan-3-700-ty'],
  ['ĐƯỜNG DÂY 500kV MẠCH 3', 'duong-day-500kv-mach-3'],
  ['Quý Ỵ, huỵch, khuỷu, ngoằn ngoèo', 'quy-y-huych-khuyu-ngoan-ngoeo'],
  ['Đắk Lắk – Kon Tum: sầu riêng vào vụ', 'dak-lak-kon-tum-sau-rieng-vao-vu'],
  ['Gặp Søren Kierkegård và Łukasz ở Großglockner', 'gap-soren-kierkegard-va-lukasz-o-grossglockner'],
  [
    'Nghị quyết của Đảng bộ tỉnh lần thứ mười hai đi vào cuộc sống của đồng bào vùng cao',
    'nghi-quyet-cua-dang-bo-tinh-lan-thu-muoi-hai-di-vao-cuoc-song-cua-dong-bao-vung',
  ],
])('%s', (headline, slug) => {
  expect(slugOf(headline)).toBe(slug);
  expect(slugOf(headline.normalize('NFD'))).toBe(slug);
});

test('the story’s slug follows the headline until somebody gives it one, which gets the form of a slug', () => {
  const headline = 'Đường lên Đèo Gió: “Ơi à!”';
  expect(storySlug({ slug: '', headline })).toBe('duong-len-deo-gio-oi-a');
  expect(storySlug({ slug: 'deo-gio-2026', headline })).toBe('deo-gio-2026');
  expect(storySlug({ slug: ' Đèo Gió / 2026 ', headline })).toBe('deo-gio-2026');
  expect(storySlug({ slug: '---', headline })).toBe('duong-len-deo-gio-oi-a');
  expect(storySlug({ slug: '', headline: '' })).toBe('bai-viet');
});

test('a slug is its own slug', () => {
  fc.assert(
    fc.property(hostileText, hostileText, (slug, headline) => {
      const made = storySlug({ slug, headline });
      expect(slugOf(made)).toBe(made);
      expect(storySlug({ slug: made, headline: '' })).toBe(made);
    }),
  );
});

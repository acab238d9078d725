import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PhotoWords } from '../../../story/photo/facts.ts';
import { clearedBy, forbiddenBy, forbiddingWords } from '../../../story/photo/terms.ts';

describe('what forbids a publication', () => {
  test.each([
    ['NO SALES', 'NO SALES'],
    ['Editorial use only. No sales, no archives', 'No sales'],
    ['Not for web!', 'Not for web'],
    ['NOT FOR ONLINE USE', 'NOT FOR ONLINE USE'],
    ['no internet use', 'no internet use'],
    ['Please do not publish before the trial', 'do not publish'],
    ['Must not be used without consent of the family', 'Must not be used'],
    ['VIETNAM OUT', 'VIETNAM OUT'],
    ['EMBARGOED until 6 pm', 'EMBARGOED'],
    ['Embargo: 14/6, 8h', 'Embargo'],
    ['For internal use only', 'For internal use only'],
    ['HOLD FOR RELEASE', 'HOLD FOR RELEASE'],
    ['Ảnh tư liệu, không sử dụng.', 'không sử dụng'],
    ['KHÔNG ĐƯỢC SỬ DỤNG khi chưa có ý kiến của gia đình', 'KHÔNG ĐƯỢC SỬ DỤNG'],
    ['Không được phép đăng tải', 'Không được phép đăng tải'],
    ['khong dang', 'khong dang'],
    ['CAM SU DUNG', 'CAM SU DUNG'],
    ['Chưa được công bố', 'Chưa được công bố'],
    ['Cấm đăng', 'Cấm đăng'],
    ['Không bán', 'Không bán'],
    ['Lưu hành nội bộ', 'Lưu hành nội bộ'],
    ['Chỉ dùng cho báo in', 'Chỉ dùng cho báo in'],
    // As macOS writes it.
    ['không sử dụng'.normalize('NFD'), 'không sử dụng'],
  ])('%s', (text, words) => expect(forbiddingWords(text)).toBe(words));

  test.each([
    '',
    'Editorial use only',
    'For editorial use; not for commercial use',
    'Not for use in advertising',
    'May not be used for any commercial purpose',
    'All rights reserved',
    'No archives. No resale.',
    'No embargo',
    'Chỉ dùng cho tin, không bán lại',
    'Không sử dụng cho mục đích thương mại',
    'Không được dùng vào việc quảng cáo',
    'Được đăng báo in và báo điện tử',
    'Gọi 0912 trước khi dùng',
    'Không đặng đừng',
    'Chú thích không đúng, xem lại',
    'Không bản quyền',
    'Bán không?',
    'Casino sales',
  ])('not: %s', (text) => expect(forbiddingWords(text)).toBeNull());

  test('what is found stands in the text, whatever stands around it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (before, after) => {
        const text = `${before} — Không sử dụng — ${after}`;
        const words = forbiddingWords(text);
        expect(words === null || text.normalize('NFC').includes(words)).toBe(true);
      }),
    );
    expect(forbiddingWords(`${'ﬀ'.repeat(9)}  “Không  sử dụng”`)).toBe('Không  sử dụng');
  });
});

describe('a photo', () => {
  const photo = (more: Partial<PhotoWords>): PhotoWords => ({
    ...{ caption: '', credit: '', copyright: '', alt: '', photographer: '' },
    ...more,
  });
  const fact = (value: string) => ({ value, from: 'xmp' as const });
  const edit = (value: string) => ({ value, by: 'Hoàng Nga', at: '2026-06-14T00:00:00.000Z' });

  test('is read in its usage terms and its instructions', () => {
    expect(forbiddenBy(photo({}))).toBeNull();
    expect(forbiddenBy(photo({ facts: { usageTerms: fact('No sales') } }))).toEqual({
      field: 'usageTerms',
      words: 'No sales',
    });
    const facts = { usageTerms: fact('Editorial use only'), instructions: fact('Không đăng') };
    expect(forbiddenBy(photo({ facts }))).toEqual({ field: 'instructions', words: 'Không đăng' });
    expect(forbiddenBy(photo({ caption: 'Không sử dụng túi ni lông', facts: {} }))).toBeNull();
  });
  test('is cleared, field by field, by whoever checked what its file says', () => {
    const facts = { usageTerms: fact('No sales'), instructions: fact('Embargo') };
    const edits = { usageTerms: edit('No sales') };
    expect(forbiddenBy(photo({ facts, edits }))).toEqual({ field: 'instructions', words: 'Embargo' });
    const all = photo({ facts, edits: { ...edits, instructions: edit('Embargo') } });
    expect(forbiddenBy(all)).toBeNull();
    expect(clearedBy(all)).toEqual({ field: 'usageTerms', words: 'No sales', by: 'Hoàng Nga' });
    expect(clearedBy(photo({ facts }))).toBeNull();
  });
  test('is read anew where somebody wrote other terms, or forbade it', () => {
    const facts = { usageTerms: fact('No sales') };
    expect(forbiddenBy(photo({ facts, edits: { usageTerms: edit('Đã mua quyền sử dụng') } }))).toBeNull();
    expect(forbiddenBy(photo({ facts, edits: { usageTerms: edit('') } }))).toBeNull();
    expect(forbiddenBy(photo({ facts: {}, edits: { usageTerms: edit('Không đăng') } }))).toMatchObject({
      words: 'Không đăng',
    });
  });
});

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { findStyle, type StyleText } from '../../../story/style/find.ts';
import { patternTrouble, sameIds, styleFileSchema } from '../../../story/style/rules.ts';

const file = styleFileSchema.parse(
  JSON.parse(readFileSync(new URL('../../../resources/style/vi.json', import.meta.url), 'utf8')),
);
const found = (text: string, more: Partial<StyleText> = {}) =>
  findStyle({ text, language: 'vi', day: '2026-11-27', ...more }, file.rules).map((one) => [one.found, one.instead]);

test('every rule has an id of its own, says why and by what source, and a pattern that works', () => {
  expect(sameIds(file.rules)).toEqual([]);
  for (const { find, why, source, id } of file.rules) {
    expect([why, source].includes(''), id).toBe(false);
    if ('pattern' in find) expect(patternTrouble(find.pattern), id).toBeNull();
  }
});

test.each([
  ['tăng 57.54%', '57.54', '57,54'],
  ['tăng 5.5-7,2%', '5.5', '5,5'],
  ['sản lượng 2.5 triệu tấn', '2.5', '2,5'],
  ['có 4,000 hộ', '4,000', '4.000'],
  ['hỗ trợ 12,500,000 đồng', '12,500,000', '12.500.000'],
  ['đạt 3700 tỷ đồng', '3700', '3.700'],
  ['đạt 2025 tỷ đồng', '2025', '2.025'],
  ['thu 15000 tấn', '15000', '15.000'],
  ['có 4000 hộ dân', '4000', '4.000'],
  ['hơn 12500 lao động', '12500', '12.500'],
  ['giá 3500 đồng', '3500', '3.500'],
  ['đạt 97 %.', '97 %', '97%'],
  ['ngày 14-06-2021', '14-06-2021', '14/06/2021'],
  ['ngày 5.9.2024 khai giảng', '5.9.2024', '5/9/2024'],
  ['khai giảng ngày 5.9.2024.', '5.9.2024', '5/9/2024'],
  ['rộng 30m2', 'm2', 'm²'],
  ['giá 20 triệu đồng/m2.', 'm2', 'm²'],
  ['1.500 m3 gỗ', 'm3', 'm³'],
  ['dài 12 Km', 'Km', 'km'],
  ['nặng 5Kg', 'Kg', 'kg'],
  ['3.700 tỷ VNĐ', '3.700 tỷ VNĐ', '3.700 tỷ đồng'],
  ['vé 50.000VND', '50.000VND', '50.000 đồng'],
  ['giá (khoảng $500)', '$500', '500 USD'],
  ['vốn US$2 triệu', 'US$2 triệu', '2 triệu USD'],
  ['Uỷ ban Nhân dân tỉnh', 'Uỷ ban Nhân dân', 'Ủy ban nhân dân'],
  ['các Đại biểu Quốc Hội khóa XV', 'Quốc Hội', 'Quốc hội'],
  ['Phó Chủ Tịch nước', 'Chủ Tịch', 'Chủ tịch'],
  ['Tổng bí thư đến thăm', 'Tổng bí thư', 'Tổng Bí thư'],
  ['Sát nhập hai xã.', 'Sát nhập', 'Sáp nhập'],
  ['giúp người tàn tật', 'người tàn tật', 'người khuyết tật'],
  ['ở tỉnh Bắc Kạn', 'tỉnh Bắc Kạn', 'tỉnh Thái Nguyên (Bắc Kạn cũ)'],
  ['Tỉnh Hoà Bình có lũ.', 'Tỉnh Hoà Bình', 'Tỉnh Phú Thọ (Hòa Bình cũ)'],
  ['tỉnh Bà Rịa – Vũng Tàu', 'tỉnh Bà Rịa – Vũng Tàu', 'Thành phố Hồ Chí Minh (Bà Rịa – Vũng Tàu cũ)'],
  ['theo UBND huyện Ba Bể', 'UBND huyện Ba Bể', null],
])('%s', (text, word, instead) => {
  expect(found(text)).toEqual([[word, instead]]);
});

// Everything that a provincial newspaper writes with digits and capitals, and that is right.
test.each([
  'tăng 57,54% lên 4.000 hộ, 3.700 tỷ đồng, ngày 14/06/2021, lúc 08:37',
  'giảm từ 2,9% xuống còn 1,68%; 5,34%; 0,125 g; tăng 5-7%, 5,5 - 7,2%',
  'phiên bản 2.5, mục 3.1.2, số 45/2019/QH14, Nghị quyết 41-NQ/TW, Luật số 15/2021/QH15, Nghị định 30/2020/NĐ-CP',
  'điện thoại 0912.345.678, 0209.3870.123, (0209) 3 870 123, +84 912 345 678, đường dây nóng 1900 1234',
  'nhiệm kỳ 2020 - 2025; 2015-2020; tỷ số 3-2, 21-19, 6-4; hiệp phụ 2-1; đội hình 4-4-2',
  'Năm 2021, 1.200 hộ thoát nghèo; năm 2021 người dân được mùa; năm 2025 tỷ lệ còn 1,2%; năm 2024 ha nào cũng xanh',
  'cuối 2024 hộ nghèo giảm; năm 2023 học sinh được nghỉ; khóa 2020 người học đông; số 1234 người lạ gọi',
  'Đến 2025 tỷ lệ hộ nghèo còn 1%; giai đoạn 2021 - 2025 đồng bào được vay vốn; cuối 2021 USD tăng; mùa xuân 1968 tấn công',
  'hàm FIXED trả về 1,234,567.890 và 4,000.50; ô $A$2, biến $0; ghi 0 %s; SỐ1 % SỐ2',
  'lúc 7.30, sân vận động có 12.000 đồng bào; 1.968 tấn gạo; lãi suất 6,5%/năm; 3/4 số hộ; 24/24 giờ; 1/500; A4; 5G; 4x4 m',
  'Hồ Chủ tịch; Chủ tịch Hội đồng quản trị; Phó Giám đốc; Bí thư Tỉnh ủy; Ban Thường vụ Đảng ủy xã; Công an tỉnh',
  'Bảng giá: 1.250.000 đồng/tháng, 95.000 đồng/kg, 0,5 lít, 37,5 độ C, 8,25 điểm, 1,2 lần, dài 3.143 m',
  'từ 7h30 đến 11h30, 7 giờ 30 phút, 19g45, 20:00 ngày 5/9',
  'biển số 97A-123.45, 97C1-012.34, 29H-456.78; số nhà 12/3A, tổ 5, đường Trường Chinh; QL3, Km 57+200, km12, Quốc lộ 3 Km 125',
  'diện tích 1.250 ha, 30 m², 12 km², 5 kg, 2,5 tấn, 450 m³',
  'tọa độ 22.1470, 105.8348; 22°08′ Bắc; 21.5° vĩ Bắc; trận động đất 6,8 độ',
  'tỷ giá USD/VND, 25.450 đồng/USD, 2 triệu USD, 500 EUR',
  'Ủy ban nhân dân tỉnh, Hội đồng nhân dân, Quốc hội, Chính phủ, Nhân dân các dân tộc, Tổng Bí thư, Phó Chủ tịch nước',
  'ông Nguyễn Quốc Hội; báo Nhân Dân; Quân đội nhân dân',
  'xem https://baobackan.vn/2021.06.14/57.54%/m2?gia=500VND và baothainguyen.vn/4,000-ho, thư gửi toasoan5.9.2024@bao.vn, #m2',
  'Bà nói: “Growth reached 57.54% and 4,000 homes on 14-06-2021, for $500.” Rồi bà cười.',
  'The province spent $500 on 4,000 homes and 57.54% of it went to roads.',
  'chip M2, iPhone 15, iOS 17.5, IELTS 6.5, Windows 11, Boeing 737-800, virus A/H5N1, CO2, PM2.5',
  'ca dao: “Một cây làm chẳng nên non”; ISBN 978-604-1-12345-6; số 01/2020; tập 3.2',
  'Năm 2019, tỉnh Bắc Kạn có tám huyện. Giai đoạn 2016-2020, UBND huyện Ba Bể giữ rừng.',
  'tỉnh Bắc Kạn cũ, tỉnh Bắc Kạn (cũ), UBND huyện Ba Bể cũ, nguyên Chủ tịch UBND huyện Ba Bể',
  'Ở tỉnh Hà Nam (Trung Quốc), tỉnh Hà Nam của Trung Quốc; tỉnh Hà Nam Ninh xưa; tỉnh Quảng Nam - Đà Nẵng',
  'phường Bắc Kạn, tỉnh Thái Nguyên; xã Ba Bể; sông Hậu Giang; đường Bình Dương; trên Thái Bình Dương',
  'sáp nhập tỉnh Bắc Kạn và tỉnh Thái Nguyên thành một tỉnh',
])('nothing is found in: %s', (text) => {
  expect(found(text)).toEqual([]);
});

test('a story of before the mergers keeps the names of its day', () => {
  const text = 'Đảng bộ tỉnh Bắc Kạn và UBND huyện Ba Bể họp.';
  expect(found(text, { day: '2021-06-14' })).toEqual([]);
  expect(found(text, { day: '2025-06-30' })).toEqual([]);
  expect(found(text, { day: '2025-07-01' })).toHaveLength(2);
});

test('an English story has nothing to do with Vietnamese rules', () => {
  expect(found('tỉnh Bắc Kạn, 57.54%, 30 m2, 500 VND, Chính Phủ', { language: 'en' })).toEqual([]);
});

test('what a rule writes is right by every rule', () => {
  const text =
    'Tỉnh Bắc Kạn chi 3700 tỷ VNĐ, tăng 57.54 %, cho 4,000 hộ, 12 Km, 30m2, ngày 14-06-2026; Chủ Tịch Ủy Ban Nhân Dân; $500.';
  let now = text;
  for (let round = 0; round < 2; round += 1)
    for (const { from, to, instead } of findStyle(
      { text: now, language: 'vi', day: '2026-11-27' },
      file.rules,
    ).reverse())
      if (instead !== null) now = now.slice(0, from) + instead + now.slice(to);
  expect(now).toBe(
    'Tỉnh Thái Nguyên (Bắc Kạn cũ) chi 3.700 tỷ đồng, tăng 57,54%, cho 4.000 hộ, 12 km, 30m², ngày 14/06/2026; Chủ tịch Ủy ban nhân dân; 500 USD.',
  );
  expect(found(now)).toEqual([]);
});

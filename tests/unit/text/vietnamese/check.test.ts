import { expect, test } from 'vitest';
import { checkSpelling, type SpellingRules } from '../../../../story/text/vietnamese/check.ts';

const ENGLISH = new Set(['online', 'video', 'internet', 'hot', 'software', 'boss', 'was', 'has']);
const rules: SpellingRules = {
  placement: null,
  isLearnt: (word) => word === 'Pleiku',
  isForeign: (word) => ENGLISH.has(word),
};
const found = (text: string, more: Partial<SpellingRules> = {}) =>
  checkSpelling(text, { ...rules, ...more }).map(({ word, suggestions }) => [word, suggestions[0]]);

test.each([
  'Thành phố Bắc Kạn đang nỗ lực thi đua đưa Nghị quyết của Đảng vào cuộc sống./.',
  'Đồng bào ở Đắk Lắk, Pác Nặm và Bản Thi; xã Krông Pắc. Pleiku mưa. Ông Nguyễn Văn Út (62 tuổi) cười.',
  'UBND tỉnh, HTX Dương Quang, TP.HCM, GDP, U23 Việt Nam, khổ A4, 40km/h, 5kg, m2, COVID-19, 4G.',
  'Thu 57,54%, 4.000 hộ, 3.700 tỷ đồng, ngày 14/06/2021, lúc 08:37.',
  'Xem video online trên internet tại https://nguwowif.example.vn/ddang hoặc bao@tieengs.vn, @ddang #nguwowif.',
  'Văn hóa và văn hoá, thúy và thuý, khỏe khoẻ, ủy uỷ.',
  'Môđun lôgíc, nanô, ĐTCV, HĐH, ĐT; Almería, Württemberg, Norðurland, Aydın.',
  'Rộng 12 km, nặng 5 kg, 40 kWh; sapô, v.v.',
  'Xem dh_make, /usr/bin, tệp .gz, Nội_dung1; lỗi cgi-bin.',
  'Tiếng Anh ở Pa-ki-xtan, U-crai-na, Ca-dắc-xtan; a-xit, pla-xtíc, ki-lô-gam.',
  'Đắk Lắk mưa. Krông Pắc nắng. Pác Nặm, Mường Khương, Ea H’leo, Lũng Pô, Buôn Ma Thuột.',
  'BẮC KẠN VÀ ĐẮK LẮK ĐÓN BÃO. Kạn.',
  'bđs, hđnd, sđt, vnđ; vé vip, chơi caro, bình oxi; mô-đun1, khí co2, u23.',
  'Baran vẫn chưa đi. Nori cười. Ottawa mưa. Kuwait nắng. Edward đi. Hawaii đẹp. Iowa rộng. Newman nói.',
  'Con voọc, xe goòng, cái xoong; tiền boa, xe buýt, thùng phuy, vải voan.',
  'QUTƯ, ĐUK, GD&ĐT, BTVTƯ, v.v.; vd, tp, nxb.',
  'Grrrào! Khôôôông!',
  'Món gama, hát sli, đi ôtô, đồng frăng, dấu xuyệc.',
  'iPhone, YouTube, McDonald’s, rock’n’roll.',
])('nothing is found in: %s', (text) => {
  expect(found(text)).toEqual([]);
  expect(found(text.normalize('NFD'))).toEqual([]);
});

test.each([
  ['Ông ấy ddang đi.', [['ddang', 'đang']]],
  ['nguwowif dân', [['nguwowif', 'người']]],
  ['Mùa xong. Nguwowif dân vui.', [['Nguwowif', 'Người']]],
  ['bà con tie6ng1 nói', [['tie6ng1', 'tiếng']]],
  ['Cuả tôi.', [['Cuả', 'Của']]],
  ['THÀHN PHỐ', [['THÀHN', 'THÀNH']]],
  ['hòan thành', [['hòan', 'hoàn']]],
  ['kế họach', [['họach', 'hoạch']]],
  ['voà nhà', [['voà', 'vào']]],
  ['đi vafo nhà', [['vafo', 'vào']]],
  ['d9u7o75c mùa', [['d9u7o75c', 'được']]],
  ['ngu7o72i ta', [['ngu7o72i', 'người']]],
  ['ủca dân', [['ủca', 'của']]],
  ['thaythế máy', [['thaythế', 'thay thế']]],
  ['Taị Hà Nội', [['Taị', 'Tại']]],
  ['kinh tế-xãa hội', [['xãa', 'xã']]],
  ['nhửng người', []],
  [
    'địachỉ của sốlớn',
    [
      ['địachỉ', 'địa chỉ'],
      ['sốlớn', 'số lớn'],
    ],
  ],
])('%s', (text, expected) => {
  expect(found(text)).toEqual(expected);
});

test('a name seen within a sentence is one at the start of another', () => {
  expect(found('Kảng vui. Ở Bắc Kảng mưa.')).toEqual([]);
  expect(found('Kảng vui.')).toEqual([['Kảng', 'Cảng']]);
});

test('the house’s placement is asked for where it is set', () => {
  expect(found('văn hoá, hòa bình, Thuý', { placement: 'old' })).toEqual([
    ['hoá', 'hóa'],
    ['Thuý', 'Thúy'],
  ]);
  expect(found('văn hóa', { placement: 'new' })).toEqual([['hóa', 'hoá']]);
});

test('offsets are those of the text, decomposed or not', () => {
  const text = 'Đây là hòan toàn'.normalize('NFD');
  const [finding] = checkSpelling(text, rules);
  expect(text.slice(finding?.from, finding?.to).normalize('NFC')).toBe('hòan');
});

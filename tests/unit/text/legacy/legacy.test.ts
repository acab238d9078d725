import { describe, expect, test } from 'vitest';
import { encodingOfFont, fromLegacy } from '../../../../story/text/legacy/convert.ts';
import { holdsLegacy, recogniseLegacy } from '../../../../story/text/legacy/recognise.ts';

// Every pair was typed out: left what a Windows-1252 screen shows, right what the writer wrote.
describe.each([
  [
    'tcvn3',
    'Thµnh phè B¾c K¹n ®\u00ada nghÞ quyÕt cña §¶ng vµo cuéc sèng',
    'Thành phố Bắc Kạn đưa nghị quyết của Đảng vào cuộc sống',
  ],
  ['tcvn3', 'Céng hßa x· héi chñ nghÜa ViÖt Nam', 'Cộng hòa xã hội chủ nghĩa Việt Nam'],
  ['tcvn3', '§éc lËp - Tù do - H¹nh phóc', 'Độc lập - Tự do - Hạnh phúc'],
  ['vni', 'Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam', 'Cộng hòa xã hội chủ nghĩa Việt Nam'],
  ['vni', 'Ñoäc laäp - Töï do - Haïnh phuùc', 'Độc lập - Tự do - Hạnh phúc'],
  ['vni', 'THAØNH PHOÁ ÑAØ NAÜNG', 'THÀNH PHỐ ĐÀ NẴNG'],
  ['vni', 'Ngöôøi ta ñi caáy laáy coâng', 'Người ta đi cấy lấy công'],
  ['viqr', 'Co^.ng ho`a xa~ ho^.i chu? nghi~a Vie^.t Nam', 'Cộng hòa xã hội chủ nghĩa Việt Nam'],
  ['viqr', "DDo^.c la^.p - Tu+. do - Ha.nh phu'c", 'Độc lập - Tự do - Hạnh phúc'],
  ['viqr', 'Ngu+o+`i DDa` Na(~ng', 'Người Đà Nẵng'],
  ['cp1258', 'Côòng hoÌa xaÞ hôòi chuÒ nghiÞa Viêòt Nam', 'Cộng hòa xã hội chủ nghĩa Việt Nam'],
  ['cp1258', 'Ðôòc lâòp - Týò do - Haònh phuìc', 'Độc lập - Tự do - Hạnh phúc'],
  ['utf8', 'Cá»™ng hÃ²a xÃ£ há»™i chá»§ nghÄ©a Viá»‡t Nam', 'Cộng hòa xã hội chủ nghĩa Việt Nam'],
  ['utf8', 'Ä\u0090á»™c láº\u00adp - Tá»± do - Háº¡nh phÃºc', 'Độc lập - Tự do - Hạnh phúc'],
] as const)('%s: %s', (encoding, garbled, meant) => {
  test('is converted', () => expect(fromLegacy(garbled, encoding)).toBe(meant));
  test('is recognised', () => expect(recogniseLegacy(garbled)).toBe(encoding));
  test('what was meant is left alone', () => expect(recogniseLegacy(meant)).toBeNull());
});

test.each([
  'The mayor said (on Monday) that costs would not rise. "Why?" he asked.',
  "It's what we've done: don't you think so?",
  'Đây là câu hỏi? Không. Ông Đỗ Văn Chiến (62 tuổi) nói: "Tôi đã về."',
  'Café, naïve, São Paulo, Málaga, Ñandú, Zürich, crème brûlée, Übermut, Ångström',
  'Giá 57,54% và 4.000 hộ; 3.700 tỷ đồng, 14/06/2021.',
  'xa.com, a.b.c, i+1, a^2, o(n)',
  '',
  'CO. LTD. EU. (A) (B+) (C)',
  'Électricité, façade, où',
  'Le maire a dû expliquer pourquoi la forêt, près du château, a brûlé cet été.',
  'Där på ängen växer små blå blommor.',
  "const price = (1.5 + o.x) * a['e']; // d'accord? u+0301",
  'dû',
  'aún',
  '«',
])('Unicode stays: %s', (text) => {
  expect(recogniseLegacy(text)).toBeNull();
  expect(recogniseLegacy(text.normalize('NFD'))).toBeNull();
});

test('a stop at the end of a sentence in VIQR stays one', () => {
  expect(fromLegacy('Ti`nh hi`nh o^?n ddi.nh. Ho. vui. Sao?', 'viqr')).toBe('Tình hình ổn định. Họ vui. Sao?');
});

test.each([
  ['.VnTime', { encoding: 'tcvn3', capitals: false }],
  ['".VnTimeH"', { encoding: 'tcvn3', capitals: true }],
  ['VNI-Times', { encoding: 'vni', capitals: false }],
  ['VNI Aptima', { encoding: 'vni', capitals: false }],
  ['Times New Roman', null],
  ['Vnu Arial', null],
  ['Arial', null],
] as const)('the font %s', (font, found) => {
  expect(encodingOfFont(font)).toEqual(found);
});

test('a line in an old encoding among lines in Unicode is told', () => {
  expect(holdsLegacy('Đường vào bản đã thông.\nMét n\u00adíc ViÖt Nam ®æi míi\nBà con phấn khởi.')).toBe(true);
  expect(holdsLegacy('Đường vào bản đã thông.\nBà con phấn khởi.')).toBe(false);
});

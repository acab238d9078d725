import { expect, test } from 'vitest';
import { minutesAndSeconds } from '../../../renderer/format.ts';
import { emptyStory } from '../../../story/model.ts';
import { spokenSeconds, spokenSyllables } from '../../../story/text/spoken.ts';
import { paragraph } from '../schema/editing.ts';

/** What is written, and how it is read out, a space between two syllables. */
test.each([
  ['57,54%', 'năm mươi bảy phẩy năm mươi tư phần trăm'],
  ['4.000 hộ', 'bốn nghìn hộ'],
  ['3.700 tỷ đồng', 'ba nghìn bảy trăm tỷ đồng'],
  ['14/06/2021', 'mười bốn tháng sáu năm hai nghìn không trăm hai mươi mốt'],
  ['ngày 2/9', 'ngày hai tháng chín'],
  ['08:37', 'tám giờ ba mươi bảy'],
  ['9:00', 'chín giờ'],
  ['12h30', 'mười hai giờ ba mươi'],
  ['năm 2026', 'năm hai nghìn không trăm hai mươi sáu'],
  ['1.005', 'một nghìn không trăm linh năm'],
  ['105 học sinh', 'một trăm linh năm học sinh'],
  ['110', 'một trăm mười'],
  ['1.234.567', 'một triệu hai trăm ba mươi tư nghìn năm trăm sáu mươi bảy'],
  ['2.000.000.000', 'hai tỷ'],
  ['0', 'không'],
  ['3,05', 'ba phẩy không năm'],
  ['2020-2025', 'hai nghìn không trăm hai mươi đến hai nghìn không trăm hai mươi lăm'],
  ['0209 3870', 'không hai không chín ba nghìn tám trăm bảy mươi'],
  ['57 km', 'năm mươi bảy ki lô mét'],
  ['120 km/h', 'một trăm hai mươi ki lô mét trên giờ'],
  ['12,5 ha', 'mười hai phẩy năm héc ta'],
  ['37 °C', 'ba mươi bảy độ xê'],
  ['UBND tỉnh', 'u bê en đê tỉnh'],
  ['QL3B', 'quốc lộ ba bê'],
  ['TP. Bắc Kạn', 'thành phố Bắc Kạn'],
  ['THÀNH PHỐ BẮC KẠN', 'thành phố bắc kạn'],
  ['UBND TỈNH BẮC KẠN', 'u bê en đê tỉnh bắc kạn'],
  ['Pa-ki-xtan', 'pa ki xtan'],
  ['nghiêng, khuỷu: “ngoằn ngoèo”', 'nghiêng khuỷu ngoằn ngoèo'],
  ['', ''],
])('%s', (written, read) => {
  expect(spokenSyllables(written)).toBe(read === '' ? 0 : read.split(' ').length);
  expect(spokenSyllables(written.normalize('NFD'))).toBe(spokenSyllables(written));
});

test('a story’s time to read it out: its figures take the time of their words', () => {
  const at = '2026-01-05T03:00:00.000Z';
  const story = { ...emptyStory('vi', at), body: [paragraph(Array(250).fill('một').join(' '))] };
  expect(minutesAndSeconds(spokenSeconds(story, 'vi'))).toBe('1:00');
  const figures = { ...story, body: [paragraph(Array(50).fill('57,54%').join(' '))] };
  expect(minutesAndSeconds(spokenSeconds(figures, 'vi'))).toBe('1:48');
  const english = { ...story, body: [paragraph(Array(200).fill('word').join(' '))] };
  expect(minutesAndSeconds(spokenSeconds(english, 'en'))).toBe('1:15');
  expect(minutesAndSeconds(spokenSeconds(emptyStory('vi', at), 'vi'))).toBe('0:00');
});

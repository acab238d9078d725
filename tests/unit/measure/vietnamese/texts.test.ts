import { expect, test } from 'vitest';
import {
  isUsage,
  isVietnamese,
  paragraphsOfMarkup,
  readMessage,
} from '../../../../scripts/measure/vietnamese/texts.ts';

test('markup gives its paragraphs, without code, and with the letters that entities stand for', () => {
  const page = `<html><head><title>Không đọc</title></head><body><!-- không --><h1>Đầu đề</h1>
    <p>Gõ lệnh <code>rm <b>-r</b></code> rồi <em>bấm</em> Enter &amp; ch&#x1EDD; &#7857;ng.</p><pre>mã</pre></body></html>`;
  expect(paragraphsOfMarkup(page).filter((text) => text !== '' && text !== '0')).toEqual([
    'Đầu đề',
    'Gõ lệnh 0 rồi bấm Enter & chờ ằng.',
  ]);
});

test('a message is read without what is filled in and the keys of menus', () => {
  expect(readMessage('_Lưu %d tập tin vào %1$s, {name}')).toBe('Lưu 0 tập tin vào 0, 0');
  expect(readMessage('Ti~êu đề <b>đậm</b>')).toBe('Tiêu đề  đậm ');
});

test('what nobody translated is not Vietnamese', () => {
  expect(isVietnamese('Phông chữ Times New Roman')).toBe(true);
  expect(isVietnamese('The café on the corner is closed')).toBe(false);
  expect(isVietnamese('12:30')).toBe(false);
});

test('a message that tells how a command is written is no prose', () => {
  expect(isUsage('Cách dùng: %s [TÙYCHỌN]… TẬPTIN…')).toBe(true);
  expect(isUsage('  -a, --all  hiện mọi thứ')).toBe(true);
  expect(isUsage('Không mở được tập tin “%s”')).toBe(false);
  expect(isUsage('Kinh tế - xã hội')).toBe(false);
});

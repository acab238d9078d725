import { expect, test } from 'vitest';
import { filterByName } from '../../../renderer/palette/filter.ts';

test('the palette finds commands without accents, those that begin with the query first', () => {
  const names = ['Mở tệp được gửi', 'Đăng bài', 'Thiết đặt', 'Góp ý cho đoạn đang chọn'].map((label) => ({ label }));
  expect(filterByName(names, 'dang').map(({ label }) => label)).toEqual(['Đăng bài', 'Góp ý cho đoạn đang chọn']);
  expect(filterByName(names, 'dat thiet')).toEqual([{ label: 'Thiết đặt' }]);
  expect(filterByName(names, ' ')).toHaveLength(4);
});

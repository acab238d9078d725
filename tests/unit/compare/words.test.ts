import { describe, expect, it } from 'vitest';
import { edited } from './kit.ts';

describe('an edited paragraph', () => {
  it.each([
    [
      'a syllable for a syllable',
      'Mực nước hồ Nặm Cắt đang giảm nhanh.',
      'Mực nước hồ Nặm Cắt đang giảm mạnh.',
      'Mực nước hồ Nặm Cắt đang giảm [-nhanh-]{+mạnh+}.',
    ],
    [
      'a tone alone, the whole syllable',
      'Xã Đông Phuc đã hoàn thành 19 tiêu chí.',
      'Xã Đồng Phúc đã hoàn thành 19 tiêu chí.',
      'Xã [-Đông Phuc-]{+Đồng Phúc+} đã hoàn thành 19 tiêu chí.',
    ],
    [
      'numbers whole',
      'Hồ chỉ còn 57,54% dung tích, tưới được 3.700 ha từ 08:30 ngày 14/06/2021.',
      'Hồ chỉ còn 57,45% dung tích, tưới được 3.750 ha từ 09:30 ngày 15/06/2021.',
      'Hồ chỉ còn [-57,54%-]{+57,45%+} dung tích, tưới được [-3.700-]{+3.750+} ha từ [-08:30 ngày 14/06/2021-]{+09:30 ngày 15/06/2021+}.',
    ],
    [
      'words that came in, with the space behind them',
      'Cuộc họp bàn giải pháp chống hạn.',
      'Cuộc họp trực tuyến bàn giải pháp chống hạn.',
      'Cuộc họp {+trực tuyến +}bàn giải pháp chống hạn.',
    ],
    [
      'words that went out at the end of a sentence, with the space before them',
      'Bà con trồng lúa và hoa màu. Vụ này được mùa.',
      'Bà con trồng lúa. Vụ này được mùa.',
      'Bà con trồng lúa[- và hoa màu-]. Vụ này được mùa.',
    ],
    [
      'a sentence from border to border',
      'Trời nắng to. Lúa khô.',
      'Trời nắng to. Hồ cạn nước. Lúa khô.',
      'Trời nắng to. {+Hồ cạn nước. +}Lúa khô.',
    ],
    ['a sentence at the end', 'Trời nắng to.', 'Trời nắng to. Hồ cạn nước.', 'Trời nắng to.{+ Hồ cạn nước.+}'],
    [
      'a clause of a list',
      'Tỉnh trồng hồng, quýt và mơ.',
      'Tỉnh trồng hồng, cam, quýt và mơ.',
      'Tỉnh trồng hồng, {+cam, +}quýt và mơ.',
    ],
    [
      'a lone common word between two replaced ones joins them',
      'Giá gạo tăng 5 điểm so với quý I',
      'Giá ngô tăng 7 điểm so với quý I',
      'Giá [-gạo tăng 5-]{+ngô tăng 7+} điểm so với quý I',
    ],
    [
      'but words that came in on both sides of it do not',
      'Đoàn thăm hỏi gia đình chính sách tại xã.',
      'Đoàn công tác thăm hỏi, tặng quà gia đình chính sách tại xã.',
      'Đoàn {+công tác +}thăm hỏi{+, tặng quà+} gia đình chính sách tại xã.',
    ],
    [
      'sentence by sentence, where two are replaced',
      'Huyện có 15 xã. Dân cư sống thưa thớt. Kinh tế chủ yếu dựa vào rừng và chăn nuôi.',
      'Huyện có 15 xã. Rừng phủ kín đồi núi. Kinh tế chủ yếu dựa vào rừng và chăn nuôi.',
      'Huyện có 15 xã. [-Dân cư sống thưa thớt-]{+Rừng phủ kín đồi núi+}. Kinh tế chủ yếu dựa vào rừng và chăn nuôi.',
    ],
    [
      'punctuation alone',
      'Trời nắng to, hồ cạn nước',
      'Trời nắng to; hồ cạn nước',
      'Trời nắng to[-,-]{+;+} hồ cạn nước',
    ],
    ['a line break', 'Dòng một dòng hai', 'Dòng một\ndòng hai', 'Dòng một[- -]{+\n+}dòng hai'],
    ['all of it gone', 'Trời nắng to.', '', '[-Trời nắng to.-]'],
    ['something where nothing was', '', 'Trời nắng to.', '{+Trời nắng to.+}'],
  ])('%s', (_, before, after, expected) => {
    expect(edited(before, after)).toBe(expected);
  });

  it('is the same with letters put together in another way', () => {
    const text = 'Đảng bộ thị trấn Phủ Thông, huyện Bạch Thông';
    expect(edited(text.normalize('NFD'), text)).toBe(text);
    expect(edited(text, text.normalize('NFD'))).toBe(text);
  });

  it('never cuts a syllable in NFD', () => {
    const before = 'Họp tổ dân phố Đức Xuân tối nay'.normalize('NFD');
    const after = 'Họp tờ dân phố Đức Xuân tối nay'.normalize('NFD');
    expect(edited(before, after)).toBe('Họp [-tổ-]{+tờ+} dân phố Đức Xuân tối nay');
  });

  it('with next to nothing in common is shown as one gone and one new, not as confetti', () => {
    const before = 'Người dân thôn Nà Pài đã góp công nạo vét hai tuyến mương và dựng lại đập tạm ở đầu nguồn.';
    const after = 'Sở Công Thương cho biết giá điện và giá xăng đã ổn định trở lại ở tất cả các huyện trong tỉnh.';
    expect(edited(before, after)).toBe(`[-${before}-] | {+${after}+}`);
  });

  it('of which only a short piece was kept is still the same paragraph', () => {
    expect(
      edited('Trời nắng to. Hồ Nặm Cắt cạn nước từ đầu tháng, bà con phải bơm từ sông Cầu.', 'Trời nắng to.'),
    ).toBe('Trời nắng to.[- Hồ Nặm Cắt cạn nước từ đầu tháng, bà con phải bơm từ sông Cầu.-]');
  });
});

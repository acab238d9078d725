import { expect, test } from 'vitest';
import { hasTwoWays, readSyllable, writeSyllable } from '../../../../story/text/vietnamese/syllable.ts';

const VALID =
  `thành phố bắc đưa nghị quyết của đảng vào cuộc sống để hoàn các mục tiêu nhiệm vụ đại hội biểu bộ lần thứ kỳ đề ra đang
  nỗ lực thi đua xây dựng chương trình động hiện tạo không khí sôi nổi rộng khắp trong toàn góp phần thắng lợi đã là trung tâm
  chính trị kinh tế văn hóa xã tỉnh xác định thương mại dịch ngành mũi nhọn do đó cần triển khai giải pháp đồng phát bền vững với
  sự phấn đấu đoàn kết tâm cao quyền nhân dân được nhiều quả quan trọng trên lĩnh vực ổn quốc phòng an ninh giữ công tác thống
  vượt kế hoạch chỉ thu nhập bình quân người tăng từ triệu năm tỷ lệ hộ nghèo giảm xuống còn
  gì gìn giếng giêng già giặt giữ giường gia quý quà quốc quyển quét quằn quẹo quỳnh quýt que quẫy
  hòa hoà thúy thuý khỏe khoẻ tòa toà lũy luỹ ủy uỷ thủy thuỷ tuệ thuở huơ khuya khuỷu ngoằn ngoèo ngoẹo xoáy khoái khuấy
  yêu yến yết ý y ỷ ỉa mía múa mưa người nghiêng ghế nghe kẻ kia kiêng ngà ngọc cà cuối
  loong xoong uỵch huých luýnh uỳnh quạc ọp ẹp ướp nườm nượp lướt thướt rượu bướu hươu khuếch quều quào`
    .trim()
    .split(/\s+/);

test.each(VALID)('%s is a syllable', (text) => {
  expect(readSyllable(text)).toMatchObject({ ok: true });
});

test.each([
  ['ddang', 'rime'],
  ['fa', 'onset'],
  ['nguwowif', 'rime'],
  ['wa', 'onset'],
  ['cẻ', 'letters'],
  ['ngĩ', 'letters'],
  ['kạn', 'letters'],
  ['ghà', 'letters'],
  ['iêu', 'letters'],
  ['cac', 'tone'],
  ['hộich', 'rime'],
  ['lềt', 'tone'],
  ['gìa', 'place'],
  ['qúy', 'place'],
  ['hoàn', null],
  ['hòan', 'place'],
  ['thủơ', 'place'],
  ['của', null],
  ['cuả', 'place'],
  ['muà', 'place'],
  ['tiến', null],
  ['tíên', 'place'],
  ['hóà', 'marks'],
  ['strong', 'rime'],
  ['đắk', 'rime'],
])('%s: %s', (text, flaw) => {
  const reading = readSyllable(text);
  expect(reading.ok ? null : reading.flaw).toBe(flaw);
});

test('both places of the mark are told apart where they differ', () => {
  expect(readSyllable('hòa')).toMatchObject({ placement: 'old' });
  expect(readSyllable('hoà')).toMatchObject({ placement: 'new' });
  expect(readSyllable('quý')).toMatchObject({ placement: 'either' });
  expect(readSyllable('hoàn')).toMatchObject({ placement: 'either' });
});

test.each([
  ['hòa', 'hòa', 'hoà'],
  ['thuý', 'thúy', 'thuý'],
  ['KHOẺ', 'khỏe', 'khoẻ'],
  ['quý', 'quý', 'quý'],
  ['giếng', 'giếng', 'giếng'],
  ['gì', 'gì', 'gì'],
  ['già', 'già', 'già'],
  ['khuỷu', 'khuỷu', 'khuỷu'],
  ['ngoèo', 'ngoèo', 'ngoèo'],
  ['mưa', 'mưa', 'mưa'],
  ['múa', 'múa', 'múa'],
  ['người', 'người', 'người'],
])('%s is written %s in the old way, %s in the new', (text, old, fresh) => {
  const reading = readSyllable(text);
  if (!reading.ok) throw new Error(reading.flaw);
  expect(writeSyllable(reading.syllable, 'old')).toBe(old);
  expect(writeSyllable(reading.syllable, 'new')).toBe(fresh);
  expect(hasTwoWays(reading.syllable)).toBe(old !== fresh);
});

test('decomposed text reads the same', () => {
  expect(readSyllable('người'.normalize('NFD'))).toEqual(readSyllable('người'));
});

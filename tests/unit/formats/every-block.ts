import { newId } from '../../../story/ids.ts';
import { type Block, FORMATS, type Run, type Story } from '../../../story/model.ts';
import { figure, item, newsStory, paragraph } from './samples.ts';

const runs = (...parts: (Run | string)[]): Run[] => parts.map((one) => (typeof one === 'string' ? { text: one } : one));
const embed = (url: string, caption = ''): Block => ({ id: newId(), type: 'embed', url, caption });
const words = (type: 'quote' | 'pullquote' | 'attribution', ...parts: (Run | string)[]): Block => ({
  ...{ id: newId(), type, runs: runs(...parts) },
});
const boxed = (...blocks: Block[]): Block[] => blocks.map((block) => ({ ...block, box: true }));

/** A story with every kind of block, each in every form that it may take. */
export function everyBlock(): Story {
  const story = newsStory();
  story.body = [
    paragraph(...FORMATS.map((format) => ({ text: `${format} `, [format]: true }))),
    paragraph('Dòng một\nDòng hai, ', { text: 'có liên kết', link: 'https://a.vn/?x=1&y=2', bold: true }, '.'),
    paragraph(),
    paragraph('   '),
    paragraph('https://www.youtube.com/watch?v=chi-la-chu'),
    paragraph('[gallery ids="1"] <!-- wp:html --> --> & < >'),
    { id: newId(), type: 'heading', level: 2, runs: runs('Mục ', { text: 'một', italic: true }) },
    { id: newId(), type: 'heading', level: 3, runs: runs('Mục hai') },
    ...[item('bullet', 0, 'một'), item('bullet', 1, 'hai'), item('number', 2, 'ba'), item('bullet', 0, 'bốn')],
    ...[item('number', 0, 'năm'), item('bullet', 1, 'sáu'), item('number', 1, 'bảy'), item('number', 0, '')],
    ...[words('quote', 'Lời nói\nxuống dòng'), words('attribution', 'Bà Đặng Thị Hòa')],
    words('quote', 'Lời không tên'),
    ...[words('pullquote', 'Lời to'), words('attribution', { text: 'Ông Hà Văn Lường', bold: true })],
    words('pullquote', 'Lời to không tên'),
    words('attribution', 'Tên không lời'),
    { id: newId(), type: 'divider' },
    figure(),
    figure({ caption: 'Cùng một ảnh, lời khác', credit: '' }),
    figure({ caption: '', credit: '', alt: '' }),
    ...[figure({ gallery: true, columns: 3, galleryCaption: 'Cả <bộ> ảnh' }), figure({ gallery: true })],
    paragraph('giữa hai bộ'),
    ...[figure({ gallery: true }), figure({ gallery: true }), figure({ gallery: true })],
    table(true, true, 'Giá hồng', [
      ['Xã', 'Giá'],
      ['Bản Thi', '35.000\nđồng'],
      ['', ''],
    ]),
    table(true, false, '', [['Chỉ có đầu']]),
    table(false, false, '', [['a', 'b']]),
    embed('https://www.youtube.com/watch?v=hong&t=1--2', 'Mùa hồng <3'),
    ...['https://vimeo.com/12', 'https://x.com/bao/status/12', 'https://www.tiktok.com/@bao/video/12'].map((url) =>
      embed(url),
    ),
    ...['https://open.spotify.com/track/12', 'https://soundcloud.com/bao/bai', 'https://dai.ly/x1'].map((url) =>
      embed(url),
    ),
    ...['https://maps.app.goo.gl/BanThi', 'https://www.facebook.com/bao/posts/12'].map((url) => embed(url)),
    embed('https://a.vn/bai--viet', 'Trang khác'),
    ...boxed(
      { id: newId(), type: 'heading', level: 3, runs: runs('Trong hộp') },
      paragraph('Hộp có mọi thứ'),
      ...[item('bullet', 0, 'một'), item('bullet', 1, 'hai'), words('quote', 'Lời'), words('attribution', 'Tên')],
      ...[figure({ gallery: true }), figure({ gallery: true }), figure()],
      table(true, false, 'Bảng', [['a'], ['b']]),
      { id: newId(), type: 'divider' },
    ),
    paragraph('Hết'),
  ];
  return story;
}

const table = (header: boolean, headerColumn: boolean, caption: string, rows: string[][]): Block => ({
  ...{ id: newId(), type: 'table', header, caption, rows },
  ...(headerColumn && { headerColumn: true }),
});

// Stories for the tests of the outgoing formats: a news story of our own, and generators of hostile ones.
import fc from 'fast-check';
import { newId } from '../../../story/ids.ts';
import {
  type Block,
  emptyFields,
  emptyStory,
  FIELD_NAMES,
  type FieldName,
  type Figure,
  FORMATS,
  type Run,
  type Story,
} from '../../../story/model.ts';
import { embeds, tables } from '../schema/bodies.ts';

export const PHOTO = 'ab'.repeat(32);
const at = '2026-03-05T02:30:00.000Z';

export const figure = (fields: Partial<Figure> = {}): Figure => ({
  id: newId(),
  type: 'figure',
  photo: PHOTO,
  width: 3000,
  height: 2000,
  caption: 'Nông dân xã Bản Thi thu hoạch hồng không hạt.',
  credit: 'Ảnh: Trần Thị Bích Phượng',
  copyright: '© Báo Bắc Kạn 2026',
  alt: 'Hai người đội nón hái quả hồng trên sườn đồi',
  unchecked: ['credit'],
  ...fields,
});
export const paragraph = (...runs: (Run | string)[]): Block => ({
  id: newId(),
  type: 'paragraph',
  runs: runs.map((run) => (typeof run === 'string' ? { text: run } : run)),
});
export const item = (list: 'bullet' | 'number', indent: number, text: string): Block => ({
  id: newId(),
  type: 'listItem',
  list,
  indent,
  runs: [{ text }],
});

/** A news story with every kind of block, and with marks of review that no reader may see. */
export function newsStory(): Story {
  const story = emptyStory('vi', at);
  const thread = newId();
  story.status = 'approved';
  story.approval = { hash: 'cd'.repeat(32), by: 'KHOA-DUYET', name: 'Người Duyệt Bí Mật', at };
  story.fields = {
    ...emptyFields(),
    kicker: 'Nông nghiệp',
    headline: 'Hồng không hạt được mùa, được giá',
    standfirst: 'Vụ hồng năm nay, nông dân vùng cao thu về hơn 3.700 tỷ đồng, tăng 57,54% so với năm trước.',
    place: 'Bắc Kạn',
    date: '08:37, 14/06/2021',
    byline: 'Hoàng Văn Đức',
    closingMark: './.',
    section: 'Kinh tế',
    tags: 'hồng không hạt, Bản Thi',
  };
  story.body = [
    paragraph('Sáng 14/6, tại xã Bản Thi, ', { text: '4.000 hộ', bold: true }, ' ra vườn từ sớm.'),
    { id: newId(), type: 'heading', level: 2, runs: [{ text: 'Giá tăng từng ngày' }] },
    paragraph(
      { text: 'Thương lái trả ' },
      { text: '35.000 đồng/kg', threads: [thread] },
      { text: ', theo ' },
      { text: 'Sở Nông nghiệp', link: 'https://snn.example.vn/tin?a=1&b=2', italic: true },
      { text: '.\nCó nơi còn cao hơn.' },
    ),
    figure(),
    item('bullet', 0, 'Pác Nặm: 1.200 ha'),
    item('bullet', 1, 'Nghiên Loan: 300 ha'),
    item('number', 0, 'Chọn giống'),
    item('number', 0, 'Chăm sóc'),
    { id: newId(), type: 'heading', level: 3, runs: [{ text: 'Lời người trồng' }] },
    { id: newId(), type: 'quote', runs: [{ text: '“Chưa năm nào vui như năm nay” – bà Đặng Thị Hòa nói.' }] },
    { id: newId(), type: 'divider' },
    {
      id: newId(),
      type: 'table',
      header: true,
      headerColumn: true,
      caption: 'Giá hồng tại vườn',
      rows: [
        ['Xã', 'Diện tích (ha)', 'Giá (đồng/kg)'],
        ['Bản Thi', '1.200', '35.000'],
        ['Nghiên Loan', '300', ''],
      ],
    },
    { id: newId(), type: 'embed', url: 'https://www.youtube.com/watch?v=hong&t=1--2', caption: 'Mùa hồng ở Bản Thi' },
    { id: newId(), type: 'embed', url: 'https://maps.app.goo.gl/BanThi', caption: '' },
    paragraph('Huyện phấn đấu đến năm 2030 đạt 5,34 triệu cây.'),
    paragraph(),
  ];
  story.threads[thread] = {
    id: thread,
    kind: 'comment',
    anchor: { block: story.body[2]!.id },
    words: 'LỜI ĐƯỢC NHẬN XÉT',
    comments: [{ id: newId(), by: 'KHOA-BTV', name: 'Biên Tập Bí Mật', at, text: 'NHẬN XÉT NỘI BỘ' }],
    resolved: false,
  };
  return story;
}
/** What of newsStory() no reader may see. */
export const SECRETS = ['Bí Mật', 'NHẬN XÉT', 'KHOA-', 'approved', 'unchecked', 'threads', 'cd'.repeat(32)];

const NASTY = [
  '<script>alert(1)</script>',
  '</script>',
  '</style>',
  '</title>',
  ']]>',
  '-->',
  '<!--',
  '<!-- wp:html --><img src=x onerror=alert(1)><!-- /wp:html -->',
  '&amp;',
  '&lt;b&gt;',
  '&#60;',
  '&nbsp;',
  '"',
  "'",
  '" onmouseover="x',
  '[gallery ids="1"]',
  'https://www.youtube.com/watch?v=1',
  '<br>',
  '</p>',
  '</li></ul>',
  '\u202e',
  'שלום',
  'مرحبا',
  '👨‍👩‍👧',
  '🇻🇳',
  'Đảng bộ'.normalize('NFD'),
  'Thúy Hòa',
  '57,54%',
  '3.700 tỷ đồng',
  '\n',
  ' ',
  '\u00a0',
  '--',
  '{"a":1}',
  '\\u003c',
  '$&',
  './.',
  '\t',
];
/** Text made to break out of its place in some format. */
export const hostileText = fc
  .array(fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...NASTY) }, fc.string({ unit: 'grapheme', maxLength: 8 })), {
    maxLength: 6,
  })
  .map((parts) => parts.join(''));

const link = fc.option(
  fc.constantFrom('https://a.vn/?x=1&y="2"', 'mailto:a@b.vn', 'javascript:alert(1)', 'http://a.vn/[gallery]'),
  { nil: undefined },
);
const run: fc.Arbitrary<Run> = fc
  .record({ text: hostileText, formats: fc.subarray([...FORMATS, 'check'] as const), link })
  .map(({ text, formats, link: url }) => ({
    text,
    ...Object.fromEntries(formats.map((format) => [format, true as const])),
    ...(url && { link: url }),
  }));
const runs = fc.array(run, { maxLength: 4 });
const id = fc.constant(null).map(() => newId());
const figures: fc.Arbitrary<Block> = fc
  .record({ caption: hostileText, credit: hostileText, copyright: hostileText, alt: hostileText })
  .map((fields) => figure(fields));
const block: fc.Arbitrary<Block> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ id, type: fc.constant('paragraph' as const), runs }) },
  fc.record({ id, type: fc.constant('heading' as const), level: fc.constantFrom(2 as const, 3 as const), runs }),
  fc.record({ id, type: fc.constantFrom('quote' as const, 'pullquote' as const, 'attribution' as const), runs }),
  {
    weight: 3,
    arbitrary: fc.record({
      id,
      type: fc.constant('listItem' as const),
      list: fc.constantFrom('bullet' as const, 'number' as const),
      indent: fc.integer({ min: 0, max: 6 }),
      runs,
    }),
  },
  figures,
  fc.record({ id, type: fc.constant('divider' as const) }),
  fc.tuple(id, fc.oneof(tables(hostileText), embeds(hostileText))).map(([id, made]) => ({ id, ...made })),
);
/** Stories of hostile text in every place. */
export const hostileStory: fc.Arbitrary<Story> = fc
  .record({
    fields: fc.record({
      ...(Object.fromEntries(FIELD_NAMES.map((name) => [name, hostileText])) as Record<FieldName, typeof hostileText>),
      closingMark: fc.constantFrom('', './.', '(Hết)', '</p>'),
    }),
    body: fc.array(block, { maxLength: 8 }),
  })
  .map((made) => ({ ...emptyStory('vi', at), ...made }));

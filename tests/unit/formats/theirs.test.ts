import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { publishedPart, storyHash } from '../../../story/canonical.ts';
import { theirStory } from '../../../story/formats/theirs/index.ts';
import { storyToWordPress } from '../../../story/formats/wordpress/index.ts';
import { newId } from '../../../story/ids.ts';
import { type Block, type Figure, plainText, type Story, storySchema } from '../../../story/model.ts';
import { mergeStories } from '../../../story/review/merge.ts';
import { figure, hostileStory, newsStory, PHOTO, paragraph } from './samples.ts';

const photos = new Map([[PHOTO, { id: 12, url: 'https://bao.vn/hong.jpg', width: 1600, height: 1067 }]]);
type Remote = { title: string; standfirst: string; html: string };
const sent = (story: Story): Remote => {
  const { title, excerpt, content } = storyToWordPress(story, { photos });
  return { title, standfirst: excerpt, html: content };
};
const base = newsStory();
/** The published story with one thing changed on the site. */
const changed = (from: string | RegExp, to: string, story = base) => {
  const remote = sent(story);
  const html = remote.html.replace(from, to);
  expect(html).not.toBe(remote.html);
  const theirs = theirStory(story, { ...remote, html });
  expect(storySchema.parse(theirs.story)).toEqual(theirs.story);
  return theirs;
};
const ids = (story: Story): string[] => story.body.map(({ id }) => id);
const textOf = (block: Block | undefined): string => (block && 'runs' in block ? plainText(block.runs) : '');
/** What differs from the published story: blocks by their number, and fields. */
const differs = (story: Story, from = base) => ({
  blocks: story.body.flatMap((block, at) => (JSON.stringify(block) === JSON.stringify(from.body[at]) ? [] : [at])),
  fields: Object.entries(story.fields).filter(([name, text]) => text !== from.fields[name as 'headline']),
});

test('a story that nobody changed on the site comes back as it was published, to the letter', () => {
  expect(theirStory(base, sent(base))).toEqual({ story: base, left: [] });
  const gallery = {
    ...base,
    body: [figure({ gallery: true }), figure({ gallery: true, alt: 'x', galleryCaption: 'Chung' }), ...base.body],
  };
  expect(theirStory(gallery, sent(gallery))).toEqual({ story: gallery, left: [] });
});

test('so does any story: nothing that readers see is another, and nothing else is lost', () => {
  fc.assert(
    fc.property(hostileStory, (story) => {
      const theirs = theirStory(story, sent(story));
      expect(theirs.story.body).toEqual(story.body.length > 0 ? story.body : [expect.objectContaining({ runs: [] })]);
      expect(theirs.story.threads).toEqual(story.threads);
    }),
  );
});

describe('what was changed is changed, in its block, and nothing else', () => {
  test('words, with the marks that no reader sees on the others', () => {
    const { story } = changed('35.000 đồng/kg', '35.500 đồng/kg');
    expect(differs(story)).toEqual({ blocks: [2], fields: [] });
    expect(textOf(story.body[2])).toBe('Thương lái trả 35.500 đồng/kg, theo Sở Nông nghiệp.\nCó nơi còn cao hơn.');
    const [, thread] = (story.body[2] as { runs: { text: string; threads?: string[] }[] }).runs;
    expect(JSON.stringify(story.body[2])).toContain(Object.keys(base.threads)[0]);
    expect(thread).toBeDefined();
  });

  test('bold, a link, an unsafe link, and markup that no story has', () => {
    const { story } = changed(
      '<strong>4.000 hộ</strong>',
      '<b onclick="x()">4.000</b> <a href="https://x.vn/">hộ</a> <a href="javascript:x">a</a><script>y</script>',
    );
    expect(story.body[0]).toMatchObject({
      id: base.body[0]!.id,
      runs: [
        { text: 'Sáng 14/6, tại xã Bản Thi, ' },
        { text: '4.000', bold: true },
        { text: ' ' },
        { text: 'hộ', link: 'https://x.vn/' },
        { text: ' a' },
      ],
    });
    expect(JSON.stringify(story)).not.toMatch(/javascript|onclick|<b/);
  });

  test('a paragraph made a heading, a heading another level, a list item', () => {
    expect(changed('<h2>Giá tăng từng ngày</h2>', '<p>Giá tăng từng ngày</p>').story.body[1]).toMatchObject({
      id: base.body[1]!.id,
      type: 'paragraph',
    });
    expect(changed('<h2>Giá', '<h4>Giá').story.body[1]).toMatchObject({ type: 'heading', level: 3 });
    const item = changed('Pác Nặm: 1.200 ha', 'Pác Nặm: 1.300 ha').story;
    expect([differs(item).blocks, textOf(item.body[4])]).toEqual([[4], 'Pác Nặm: 1.300 ha']);
  });

  test('caption, credit and alt text of a photo, which stays', () => {
    const { story } = changed('thu hoạch hồng không hạt.', 'hái hồng.');
    expect(differs(story).blocks).toEqual([3]);
    expect(story.body[3]).toEqual({ ...base.body[3], caption: 'Nông dân xã Bản Thi hái hồng.' });
    expect(changed('Trần Thị Bích Phượng', 'T.T.B.P.').story.body[3]).toEqual({
      ...base.body[3],
      credit: 'Ảnh: T.T.B.P.',
    });
    expect(changed('trên sườn đồi', '').story.body[3]).toEqual({
      ...base.body[3],
      alt: 'Hai người đội nón hái quả hồng',
    });
    const own = base.body[3] as Figure;
    expect(changed(/<figcaption class="wp-element-caption">Nông dân.*?<\/figcaption>/, '').story.body[3]).toEqual({
      ...own,
      caption: '',
      credit: '',
    });
  });

  test('a cell, a row, a table’s caption, a card’s', () => {
    const table = base.body.findIndex(({ type }) => type === 'table');
    expect(changed('>35.000<', '>36.000<').story.body[table]).toMatchObject({
      rows: [{}, ['Bản Thi', '1.200', '36.000'], {}],
    });
    const row = changed('</tbody>', '<tr><td>Yên Thượng</td><td>80</td><td>34.000</td></tr></tbody>').story;
    expect(row.body[table]).toMatchObject({
      id: base.body[table]!.id,
      rows: [{}, {}, {}, ['Yên Thượng', '80', '34.000']],
    });
    expect(changed('Giá hồng tại vườn', 'Giá tại vườn').story.body[table]).toMatchObject({ caption: 'Giá tại vườn' });
    expect(changed('Mùa hồng ở Bản Thi', 'Mùa hồng').story.body[table + 1]).toMatchObject({
      type: 'embed',
      caption: 'Mùa hồng',
    });
  });

  test('headline, standfirst, place and date, byline', () => {
    const remote = sent(base);
    const fields = (theirs: Remote) => differs(theirStory(base, theirs).story);
    expect(fields({ ...remote, title: 'Hồng được mùa' })).toEqual({
      blocks: [],
      fields: [['headline', 'Hồng được mùa']],
    });
    expect(fields({ ...remote, standfirst: 'Sa-pô &amp; khác' })).toEqual({
      blocks: [],
      fields: [['standfirst', 'Sa-pô & khác']],
    });
    const html = (from: string, to: string) => fields({ ...remote, html: remote.html.replace(from, to) }).fields;
    expect(html('hơn 3.700 tỷ đồng', 'hơn 3.800 tỷ đồng')).toMatchObject([
      ['standfirst', expect.stringContaining('3.800')],
    ]);
    expect(html('Bắc Kạn, 08:37', 'Thái Nguyên, 08:37')).toEqual([['place', 'Thái Nguyên']]);
    expect(html('08:37, 14/06/2021', '15/06/2021')).toEqual([['date', '15/06/2021']]);
    expect(html('Nông nghiệp ·', 'Kinh tế ·')).toEqual([['kicker', 'Kinh tế']]);
    expect(html('Hoàng Văn Đức', 'Hoàng Văn Đức – Hà Lan')).toEqual([['byline', 'Hoàng Văn Đức – Hà Lan']]);
    const web = { ...base, fields: { ...base.fields, headlineWeb: 'Tít web' } };
    expect(differs(theirStory(web, { ...sent(web), title: 'Tít khác' }).story, web).fields).toEqual([
      ['headlineWeb', 'Tít khác'],
    ]);
  });

  test('the closing mark is not taken for text', () => {
    const { story } = changed('đạt 5,34 triệu cây', 'đạt 5,35 triệu cây');
    expect(textOf(story.body.at(-2))).toBe('Huyện phấn đấu đến năm 2030 đạt 5,35 triệu cây.');
  });
});

describe('what was added, taken away and moved', () => {
  test('a new paragraph, in its place, in the box where that is one', () => {
    const { story } = changed('<h2>', '<p>Theo <i>ngành</i> nông nghiệp, vụ sau còn hơn.</p><h2>');
    expect(textOf(story.body[1])).toBe('Theo ngành nông nghiệp, vụ sau còn hơn.');
    expect(story.body[1]).toMatchObject({ type: 'paragraph', runs: [{}, { italic: true }, {}] });
    expect(ids(story).toSpliced(1, 1)).toEqual(ids(base));
    const boxed = {
      ...base,
      body: [
        { ...paragraph('Trong khung một'), box: true as const },
        { ...paragraph('Trong khung hai'), box: true as const },
      ],
    };
    expect(changed('<p>Trong khung hai', '<p>Xen vào đây</p><p>Trong khung hai', boxed).story.body[1]).toMatchObject({
      box: true,
    });
  });

  test('a paragraph that is gone, and one that was moved', () => {
    const gone = changed(/<p>Sáng 14[\s\S]*?<\/p>/, '').story;
    expect(ids(gone)).toEqual(ids(base).slice(1));
    const [moved = ''] = /<p>Sáng 14[\s\S]*?<\/p>/.exec(sent(base).html) ?? [];
    const html = sent(base).html.replace(moved, '').replace('<hr', `${moved}<hr`);
    const there = theirStory(base, { ...sent(base), html }).story;
    expect(new Set(ids(there))).toEqual(new Set(ids(base)));
    expect(ids(there).indexOf(base.body[0]!.id)).toBe(base.body.findIndex(({ type }) => type === 'divider') - 1);
  });

  test('a photo and a frame that only the site has are told, and not lost without a word', () => {
    const { story, left } = changed(
      '<h2>',
      '<figure><img src="https://bao.vn/khac.jpg" alt="Khác"></figure><video src="/phim.mp4"></video><h2>',
    );
    expect(left).toEqual(['https://bao.vn/khac.jpg', '<video> /phim.mp4']);
    expect(differs(story)).toEqual({ blocks: [], fields: [] });
  });
});

test('what a colleague has only suggested stays suggested', () => {
  const id = newId();
  const suggestions = { [id]: { id, kind: 'insertion' as const, by: 'K', name: 'B', at: base.createdAt } };
  const story: Story = {
    ...base,
    suggestions,
    body: [paragraph('Hồng được mùa', { text: ' lớn', suggestions: [id] }, ' năm nay.')],
  };
  const theirs = changed('năm nay.', 'vụ này.', story).story;
  expect(theirs.body[0]).toMatchObject({
    runs: [{ text: 'Hồng được mùa' }, { text: ' lớn', suggestions: [id] }, { text: ' vụ này.' }],
  });
});

describe('merged with what was changed on the desk meanwhile', () => {
  const ours = {
    ...base,
    body: base.body.with(0, {
      ...base.body[0]!,
      ...paragraph('Sáng 14/6, tại xã Bản Thi, 4.000 hộ ra vườn từ rất sớm.'),
      id: base.body[0]!.id,
    } as Block),
  };
  const late = {
    ...ours,
    body: ours.body.with(0, {
      ...ours.body[0]!,
      runs: [{ text: 'Sáng 14/6, tại xã Bản Thi, 4.000 hộ ra vườn từ khuya.' }],
    } as Block),
  };
  const info = { theirName: 'Báo Bắc Kạn', at: base.createdAt };

  test('both changes are in it, and publishing it sends both', () => {
    const theirs = changed('35.000 đồng/kg', '35.500 đồng/kg').story;
    const { story, conflicts } = mergeStories(base, ours, theirs, info);
    expect(conflicts).toEqual([]);
    const { content } = storyToWordPress(story, { photos });
    expect(content).toContain('từ rất sớm');
    expect(content).toContain('35.500 đồng/kg');
    expect(storyHash(story)).not.toBe(storyHash(base));
  });

  test('the same words changed by both: both stay, and a person is asked', () => {
    const theirs = changed('từ sớm', 'từ tờ mờ').story;
    const { story, conflicts } = mergeStories(base, late, theirs, info);
    expect(conflicts).toHaveLength(1);
    expect(textOf(story.body[0])).toMatch(/khuya.*tờ mờ/);
  });

  test('nothing changed on the site: the desk’s story, as it is', () => {
    const { story } = mergeStories(base, ours, theirStory(base, sent(base)).story, info);
    expect(publishedPart(story)).toEqual(publishedPart(ours));
  });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canceledSuperdesk, storyToSuperdesk } from '../../../story/formats/ninjs/superdesk.ts';
import type { Story } from '../../../story/model.ts';
import { photoKey } from '../../../story/photo/recipe.ts';
import { figure, hostileStory, newsStory, paragraph, SECRETS } from './samples.ts';
import { superdeskProblems } from './superdesk-item.ts';

const photo = {
  ...{ href: 'https://tin.example.vn/assets/ab', media: 'ab', contentType: 'image/jpeg', width: 1600, height: 1067 },
  ...{ size: 300_000, sourceType: 'http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia' },
};
const photosOf = (story: Story) =>
  new Map(story.body.flatMap((block) => (block.type === 'figure' ? [[photoKey(block), photo] as const] : [])));
const about = { guid: 'urn:uuid:018f2f3e-0000-7000-8000-000000000000', version: '1772757000000' };
const versionCreated = '2026-03-06T00:30:00.456Z';
// biome-ignore lint/suspicious/noExplicitAny: the test reads JSON as a receiver would, without our types
const superdesk = (story: Story, more = {}): any =>
  JSON.parse(
    JSON.stringify(storyToSuperdesk(story, { ...about, versionCreated, photos: photosOf(story), ...more }).item),
  );

test('a news story in Superdesk’s dialect', () => {
  const story = newsStory();
  const { body_html, associations, ...rest } = superdesk(story);
  expect(rest).toMatchObject({
    ...about,
    type: 'text',
    profile: 'text-photo',
    pubstatus: 'usable',
    versioncreated: '2026-03-06T00:30:00+0000',
    language: 'vi',
    headline: 'Hồng không hạt được mùa, được giá',
    slugline: 'hong-khong-hat-duoc-mua-duoc-gia',
    byline: 'Hoàng Văn Đức',
    located: 'Bắc Kạn',
    description_text: story.fields.standfirst,
    keywords: ['hồng không hạt', 'Bản Thi'],
    subject: [
      { code: 'hong-khong-hat', name: 'hồng không hạt' },
      { code: 'ban-thi', name: 'Bản Thi' },
    ],
    service: [{ code: 'kinh-te', name: 'Kinh tế' }],
    extra: { kicker: 'Nông nghiệp', dateline: 'Bắc Kạn, 08:37, 14/06/2021' },
  });
  expect(Object.keys(associations)).toEqual(['featuremedia', 'editor_0']);
  expect(associations.featuremedia).toEqual(associations.editor_0);
  expect(associations.editor_0).toMatchObject({
    type: 'picture',
    description_text: 'Nông dân xã Bản Thi thu hoạch hồng không hạt.',
    body_text: 'Hai người đội nón hái quả hồng trên sườn đồi',
    byline: 'Ảnh: Trần Thị Bích Phượng',
    copyrightnotice: '© Báo Bắc Kạn 2026',
    digitalsourcetype: { name: 'trainedAlgorithmicMedia' },
    renditions: { original: { media: 'ab', href: photo.href, mimetype: 'image/jpeg', width: 1600, height: 1067 } },
  });
  expect(body_html).toMatch(
    /<!-- EMBED START Image \{id: "editor_0"\} -->\n<figure><img src="https:\/\/tin[\s\S]*<!-- EMBED END Image \{id: "editor_0"\} -->/,
  );
  const whole = JSON.stringify([rest, body_html, associations]);
  for (const secret of SECRETS) expect(whole).not.toContain(secret);
});

test('each figure is named after its place, also in a gallery and for the same photo twice', () => {
  const twice = figure({ caption: 'Lần một' });
  const story = newsStory();
  const body = [
    paragraph('<figure><img src="x"> là chữ</figure>'),
    { ...twice, gallery: true as const },
    { ...twice, id: story.id, caption: 'Lần hai', gallery: true as const },
  ];
  const { body_html, associations } = superdesk({ ...story, body });
  const marks = [...body_html.matchAll(/EMBED START Image \{id: "(editor_\d)"\}[\s\S]*?caption">([^<]*)</g)];
  expect(marks.map(([, id, caption]) => [id, caption])).toEqual([
    ['editor_0', 'Lần một'],
    ['editor_1', 'Lần hai'],
  ]);
  expect(associations.editor_1.description_text).toBe('Lần hai');
});

test('the web headline is the headline, and an hour for readers is the embargo', () => {
  const story = newsStory();
  story.fields.headlineWeb = 'Tít cho web';
  expect(superdesk(story, { embargoedUntil: '2026-03-07T01:00:00.000Z' })).toMatchObject({
    headline: 'Tít cho web',
    embargoed: '2026-03-07T01:00:00+0000',
  });
});

test('corrections are the first thing that readers meet in the text', () => {
  const story = newsStory();
  story.fields.correction = 'Đính chính: 57,54%, không phải 54,57%.\nTên đúng là Hoàng Văn <Đức>.';
  expect(superdesk(story).body_html.split('\n').slice(0, 2)).toEqual([
    '<p class="correction">Đính chính: 57,54%, không phải 54,57%.</p>',
    '<p class="correction">Tên đúng là Hoàng Văn &lt;Đức&gt;.</p>',
  ]);
});

test('what takes a story back says nothing of it', () => {
  expect(canceledSuperdesk({ ...about, versionCreated })).toEqual({
    ...{ ...about, type: 'text', pubstatus: 'canceled', versioncreated: '2026-03-06T00:30:00+0000' },
  });
});

test('whatever the story holds, the item is one that receivers take', () => {
  fc.assert(
    fc.property(hostileStory, (story) => {
      expect(superdeskProblems(superdesk(story))).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

import { existsSync, readFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { publishedPart, storyHash } from '../../../story/canonical.ts';
import { canceledNinjs, storyToNinjs } from '../../../story/formats/ninjs/index.ts';
import { newId } from '../../../story/ids.ts';
import type { Story } from '../../../story/model.ts';
import { photoKey } from '../../../story/photo/recipe.ts';
import { blockTexts } from '../blockTexts.ts';
import { parseHtml, wordsOf } from './dom.ts';
import { figure, hostileStory, newsStory, PHOTO, paragraph, SECRETS } from './samples.ts';

const href = 'https://bao.example.vn/anh/hong.jpg';
const sourceType = 'http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia';
const photos = new Map([
  [PHOTO, { href, contentType: 'image/jpeg', width: 1600, height: 1067, size: 300_000, sourceType }],
]);
const uri = 'urn:uuid:018f2f3e-0000-7000-8000-000000000000';
const versionCreated = '2026-03-06T00:00:00.000Z';
// biome-ignore lint/suspicious/noExplicitAny: the test reads JSON as a receiver would, without our types
const ninjs = (story: Story): { item: any; warnings: unknown[] } =>
  JSON.parse(JSON.stringify(storyToNinjs(story, { uri, versionCreated, photos, organisation: 'Báo Bắc Kạn' })));

test('a news story as a ninjs item', () => {
  const story = newsStory();
  const { item, warnings } = ninjs(story);
  expect(warnings).toEqual([]);
  const { bodies, associations, ...rest } = item;
  expect(rest).toEqual({
    uri,
    type: 'text',
    representationType: 'full',
    profile: 'text-photo',
    version: storyHash(story),
    firstCreated: story.createdAt,
    versionCreated,
    pubStatus: 'usable',
    language: 'vi',
    title: 'Hồng không hạt được mùa, được giá',
    slugline: 'hong-khong-hat-duoc-mua-duoc-gia',
    headlines: [
      { role: 'main', contentType: 'text/plain', value: 'Hồng không hạt được mùa, được giá' },
      { role: 'kicker', contentType: 'text/plain', value: 'Nông nghiệp' },
    ],
    descriptions: [
      { role: 'standfirst', contentType: 'text/plain', value: story.fields.standfirst },
      { role: 'dateline', contentType: 'text/plain', value: 'Bắc Kạn, 08:37, 14/06/2021' },
    ],
    subjects: [
      { name: 'Kinh tế', rel: 'section' },
      { name: 'hồng không hạt', rel: 'tag' },
      { name: 'Bản Thi', rel: 'tag' },
    ],
    by: 'Hoàng Văn Đức',
    located: 'Bắc Kạn',
    organisations: [{ name: 'Báo Bắc Kạn', rel: 'publisher' }],
    copyrightHolder: 'Báo Bắc Kạn',
    altIds: [{ role: 'story', value: story.id }],
    standard: { name: 'ninjs', version: '3.1', schema: 'http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#' },
  });
  expect(associations).toEqual([
    {
      name: 'photo-1',
      rel: 'picture',
      uri: `urn:uuid:${story.body[3]!.id}`,
      type: 'picture',
      pubStatus: 'usable',
      language: 'vi',
      descriptions: [
        { role: 'caption', contentType: 'text/plain', value: 'Nông dân xã Bản Thi thu hoạch hồng không hạt.' },
        { role: 'alt', contentType: 'text/plain', value: 'Hai người đội nón hái quả hồng trên sườn đồi' },
      ],
      by: 'Ảnh: Trần Thị Bích Phượng',
      copyrightNotice: '© Báo Bắc Kạn 2026',
      digitalSourceType: { name: 'trainedAlgorithmicMedia', uri: sourceType },
      renditions: [{ name: 'main', href, contentType: 'image/jpeg', width: 1600, height: 1067, sizeInBytes: 300_000 }],
      altIds: [{ role: 'sha256', value: PHOTO }],
    },
  ]);
  expect(bodies).toHaveLength(1);
  expect(bodies[0]).toMatchObject({ role: 'main', contentType: 'text/html' });
});

test('every headline with its role, and what the newsroom that receives it should know', () => {
  const story = newsStory();
  Object.assign(story.fields, {
    ...{ headlineWeb: 'Tít web', headlineShort: 'Tít ngắn', headlineSeo: 'Tít SEO', headlineSocial: 'Tít MXH' },
    ...{ slug: 'Hồng 2026', priority: '2', embargo: '2026-11-27T23:30:00.000Z', wordTarget: '76543' },
    correction: 'Đính chính: giá.\nĐính chính: tên.',
    ...{ sources: 'Sở Nông nghiệp\n\n TTXVN ', editorNote: 'Ảnh gửi sau.' },
  });
  const { item } = ninjs(story);
  expect(item.headlines.map(({ role, value }: { role: string; value: string }) => `${role}: ${value}`)).toEqual([
    'main: Hồng không hạt được mùa, được giá',
    'kicker: Nông nghiệp',
    'web: Tít web',
    'short: Tít ngắn',
    'seo: Tít SEO',
    'social: Tít MXH',
  ]);
  expect(item.descriptions).toContainEqual({
    role: 'correction',
    contentType: 'text/plain',
    value: 'Đính chính: tên.',
  });
  expect(item).toMatchObject({
    slugline: 'hong-2026',
    urgency: 2,
    embargoedUntil: '2026-11-27T23:30:00.000Z',
    infoSources: [{ name: 'Sở Nông nghiệp' }, { name: 'TTXVN' }],
    edNote: 'Ảnh gửi sau.',
  });
  expect(JSON.stringify(item)).not.toContain('76543');
});

test('the counts are of the body without captions', () => {
  const story = newsStory();
  story.body = [paragraph('Tăng 57,54%, đạt 3.700 tỷ đồng.'), figure()];
  expect(ninjs(story).item.bodies[0]).toMatchObject({ wordCount: 6, charCount: 31 });
});

test('a photo in two forms is two renditions, and a focal point is told in pixels of its own', () => {
  const story = newsStory();
  const recipe = { rotate: 90 as const, focal: { x: 0.25, y: 0.5 } };
  story.body = [figure(), figure({ id: newId(), recipe })];
  const main = { href: 'https://anh.vn/a.jpg', contentType: 'image/jpeg', width: 300, height: 200 };
  const turned = { ...main, href: 'https://anh.vn/b.jpg', width: 200, height: 300 };
  const photos = new Map([
    [PHOTO, main],
    [photoKey({ photo: PHOTO, recipe }), turned],
  ]);
  const { item } = storyToNinjs(story, { uri, versionCreated, photos });
  expect(item).toMatchObject({
    associations: [
      { renditions: [{ href: main.href }] },
      { renditions: [{ href: turned.href, poi: { x: 100, y: 75 } }] },
    ],
  });
});

test('what a receiver will miss is said', () => {
  const story = newsStory();
  story.fields.headline = '';
  story.body = [figure({ photo: 'ef'.repeat(32) })];
  const relative = new Map([[PHOTO, { href: 'anh/hong.jpg', contentType: 'image/jpeg', width: 3, height: 2 }]]);
  const { item, warnings } = storyToNinjs(story, { uri, versionCreated, photos: relative });
  expect(warnings.map(({ code }) => code)).toEqual(['missingHeadline', 'missingPhoto', 'relativeHref']);
  expect(item).toMatchObject({ headlines: [{ role: 'kicker' }] });
  expect(item).not.toHaveProperty('organisations');
  expect(item).toMatchObject({ associations: [expect.not.objectContaining({ renditions: expect.anything() })] });
});

test('nothing of the review is in the item, and every word of the story is', () => {
  const story = newsStory();
  const { item } = ninjs(story);
  for (const secret of SECRETS) expect(JSON.stringify(item)).not.toContain(secret);
  const seen = new Set(wordsOf(JSON.stringify(item)));
  const texts = story.body.flatMap(blockTexts);
  for (const word of wordsOf([...Object.values(story.fields), ...texts].join(' '))) expect(seen).toContain(word);
});

test('hostile text stays in its property', () => {
  fc.assert(
    fc.property(hostileStory, (story) => {
      const { item } = ninjs(story);
      const { fields, body } = publishedPart(story);
      const value = (list: { role: string; value: string }[] | undefined, role: string): string =>
        list?.find((one) => one.role === role)?.value ?? '';
      const shown = (text: string): string => (text.trim() === '' ? '' : text);
      expect(value(item.headlines, 'main')).toBe(shown(fields.headline));
      expect(value(item.descriptions, 'standfirst')).toBe(shown(fields.standfirst));
      expect(item.by ?? '').toBe(shown(fields.byline));
      const figures = body.filter((block) => block.type === 'figure');
      // biome-ignore lint/suspicious/noExplicitAny: as above
      expect((item.associations ?? []).map((one: any) => value(one.descriptions, 'caption'))).toEqual(
        figures.map((one) => shown(one.caption)),
      );
      expect(parseHtml(item.bodies[0].value).querySelector('script, style, iframe')).toBeNull();
    }),
  );
});

const schema = new URL('../../../../shared/schemas/ninjs-schema_3.1.json', import.meta.url);
test.skipIf(!existsSync(schema))('every item is valid against the ninjs 3.1 schema', () => {
  const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
  ajv.addSchema({}, 'https://geojson.org/schema/GeoJSON.json');
  const validate = ajv.compile(JSON.parse(readFileSync(schema, 'utf8')));
  const problems = (item: unknown) => (validate(item) ? [] : validate.errors);
  expect(problems({ ...ninjs(newsStory()).item, threads: {} })).not.toEqual([]);
  expect(problems(ninjs(newsStory()).item)).toEqual([]);
  const canceled = { uri, version: '1772757000000', versionCreated };
  expect(problems(canceledNinjs(canceled))).toEqual([]);
  const sent = storyToNinjs(newsStory(), { ...canceled, photos, embargoedUntil: '2026-03-07T01:00:00.000Z' }).item;
  expect(sent).toMatchObject({ version: canceled.version, embargoedUntil: '2026-03-07T01:00:00.000Z' });
  expect(problems(sent)).toEqual([]);
  fc.assert(
    fc.property(hostileStory, (story) => {
      expect(problems(ninjs(story).item)).toEqual([]);
    }),
  );
});

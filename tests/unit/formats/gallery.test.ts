import { expect, test } from 'vitest';
import { storyHash } from '../../../story/canonical.ts';
import { storyToHtml } from '../../../story/formats/html/index.ts';
import { fromWordPress, storyToWordPress } from '../../../story/formats/wordpress/index.ts';
import type { Figure } from '../../../story/model.ts';
import { parseHtml, textOf } from './dom.ts';
import { figure, newsStory, PHOTO, paragraph } from './samples.ts';

const of = (...figures: Partial<Figure>[]) => {
  const story = newsStory();
  story.body = [paragraph('Mở'), ...figures.map((one) => figure({ gallery: true, ...one })), paragraph('Kết')];
  return story;
};
const html = (story: ReturnType<typeof of>) => {
  const photos = new Map([[PHOTO, { href: 'hong.jpg', width: 1600, height: 1067 }]]);
  return parseHtml(storyToHtml(story, { photos }).html);
};
const wordpress = (story: ReturnType<typeof of>) =>
  storyToWordPress(story, {
    photos: new Map([[PHOTO, { id: 12, url: 'https://bao.example.vn/u/hong.jpg', width: 1600, height: 1067 }]]),
  }).content;

test('a gallery goes out with its columns and its caption under all of its photos', () => {
  const story = of({ columns: 3, galleryCaption: 'Mùa hồng <2026>' }, {}, {});
  const gallery = html(story).querySelector('figure.gallery-3')!;
  expect(gallery.querySelectorAll('img')).toHaveLength(3);
  expect(textOf(gallery.querySelector(':scope > figcaption')!)).toBe('Mùa hồng <2026>');
  const content = wordpress(story);
  expect(content).toContain('<!-- wp:gallery {"columns":3,"linkTo":"none"} -->');
  expect(content).toContain('class="wp-block-gallery has-nested-images columns-3 is-cropped"');
  expect(content).toContain(
    '<figcaption class="blocks-gallery-caption wp-element-caption">Mùa hồng &lt;2026&gt;</figcaption></figure>\n<!-- /wp:gallery -->',
  );
  expect(fromWordPress(content)).toContain('Mùa hồng <2026>');
});

test('two galleries that came together keep both captions, in their order', () => {
  const gallery = html(of({ galleryCaption: 'Sáng' }, {}, { galleryCaption: 'Chiều', columns: 2 })).querySelector(
    'figure.gallery-2',
  )!;
  expect(textOf(gallery.querySelector(':scope > figcaption')!)).toBe('Sáng Chiều');
});

test('a gallery that says nothing has no caption; a photo that is left alone keeps the words under all', () => {
  expect(html(of({}, {})).querySelector('figure.gallery > figcaption')).toBeNull();
  expect(html(of({})).querySelector('figure.gallery')).toBeNull();
  const alone = of({ galleryCaption: 'Chỉ một ảnh' });
  expect(html(alone).querySelector('figure.gallery > figcaption')).not.toBeNull();
  expect(wordpress(alone)).toContain('Chỉ một ảnh');
});

test('what a gallery says is part of what is approved', () => {
  const story = of({}, {});
  const changed = structuredClone(story);
  (changed.body[1] as Figure).galleryCaption = 'Mùa hồng';
  expect(storyHash(changed)).not.toBe(storyHash(story));
});

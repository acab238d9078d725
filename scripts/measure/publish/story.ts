import { readFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import sharp from 'sharp';
import { newId } from '../../../story/ids.ts';
import { parseStory } from '../../../story/migrate.ts';
import { type Block, emptyStory, type Figure, isTextBlock, type Paragraph, type Story } from '../../../story/model.ts';
import { preflight } from '../../../story/review/preflight.ts';
import { countWords } from '../../../story/text/counts.ts';
import { makeStory } from '../../../tests/bench/prose.ts';
import { type Desk, good } from '../../../tests/cms/desk.ts';
import { noise } from '../../../tests/fixtures/photo.ts';
import { hostileStory, newsStory } from '../../../tests/unit/formats/samples.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');

/** A made story with as many of the desk's photos as wanted, its paragraphs cut to `words` or a little more. */
export async function storyWithPhotos(desk: Desk, index: number, photos: number, words: number): Promise<Story> {
  const paragraphs: Paragraph[] = [];
  const made = () => ({ ...makeStory(7, index), body: paragraphs });
  for (let from = index; countWords(made()) < words; from++)
    for (const block of makeStory(7, from).body)
      if (block.type === 'paragraph' && countWords(made()) < words) paragraphs.push({ ...block, id: newId() });
  const story = made();
  const figures: Figure[] = [];
  for (let n = 0; n < photos; n++) figures.push(await figure(desk, index * 100 + n));
  const step = Math.max(1, Math.floor(paragraphs.length / (photos + 1)));
  const body = paragraphs.flatMap((block, at) => {
    const next = (at + 1) % step === 0 ? figures.shift() : undefined;
    return next ? [block, next] : [block];
  });
  const id = newId();
  const fields = { ...story.fields, headline: `${story.fields.headline} ${index}`, byline: 'Nguyễn Văn Phóng Viên' };
  return { ...story, id, fields, body: [...body, ...figures], approval: null, status: 'draft' };
}

/** A photo as a camera gives it: 18 megapixels, where nothing else is said. */
async function figure(desk: Desk, seed: number, across = 5184, down = 3456): Promise<Figure> {
  const small = await noise(across / 16, down / 16, 3, seed + 1)
    .png()
    .toBuffer();
  const bytes = await sharp(small).resize(across, down).jpeg({ quality: 90 }).toBuffer();
  const { hash, width, height } = good(await desk.media.importPhoto(`anh-${seed}.jpg`, bytes));
  return {
    ...{ id: newId(), type: 'figure', photo: hash, width, height, unchecked: [], copyright: '© Báo thử nghiệm' },
    ...{ caption: `Ruộng bậc thang ở Bản Váng, ảnh số ${seed}.`, credit: 'Ảnh: Hà Văn Lường', alt: 'Ruộng bậc thang' },
  };
}

/** How many of the stories made to break out of a format are in the sample set. */
const HOSTILE = 30;

/**
 * The sample set: the story of a first start, one with every kind of block, made news of all lengths, and stories of hostile
 * text in every place; each with real photos, and fit to be published.
 */
export async function sampleStories(desk: Desk): Promise<Story[]> {
  const sample = parseStory(JSON.parse(await readFile(path.join(ROOT, 'resources/sample/story.json'), 'utf8')));
  if (sample.kind !== 'story') throw new Error('the sample story cannot be read');
  const hostile = fc.sample(hostileStory, { numRuns: 4 * HOSTILE, seed: 7 });
  const made = Array.from({ length: 12 }, (_, index) => makeStory(11, index));
  const pictures: Figure[] = [];
  for (let n = 0; n < 4; n++) pictures.push(await figure(desk, 900 + n, 1200, 800));
  return [sample.story, newsStory(), ...made, ...hostile]
    .map((story, index) => publishable(story, index, pictures))
    .filter((story) => preflight(story).blocks.length === 0)
    .slice(0, 14 + HOSTILE);
}

/** A story with photos that are there, and with nothing that preflight holds back; the texts stay. */
function publishable(story: Story, index: number, pictures: readonly Figure[]): Story {
  const body = story.body.map((block, at): Block => {
    if (isTextBlock(block)) return { ...block, id: newId(), runs: block.runs.map(({ check: _, ...run }) => run) };
    const picture = pictures[(index + at) % pictures.length];
    if (block.type !== 'figure' || !picture) return { ...block, id: newId() };
    const { photo, width, height } = picture;
    const { recipe: _, ...figure } = block;
    return { ...figure, id: newId(), photo, width, height };
  });
  const { fields } = story;
  // No two of one headline: a site gives the second another address, and its receipt says so.
  const headline = `${fields.headline} ${index}`;
  const text: Block = { id: newId(), type: 'paragraph', runs: [{ text: `Bài mẫu số ${index}.` }] };
  return {
    ...emptyStory('vi', story.createdAt),
    fields: { ...fields, headline, embargo: '', type: '' },
    body: [text, ...body],
  };
}

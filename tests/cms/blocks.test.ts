import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compareWordPress, storyToWordPress, type WordPressPhoto } from '../../story/formats/wordpress/index.ts';
import type { Story } from '../../story/model.ts';
import { everyBlock } from '../unit/formats/every-block.ts';
import { hostileStory, newsStory, PHOTO } from '../unit/formats/samples.ts';
import { type BlockEditor, type EditorBlock, openBlockEditor } from './block-editor.ts';
import { wordPressMissing } from './wordpress.ts';

const missing = wordPressMissing();
const photo: WordPressPhoto = {
  id: 12,
  url: 'https://bao.example.vn/u/hồng--không&hạt.jpg',
  width: 1600,
  height: 1067,
};

describe.skipIf(missing)(`blocks as WordPress’s own editor reads them${missing ? ` (${missing})` : ''}`, () => {
  let editor: BlockEditor;
  beforeAll(() => {
    editor = openBlockEditor();
  });
  afterAll(() => editor?.close());

  /** Every block is the editor's own, and what the editor saves again says the same. */
  function expectValid(story: Story, photos: ReadonlyMap<string, WordPressPhoto>): EditorBlock[] {
    const { content } = storyToWordPress(story, { photos });
    const blocks = editor.read(content);
    const invalid = flat(blocks).filter(({ against }) => against !== '');
    if (invalid.length > 0) throw new Error(`${JSON.stringify(invalid, null, 1)}\nin ${content}`);
    expect(flat(blocks).map(({ name }) => name)).not.toContain('core/freeform');
    const field = { title: '', excerpt: '' };
    expect(compareWordPress({ ...field, content }, { ...field, content: editor.save(content) })).toEqual([]);
    return blocks;
  }
  const known = new Map([[PHOTO, photo]]);

  test('it tells what is not its own', () => {
    const wrong = editor.read(
      '<!-- wp:heading --><h3>x</h3><!-- /wp:heading --><!-- wp:paragraph --><div>x</div><!-- /wp:paragraph -->',
    );
    expect(wrong.map(({ against }) => against !== '')).toEqual([true, true]);
    // Of a time before list items were blocks: mended by the editor, and not to be written any more.
    expect(editor.read('<!-- wp:list --><ul><li>x</li></ul><!-- /wp:list -->')[0]!.against).not.toBe('');
  });

  test('every kind of block is what was meant', () => {
    expect(outline(expectValid(everyBlock(), known))).toEqual(OUTLINE.trim().split('\n'));
  });

  test.each([
    ['a photo that is there', known],
    ['a photo that the page is to load alone', new Map([[PHOTO, { ...photo, alone: true }]])],
    ['no photo', new Map()],
  ])('a news story, with %s', (_, photos) => {
    expectValid(newsStory(), photos);
  });

  test('whatever a person writes', () => {
    fc.assert(
      fc.property(hostileStory, fc.boolean(), (story, alone) => {
        expectValid(withPlainAlt(story), new Map([[PHOTO, { ...photo, alone }]]));
      }),
      { numRuns: 60 },
    );
  });
});

/**
 * An alt text that spells an entity ("&lt;") has no valid form: the editor writes its ampersand as it is, and would read
 * another sign out of it. Ours is written as HTML has it, so that readers get the words.
 */
const withPlainAlt = (story: Story): Story => ({
  ...story,
  body: story.body.map((block) =>
    block.type === 'figure' ? { ...block, alt: block.alt.replace(/&(?=#?\w+;)/g, '+') } : block,
  ),
});

const flat = (blocks: readonly EditorBlock[]): EditorBlock[] => blocks.flatMap((one) => [one, ...flat(one.blocks)]);

const TOLD = ['className', 'level', 'ordered', 'columns', 'providerNameSlug', 'type'];

/** One block a line, under the block that holds it, with what tells its forms apart. */
const outline = (blocks: readonly EditorBlock[], depth = 0): string[] =>
  blocks.flatMap(({ name, attributes, blocks: inner }) => {
    const told = TOLD.flatMap((key) => (attributes[key] === undefined ? [] : [String(attributes[key])]));
    return [`${'  '.repeat(depth)}${[name.replace('core/', ''), ...told].join(' ')}`, ...outline(inner, depth + 1)];
  });

const OUTLINE = `
paragraph lead
paragraph dateline
paragraph
paragraph
paragraph
paragraph
heading 2
heading 3
list false
  list-item
    list false
      list-item
        list true
          list-item
  list-item
list true
  list-item
    list false
      list-item
    list true
      list-item
quote
  paragraph
quote
  paragraph
pullquote
pullquote
separator
image
image
image
gallery 3
  image
  image
paragraph
gallery
  image
  image
  image
table
table
table
embed youtube video
embed vimeo video
embed twitter rich
embed tiktok video
embed spotify rich
embed soundcloud rich
embed dailymotion video
paragraph
paragraph
paragraph
group fact-box
  heading 3
  paragraph
  list false
    list-item
      list false
        list-item
  quote
    paragraph
  gallery
    image
    image
  image
  table
  separator
paragraph
paragraph byline
`;

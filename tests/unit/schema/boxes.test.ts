import { INSERT_PARAGRAPH_COMMAND, UNDO_COMMAND } from 'lexical';
import { expect, test } from 'vitest';
import { publishedPart, storyHash } from '../../../story/canonical.ts';
import { pageBlocks } from '../../../story/formats/blocks.ts';
import { bodyToHtml } from '../../../story/formats/html/index.ts';
import { type Block, emptyStory } from '../../../story/model.ts';
import { mergeStories } from '../../../story/review/merge.ts';
import { $toggleBox } from '../../../story/schema/box/box.ts';
import { $toggleGallery } from '../../../story/schema/figure/gallery.ts';
import type { FigureNode } from '../../../story/schema/figure/node.ts';
import { $setSelectedKind } from '../../../story/schema/kind.ts';
import { editorWith, figure, item, paragraph } from './editing.ts';

const boxed = (...blocks: Block[]): Block[] => blocks.map((block) => ({ ...block, box: true }));
const marks = (blocks: readonly Block[]) => blocks.map((block) => (block.box ? 'box' : '-')).join(' ');
const storyOf = (...body: Block[]) => ({ ...emptyStory('vi', '2026-03-05T02:30:00.000Z'), body });

test('selected blocks go into a box and out of it, and keep their ids', () => {
  const t = editorWith(paragraph('một'), item('hai'), item('ba'), paragraph('bốn'));
  const ids = t.blocks().map(({ id }) => id);
  const toggle = () =>
    t.update(() => {
      t.$select(1, 0, 2, 1);
      $toggleBox();
    });
  toggle();
  expect(marks(t.blocks())).toBe('- box box -');
  expect(t.blocks().map(({ id }) => id)).toEqual(ids);
  toggle();
  expect(marks(t.blocks())).toBe('- - - -');
});

test('words stay in their box when their block is split, retyped, or made an item and back', () => {
  const t = editorWith(paragraph('một'), ...boxed(paragraph('hai ba')), paragraph('bốn'));
  t.update(() => {
    t.$select(1, 3);
    t.editor.dispatchCommand(INSERT_PARAGRAPH_COMMAND, undefined);
  });
  expect(marks(t.blocks())).toBe('- box box -');
  for (const kind of ['heading2', 'bullet', 'quote', 'paragraph'] as const)
    t.update(() => {
      t.$select(2, 0);
      $setSelectedKind(kind);
    });
  expect(marks(t.blocks())).toBe('- box box -');
});

test('typing goes on in a box; Enter in an empty paragraph at its end leaves it', () => {
  const t = editorWith(...boxed(paragraph('một')), paragraph('hai'));
  const enter = () => t.update(() => void t.editor.dispatchCommand(INSERT_PARAGRAPH_COMMAND, undefined));
  t.update(() => t.$select(0, 3));
  enter();
  expect(marks(t.blocks())).toBe('box box -');
  enter();
  expect(marks(t.blocks())).toBe('box - -');
  t.editor.dispatchCommand(UNDO_COMMAND, undefined);
  expect(marks(t.blocks())).toBe('box box -');
});

test('a gallery is made of photos that stand together; one leaves it alone', () => {
  const t = editorWith(figure('a'), figure('b'), paragraph(), figure('c'));
  const galleries = () => t.blocks().map((block) => block.type === 'figure' && block.gallery === true);
  t.update(() => $toggleGallery(t.$at(0) as FigureNode));
  expect(galleries()).toEqual([true, true, false, false]);
  t.update(() => $toggleGallery(t.$at(1) as FigureNode));
  expect(galleries()).toEqual([true, false, false, false]);
});

test('on a page neighbours make one box and one gallery, a photo alone none', () => {
  const photo = (caption: string): Block => ({ ...figure(caption), gallery: true }) as Block;
  const body = [photo('a'), photo('b'), paragraph('c'), photo('d'), ...boxed(item('e'), paragraph('f'))];
  const blocks = pageBlocks(publishedPart(storyOf(...body)));
  expect(blocks.map(({ type }) => type)).toEqual(['gallery', 'paragraph', 'figure', 'box']);
  const { html } = bodyToHtml(storyOf(...body), new Map());
  expect(html).toContain('<aside class="box">\n<ul><li>e</li></ul>\n<p>f</p>\n</aside>');
});

test('the closing mark stands before a box that ends the story', () => {
  const story = storyOf(paragraph('một.'), ...boxed(paragraph('hai.')));
  const { html } = bodyToHtml({ ...story, fields: { ...story.fields, closingMark: './.' } }, new Map());
  expect(html).toBe('<p>một./.</p>\n<aside class="box">\n<p>hai.</p>\n</aside>');
});

test('a box is a change of what is published, none is none', () => {
  const one = paragraph('một');
  const story = storyOf(one);
  expect(storyHash({ ...story, body: boxed(one) })).not.toBe(storyHash(story));
  expect(storyHash({ ...story, body: [{ ...one, box: undefined } as Block] })).toBe(storyHash(story));
});

test('one side makes a box, the other writes in it: both are kept, and nothing is asked', () => {
  const one = paragraph('một hai');
  const photo = figure('a');
  const base = storyOf(one, photo);
  const ours = { ...base, body: boxed(one, photo) };
  const theirs = {
    ...base,
    body: [{ ...one, runs: [{ text: 'một hai ba' }] } as Block, { ...photo, caption: 'a b' } as Block],
  };
  const { story, conflicts } = mergeStories(base, ours, theirs, { theirName: 'B', at: base.createdAt });
  expect(conflicts).toEqual([]);
  expect(marks(story.body)).toBe('box box');
  expect(JSON.stringify(story.body)).toContain('một hai ba');
  expect(JSON.stringify(story.body)).toContain('a b');
});

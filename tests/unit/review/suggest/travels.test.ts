// A story with suggestions of every kind goes through everything that takes a story apart and puts it together again.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { $lexicalToBlocks, $storyToLexical, createHeadlessStoryEditor } from '../../../../story/document.ts';
import { duplicateStory } from '../../../../story/duplicate.ts';
import { cleanStory, isSound } from '../../../../story/formats/copydesk/clean.ts';
import { restoredStory, withBlocksOf } from '../../../../story/history/restore.ts';
import { applyChange, diffStories } from '../../../../story/journal.ts';
import { type Story, storySchema } from '../../../../story/model.ts';
import { asItWas, marksIn } from '../../../../story/review/suggest/views.ts';
import { AT, figure, idOf, para, story } from '../kit.ts';
import { edits, readable, start, suggestedBy } from './kit.ts';

const MARKS = [0x61, 0x62, 0x63, 0x64, 0x65].map(idOf);
const by = { by: 'ab', name: 'Lan', at: AT };
const suggestions: Story['suggestions'] = Object.fromEntries(
  (['insertion', 'deletion', 'change', 'move', 'format'] as const).map((kind, index) => {
    const id = MARKS[index]!;
    const was = kind === 'change' ? { was: { box: true } } : kind === 'format' ? { was: { bold: true } } : {};
    return [id, { id, kind, ...by, ...was, ...(kind === 'move' && { ghost: idOf(0x70) }) }];
  }),
) as Story['suggestions'];
const runs = MARKS.map((id, index) => ({ text: `từ ${index} `, suggestions: [id] }));
/** Every type of block, each with every mark, on itself and in its words. */
const all = story(
  [
    para(1, ...runs),
    { id: idOf(2), type: 'heading', level: 3, runs },
    { id: idOf(3), type: 'quote', runs, box: true },
    { id: idOf(4), type: 'attribution', runs },
    { id: idOf(5), type: 'pullquote', runs },
    { id: idOf(6), type: 'listItem', list: 'bullet', indent: 0, runs },
    { id: idOf(7), type: 'listItem', list: 'number', indent: 0, runs },
    figure(8),
    { id: idOf(9), type: 'divider' },
    { id: idOf(10), type: 'table', header: true, caption: '', rows: [['a', 'b']] },
    { id: idOf(11), type: 'embed', url: 'https://example.vn/a', caption: '' },
    { id: idOf(0x70), type: 'paragraph', runs: [] },
  ].map(({ id, ...block }) => ({ id, suggestions: MARKS, ...block })) as Story['body'],
  { suggestions },
);
const plain = (of: Story): Story => ({
  ...of,
  suggestions: {},
  body: asItWas({ ...of, suggestions: {} }).body,
});
const someone = fc
  .array(fc.record({ by: fc.constantFrom('a' as const, 'b' as const), edit: edits }), { minLength: 1, maxLength: 6 })
  .map((list) => suggestedBy(start(), list));
const stories = fc.oneof(someone, fc.constant(all));
const check = (what: (of: Story) => void) => fc.assert(fc.property(stories, what), { numRuns: 100 });

function throughEditor(of: Story): Story['body'] {
  const editor = createHeadlessStoryEditor();
  editor.update(() => $storyToLexical(of.body), { discrete: true });
  return editor.read(() => $lexicalToBlocks());
}

test('to the editor and back is the identity, for every mark on every block', () => {
  expect(storySchema.safeParse(all).error).toBeUndefined();
  check((of) => {
    expect(throughEditor(of)).toEqual(of.body);
  });
});

test('a journal’s changes bring them there and back', () => {
  check((of) => {
    for (const [from, to] of [
      [plain(of), of],
      [of, plain(of)],
      [start(), { ...of, id: start().id }],
    ] as const)
      expect(applyChange(from, JSON.parse(JSON.stringify(diffStories(from, to))))).toEqual({
        ...to,
        createdAt: from.createdAt,
      });
  });
});

test('a hand-off brings them as they are', () => {
  check((of) => {
    expect(cleanStory(of)).toEqual(of);
    expect(isSound(of)).toBe(true);
  });
});

test('a version of the history comes back with what its marks mean, whole or block by block', () => {
  check((of) => {
    const now = plain(of);
    const whole = restoredStory(now, of);
    expect([whole.body, whole.suggestions]).toEqual([of.body, of.suggestions]);
    for (const { id } of of.body) {
      const one = withBlocksOf(now, of, [id]);
      for (const mark of one.body.flatMap(marksIn)) expect(one.suggestions[mark]).toEqual(of.suggestions[mark]);
    }
  });
});

test('a new draft has the text as it was, and no mark', () => {
  check((of) => {
    const copy = duplicateStory(of, '', AT);
    expect(readable(copy.body)).toEqual(readable(asItWas(of).body));
    expect(copy.body.flatMap(marksIn)).toEqual([]);
  });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { $lexicalToBlocks, $storyToLexical, createHeadlessStoryEditor } from '../../../story/document.ts';
import { newId } from '../../../story/ids.ts';
import type { Block } from '../../../story/model.ts';
import { bodies } from './bodies.ts';

function throughEditor(body: readonly Block[]): Block[] {
  const editor = createHeadlessStoryEditor();
  editor.update(() => $storyToLexical(body), { discrete: true });
  const blocks = editor.read($lexicalToBlocks);
  editor.dispose();
  return blocks;
}

test('body -> Lexical -> body is the identity on canonical bodies', () => {
  fc.assert(
    fc.property(bodies, (body) => {
      expect(throughEditor(body)).toEqual(body);
    }),
    { numRuns: 400 },
  );
});

test('an empty body becomes one empty paragraph with an id', () => {
  const [block, ...rest] = throughEditor([]);
  expect(rest).toEqual([]);
  expect(block).toMatchObject({ type: 'paragraph', runs: [] });
  expect(block?.id).toMatch(/^[0-9a-f-]{36}$/);
});

test('runs that were not joined come back joined, and words of 300,000 characters come back whole', () => {
  const id = newId();
  const long = 'ộ'.repeat(300_000);
  const body = throughEditor([{ id, type: 'paragraph', runs: [{ text: 'a' }, { text: '' }, { text: 'b' }] }]);
  expect(body).toEqual([{ id, type: 'paragraph', runs: [{ text: 'ab' }] }]);
  const [block] = throughEditor([{ id, type: 'paragraph', runs: [{ text: long }] }]);
  if (block?.type !== 'paragraph') throw new Error('not a paragraph');
  expect(block.runs.every((run) => run.text.length <= 200_000)).toBe(true);
  expect(block.runs.map((run) => run.text).join('')).toBe(long);
});

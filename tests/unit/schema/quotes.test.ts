import { INSERT_PARAGRAPH_COMMAND } from 'lexical';
import { expect, test } from 'vitest';
import { newId } from '../../../story/ids.ts';
import type { Block } from '../../../story/model.ts';
import { $setSelectedKind } from '../../../story/schema/kind.ts';
import { editorWith, ids, paragraph, texts } from './editing.ts';

const quoted = (type: 'quote' | 'pullquote' | 'attribution', text: string): Block => ({
  id: newId(),
  type,
  runs: [{ text }],
});

test('a paragraph becomes a pull quote and back, and keeps its id and its words', () => {
  const t = editorWith(paragraph('Được mùa, được giá.'));
  const before = ids(t.blocks());
  for (const [kind, type] of [
    ['pullquote', 'pullquote'],
    ['attribution', 'attribution'],
    ['attribution', 'paragraph'],
  ] as const) {
    t.update(() => {
      t.$select(0, 0);
      $setSelectedKind(kind);
    });
    expect(t.blocks()).toMatchObject([{ type, runs: [{ text: 'Được mùa, được giá.' }] }]);
    expect(ids(t.blocks())).toEqual(before);
  }
});

test('Enter goes on in a paragraph; the words in front of the caret keep the block', () => {
  const t = editorWith(quoted('quote', 'Vui lắm'), quoted('attribution', 'Bà Mến, thôn Phiêng Lào'));
  const before = ids(t.blocks());
  t.update(() => {
    t.$select(1, 6);
    t.editor.dispatchCommand(INSERT_PARAGRAPH_COMMAND, undefined);
  });
  expect(t.blocks().map((block) => block.type)).toEqual(['quote', 'attribution', 'paragraph']);
  expect(texts(t.blocks())).toEqual(['Vui lắm', 'Bà Mến', ', thôn Phiêng Lào']);
  expect(ids(t.blocks()).slice(0, 2)).toEqual(before);
});

test('deleting at the start of a pull quote makes it a paragraph', () => {
  const t = editorWith(quoted('pullquote', 'Được giá'));
  t.update(() => {
    t.$select(0, 0);
    const node = t.$at(0);
    if ('collapseAtStart' in node) (node as { collapseAtStart(): boolean }).collapseAtStart();
  });
  expect(t.blocks()).toMatchObject([{ type: 'paragraph', runs: [{ text: 'Được giá' }] }]);
});

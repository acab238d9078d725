import { $generateNodesFromSerializedNodes } from '@lexical/clipboard';
import {
  $createParagraphNode,
  $getRoot,
  $getSelection,
  $isRangeSelection,
  DELETE_CHARACTER_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  UNDO_COMMAND,
} from 'lexical';
import { expect, test } from 'vitest';
import type { Block } from '../../../story/model.ts';
import { $setSelectedKind, type BlockKind } from '../../../story/schema/kind.ts';
import { editorWith, figure, ids, item, paragraph, texts } from './editing.ts';

test("a split's second half gets a new id, the first keeps its own", () => {
  const body = [paragraph('Bắc Kạn hôm nay'), paragraph('Kết')];
  const t = editorWith(...body);
  t.update(() => {
    t.$select(0, 7);
    t.editor.dispatchCommand(INSERT_PARAGRAPH_COMMAND, undefined);
  });
  const after = t.blocks();
  expect(texts(after)).toEqual(['Bắc Kạn', ' hôm nay', 'Kết']);
  expect(ids(after)).toEqual([body[0]?.id, expect.any(String), body[1]?.id]);
  expect(new Set(ids(after)).size).toBe(3);
});

test.each(['paragraph', 'heading2'] as const)('a %s split at its start: the words keep the id', (kind) => {
  const body = [paragraph('Bắc Kạn')];
  const t = editorWith(...body);
  t.update(() => {
    t.$select(0, 0);
    if (kind !== 'paragraph') $setSelectedKind(kind);
  });
  t.update(() => {
    t.$select(0, 0);
    t.editor.dispatchCommand(INSERT_PARAGRAPH_COMMAND, undefined);
  });
  const after = t.blocks();
  expect(texts(after)).toEqual(['', 'Bắc Kạn']);
  expect(after[1]?.id).toBe(body[0]?.id);
  expect(after[0]?.id).not.toBe(body[0]?.id);
});

test('joining keeps the first id', () => {
  const body = [paragraph('Bắc '), paragraph('Kạn')];
  const t = editorWith(...body);
  t.update(() => {
    t.$select(1, 0);
    t.editor.dispatchCommand(DELETE_CHARACTER_COMMAND, true);
  });
  expect(texts(t.blocks())).toEqual(['Bắc Kạn']);
  expect(ids(t.blocks())).toEqual([body[0]?.id]);
});

test.each(['có chữ', ''])('retyping through every kind keeps the id (text "%s")', (text) => {
  const body = [paragraph('trước'), paragraph(...(text ? [text] : [])), paragraph('sau')];
  const t = editorWith(...body);
  const kinds: BlockKind[] = [
    'heading2',
    'heading3',
    'quote',
    'bullet',
    'number',
    'quote',
    'number',
    'paragraph',
    'paragraph',
  ];
  for (const kind of kinds) {
    t.update(() => {
      t.$select(1, 0);
      $setSelectedKind(kind);
    });
    expect(ids(t.blocks()), kind).toEqual(ids(body));
    expect(texts(t.blocks())).toEqual(['trước', text, 'sau']);
    expect(
      t.editor.read(() => {
        const selection = $getSelection();
        return $isRangeSelection(selection) && selection.anchor.getNode().isAttached();
      }),
    ).toBe(true);
  }
});

test('turning one item of a list into a paragraph splits the list and keeps every id', () => {
  const body = [item('một'), item('hai'), item('ba')];
  const t = editorWith(...body);
  t.update(() => {
    t.$select(1, 1);
    $setSelectedKind('bullet');
  });
  expect(ids(t.blocks())).toEqual(ids(body));
  expect(t.blocks().map((block) => block.type)).toEqual(['listItem', 'paragraph', 'listItem']);
  t.update(() => {
    t.$select(1, 1);
    $setSelectedKind('bullet');
  });
  expect(t.blocks()).toEqual(body);
  expect(t.editor.read(() => $getRoot().getChildrenSize())).toBe(1); // neighbours of one kind are one list
});

test('moving a block keeps its id', () => {
  const body = [paragraph('một'), figure('ảnh'), paragraph('hai')];
  const t = editorWith(...body);
  t.update(() => {
    t.$at(2).insertAfter(t.$at(1));
  });
  expect(ids(t.blocks())).toEqual([body[0]?.id, body[2]?.id, body[1]?.id]);
});

test.each(['before', 'after'] as const)('a copy pasted %s its original gets the new id', (where) => {
  const body = [paragraph('một'), paragraph('hai')];
  const t = editorWith(...body);
  t.update(() => {
    const copies = $generateNodesFromSerializedNodes(
      t
        .$at(1)
        .getParentOrThrow()
        .getChildren()
        .map((node) => ({ ...node.exportJSON(), children: [] })),
    );
    for (const copy of copies)
      if (where === 'before') t.$at(0).insertBefore(copy);
      else t.$at(1).insertAfter(copy);
  });
  const after = ids(t.blocks());
  expect(new Set(after).size).toBe(4);
  expect(where === 'before' ? after.slice(2) : [after[0], after[1]]).toEqual(ids(body));
});

test('after undo brings a block back, a second copy of it still gets a new id', () => {
  const body: Block[] = [paragraph('một'), paragraph('hai')];
  const t = editorWith(...body);
  let json: unknown;
  t.update(() => {
    json = t.$at(1).exportJSON();
    t.$at(1).remove();
  }, 'history-push');
  const $paste = () =>
    t.$at(0).insertAfter($generateNodesFromSerializedNodes([json as { type: string }])[0] ?? $createParagraphNode());
  t.update($paste, 'history-push');
  expect(t.blocks()[1]?.id).toBe(body[1]?.id); // moved by cut and paste: keeps its own
  t.editor.dispatchCommand(UNDO_COMMAND, undefined);
  t.editor.dispatchCommand(UNDO_COMMAND, undefined);
  expect(ids(t.blocks())).toEqual(ids(body));
  t.update($paste, 'history-push');
  expect(new Set(ids(t.blocks())).size).toBe(3);
  expect(t.blocks().find((block) => block.id === body[1]?.id)).toMatchObject({ runs: [{ text: 'hai' }] });
});

import { REMOVE_TEXT_COMMAND, UNDO_COMMAND } from 'lexical';
import { expect, test } from 'vitest';
import { editorWith, item, paragraph, texts } from './editing.ts';

test.each([
  ['paragraphs', [paragraph('một'), paragraph({ text: 'liên kết', link: 'https://a.vn/' })]],
  ['items', [item('một'), { ...item(''), runs: [{ text: 'liên kết', link: 'https://a.vn/' }] }]],
])('joining a block that is all link can be undone: %s', (_, body) => {
  const t = editorWith(...body, paragraph('ba'));
  const before = t.blocks();
  t.update(() => {
    t.$select(0, 10_000, 1, 0);
    t.editor.dispatchCommand(REMOVE_TEXT_COMMAND, null);
  });
  expect(texts(t.blocks())).toEqual(['mộtliên kết', 'ba']);
  t.editor.dispatchCommand(UNDO_COMMAND, undefined);
  expect(t.blocks()).toEqual(before);
});

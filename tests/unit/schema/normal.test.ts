import { $createLinkNode } from '@lexical/link';
import { $createListItemNode, $createListNode, $isListItemNode, $isListNode } from '@lexical/list';
import { $createHeadingNode, $createQuoteNode } from '@lexical/rich-text';
import {
  $createParagraphNode,
  $createTabNode,
  $createTextNode,
  $getRoot,
  $getSelection,
  $isParagraphNode,
  $isRangeSelection,
  $isTextNode,
  FORMAT_TEXT_COMMAND,
  INSERT_LINE_BREAK_COMMAND,
} from 'lexical';
import { expect, test } from 'vitest';
import { $createFigureNode, FigureNode } from '../../../story/schema/figure/node.ts';
import { $insertSolid } from '../../../story/schema/insert.ts';
import { $indentSelected } from '../../../story/schema/kind.ts';
import { STORED, STORED_FORMATS } from '../../../story/schema/text/marks.ts';
import { editorWith, figure, ids, item, paragraph, texts } from './editing.ts';

test('formats a story does not store never stay, and the commands for them do nothing', () => {
  const t = editorWith(paragraph('Bắc Kạn'));
  for (const format of ['code', 'lowercase', 'uppercase', 'capitalize'] as const)
    t.update(() => {
      t.$select(0, 0, 0, 7);
      t.editor.dispatchCommand(FORMAT_TEXT_COMMAND, format);
    });
  t.update(() => {
    const text = t.$at(0).getParentOrThrow().getAllTextNodes()[0];
    text?.setFormat(0b11111111111).setStyle('color: red');
  });
  const all = Object.fromEntries(STORED.map((format) => [format, true]));
  expect(t.blocks()[0]).toMatchObject({ runs: [{ text: 'Bắc Kạn', ...all }] });
  t.editor.read(() => {
    const text = $getRoot().getAllTextNodes()[0];
    expect([text?.getFormat(), text?.getStyle()]).toEqual([STORED_FORMATS, '']);
  });
});

test('alignment, indent, direction, foreign headings and tabs are taken off; links keep only a safe address', () => {
  const t = editorWith(paragraph());
  t.update(() => {
    const p = $createParagraphNode().setFormat('center').setIndent(2).setDirection('rtl');
    p.append($createTextNode('a'), $createTabNode(), $createTextNode('b'));
    const bad = $createLinkNode('javascript:alert(1)').append($createTextNode('xấu'));
    const good = $createLinkNode('https://baobackan.vn/', { target: '_blank', rel: 'opener', title: 't' });
    good.append($createTextNode('tốt'));
    $getRoot().append(p, $createHeadingNode('h1').append(bad), $createHeadingNode('h5').append(good));
  });
  expect(t.blocks().slice(1)).toMatchObject([
    { type: 'paragraph', runs: [{ text: 'a b' }] },
    { type: 'heading', level: 2, runs: [{ text: 'xấu' }] },
    { type: 'heading', level: 3, runs: [{ text: 'tốt', link: 'https://baobackan.vn/' }] },
  ]);
  t.editor.read(() => {
    const p = $getRoot().getChildAtIndex(1);
    if (!$isParagraphNode(p)) throw new Error('no paragraph');
    expect([p.getFormatType(), p.getIndent(), p.getDirection()]).toEqual(['', 0, null]);
  });
});

test('blocks inside a text block give it their words; a list beside words stands behind them; 7 deep is 6 deep', () => {
  const t = editorWith(paragraph('đầu'));
  t.update(() => {
    const quote = $createQuoteNode({ shadowRoot: true });
    for (const line of ['một', 'hai']) quote.append($createParagraphNode().append($createTextNode(line)));
    const inner = $createListNode('check');
    inner.append($createListItemNode().append($createTextNode('trong')));
    const outer = $createListNode('number', 4);
    const holder = $createListItemNode();
    holder.append($createTextNode('ngoài'));
    outer.append(holder);
    holder.splice(1, 0, [inner]);
    $getRoot().append(quote, outer);
  });
  expect(t.blocks().slice(1)).toMatchObject([
    { type: 'quote', runs: [{ text: 'một\nhai' }] },
    { type: 'listItem', list: 'number', indent: 0, runs: [{ text: 'ngoài' }] },
    { type: 'listItem', list: 'bullet', indent: 1, runs: [{ text: 'trong' }] },
  ]);
  t.update(() => {
    const node = t.$at(3);
    if ($isListItemNode(node)) node.setIndent(9);
  });
  expect(t.blocks()[3]).toMatchObject({ indent: 6 });
});

test('items move in and out, and stop at the ends', () => {
  const t = editorWith(item('một'), item('hai'), paragraph('x'));
  const move = (step: 1 | -1) => {
    let moved = false;
    t.update(() => {
      t.$select(1, 0);
      moved = $indentSelected(step);
    });
    return moved;
  };
  const before = ids(t.blocks());
  // True as long as it moves: at the end Tab has nothing to do, and leaves the body.
  for (let n = 0; n < 8; n++) expect(move(1)).toBe(n < 6);
  expect(t.blocks()[1]).toMatchObject({ indent: 6 });
  for (let n = 0; n < 8; n++) move(-1);
  expect(t.blocks()[1]).toMatchObject({ indent: 0 });
  expect(ids(t.blocks())).toEqual(before);
  t.update(() => {
    t.$select(2, 0);
    expect($indentSelected(1)).toBe(false);
  });
});

test('a line break in bold text is bold, so that the run stays one', () => {
  const t = editorWith(paragraph({ text: 'Bắc Kạn', bold: true }));
  t.update(() => {
    t.$select(0, 3);
    t.editor.dispatchCommand(INSERT_LINE_BREAK_COMMAND, false);
  });
  expect(t.blocks()[0]).toMatchObject({ runs: [{ text: 'Bắc\n Kạn', bold: true }] });
});

test('marks of review keep neighbours apart, and a split keeps them', () => {
  const thread = '018f0000-0000-7000-8000-000000000001';
  const t = editorWith(paragraph('a', { text: 'bc', threads: [thread] }, 'd'));
  t.update(() => {
    t.$select(0, 2);
    const selection = $getSelection();
    if ($isRangeSelection(selection)) selection.insertParagraph();
  });
  expect(t.blocks()).toMatchObject([
    { runs: [{ text: 'a' }, { text: 'b', threads: [thread] }] },
    { runs: [{ text: 'c', threads: [thread] }, { text: 'd' }] },
  ]);
  expect(t.editor.read(() => $getRoot().getAllTextNodes().every($isTextNode))).toBe(true);
});

test('a figure goes behind its block, splits a flat list, stands behind a nested one, and can be typed past', () => {
  const t = editorWith(item('một'), item('hai'), item('sâu', 'bullet', 1));
  const { id: _, type: __, ...data } = figure('ảnh') as ReturnType<typeof figure> & { type: 'figure' };
  t.update(() => void $insertSolid($createFigureNode(data), t.$at(0)));
  expect(texts(t.blocks())).toEqual(['một', '[ảnh]', 'hai', 'sâu']);
  t.update(() => void $insertSolid($createFigureNode(data), t.$at(3)));
  expect(texts(t.blocks())).toEqual(['một', '[ảnh]', 'hai', 'sâu', '[ảnh]', '']);
  expect(t.editor.read(() => $getRoot().getChildren().filter($isListNode).length)).toBe(2);
  t.update(
    () => void $getRoot().append(FigureNode.importJSON({ type: 'figure', version: 1, photo: '../../etc/passwd' })),
  );
  expect(t.blocks().length).toBe(6); // a figure without a photo is none
});

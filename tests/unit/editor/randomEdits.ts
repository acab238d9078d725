import {
  $generateJSONFromSelectedNodes,
  $generateNodesFromSerializedNodes,
  $insertGeneratedNodes,
} from '@lexical/clipboard';
import {
  $createTabNode,
  $getSelection,
  $insertNodes,
  $isRangeSelection,
  $setSelection,
  FORMAT_TEXT_COMMAND,
  INSERT_LINE_BREAK_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  type LexicalCommand,
  REDO_COMMAND,
  REMOVE_TEXT_COMMAND,
  type TextFormatType,
  UNDO_COMMAND,
} from 'lexical';
import { changeBody } from '../../../renderer/editor/blocks/change.ts';
import { $topNodes } from '../../../story/document.ts';
import type { Block, FigureField } from '../../../story/model.ts';
import { duplicateBlocks, moveBlocks, removeBlocks, stepBlocks } from '../../../story/move.ts';
import { $isTextBlockNode } from '../../../story/schema/blocks.ts';
import { $toggleBox } from '../../../story/schema/box/box.ts';
import { $createDividerNode } from '../../../story/schema/divider/node.ts';
import { $createEmbedNode } from '../../../story/schema/embed/node.ts';
import { $toggleGallery } from '../../../story/schema/figure/gallery.ts';
import { $createFigureNode, $isFigureNode, $setFigureText } from '../../../story/schema/figure/node.ts';
import { $insertSolid } from '../../../story/schema/insert.ts';
import { $indentSelected, $setSelectedKind, type BlockKind } from '../../../story/schema/kind.ts';
import { emptyTable } from '../../../story/schema/table/data.ts';
import { editTable, type TableEdit } from '../../../story/schema/table/edit.ts';
import { $createTableNode, $isTableNode, $setCell, $setTable, $tableData } from '../../../story/schema/table/node.ts';
import { $setLink } from '../../../story/schema/text/link.ts';
import { LEXICAL_FORMATS } from '../../../story/schema/text/marks.ts';
import type { TestEditor } from '../schema/editing.ts';

const FORMATS = Object.values(LEXICAL_FORMATS);

/** One random edit: what to do, where, and how far; the numbers are taken modulo what there is. */
export type Edit = { op: number; block: number; offset: number; toBlock: number; toOffset: number; n: number };
export type Clipboard = { json: string; blocks: Block[] };

const WORDS = ['ệ', 'Bắc Kạn ', '57,54%', 'đ', ' ', 'tỷ đồng'];
const KINDS: BlockKind[] = [
  'paragraph',
  'heading2',
  'heading3',
  'quote',
  'pullquote',
  'attribution',
  'bullet',
  'number',
];
const TABLE_EDITS: TableEdit[] = [
  { kind: 'insertRow', at: 1 },
  { kind: 'insertColumn', at: 0 },
  { kind: 'removeRow', at: 0 },
  { kind: 'removeColumn', at: 1 },
  { kind: 'moveRow', from: 0, to: 1 },
  { kind: 'headerColumn', on: true },
  { kind: 'header', on: false },
];
const TEXTS: FigureField[] = ['caption', 'credit', 'copyright', 'alt'];

/** Does one edit as the window would: a selection, then a command or a helper of the schema. */
export function edit(t: TestEditor, clipboard: Clipboard, e: Edit): void {
  const count = t.blocks().length;
  const block = e.block % count;
  const toBlock = Math.min(count - 1, block + (e.toBlock % 3));
  const word = WORDS[e.n % WORDS.length] as string;

  const $caret = () => t.$select(block, e.offset);
  const $start = () => t.$select(block, 0);
  const $range = () => t.$select(block, e.offset, toBlock, e.toOffset);
  const does = ($where: () => void, $what: () => void) => () =>
    t.update(() => {
      $where();
      $what();
    });
  const command = <T>($where: () => void, type: LexicalCommand<T>, payload: T) =>
    does($where, () => void t.editor.dispatchCommand(type as LexicalCommand<unknown>, payload));
  const $type = () => {
    const selection = $getSelection();
    if ($isRangeSelection(selection)) selection.insertText(word);
  };
  const $paste = (nodes: Parameters<typeof $insertGeneratedNodes>[1]) => {
    const selection = $getSelection();
    if (selection && nodes.length > 0) $insertGeneratedNodes(t.editor, nodes, selection);
  };
  const $copy = () => {
    clipboard.json = JSON.stringify($generateJSONFromSelectedNodes(t.editor, $getSelection()).nodes);
    if (e.n % 2) t.editor.dispatchCommand(REMOVE_TEXT_COMMAND, null);
  };
  const $move = (to: number, how: 'insertAfter' | 'insertBefore') => {
    const [target, moved] = [t.$at(to).getTopLevelElementOrThrow(), t.$at(toBlock).getTopLevelElementOrThrow()];
    $setSelection(null); // Lexical cannot compare the points of a selection while one of them is being moved
    if (!target.is(moved)) target[how](moved);
  };
  const $photo = () => {
    const figure = clipboard.blocks.find((one) => one.type === 'figure');
    if (!figure) return;
    const { id: _, type: __, ...data } = figure;
    $insertSolid($createFigureNode(data), t.$at(block));
  };
  const $line = () => void $insertSolid($createDividerNode(), t.$at(block));
  const $card = () => void $insertSolid($createEmbedNode({ url: 'https://youtu.be/a', caption: word }), t.$at(block));
  const $table = () => void $insertSolid($createTableNode(emptyTable(2, 2)), t.$at(block));
  const $cells = () => {
    for (let index = 0; index < count; index++) {
      const node = t.$at(index);
      if (!$isTableNode(node)) continue;
      $setCell(node, e.offset % 3, e.n % 3, word);
      $setTable(node, editTable($tableData(node), TABLE_EDITS[e.toOffset % TABLE_EDITS.length] as TableEdit));
    }
  };
  const $captions = () => {
    for (let index = 0; index < count; index++) {
      const node = t.$at(index);
      if ($isFigureNode(node)) $setFigureText(node, TEXTS[e.n % 4] as FigureField, word);
    }
  };
  const $gallery = () => {
    const node = t.$at(block);
    if ($isFigureNode(node)) $toggleGallery(node);
  };
  const $collapse = () => {
    const [node, selection] = [t.$at(block), $getSelection()];
    if ($isTextBlockNode(node) && $isRangeSelection(selection)) node.collapseAtStart(selection);
  };
  const whole = (next: (body: readonly Block[], ids: ReadonlySet<string>) => Block[] | null) => () => {
    const ids = new Set(t.blocks().flatMap(({ id }, index) => (index >= block && index <= toBlock ? [id] : [])));
    changeBody(t.editor, (body) => next(body, ids));
  };
  const nowhere = () => {};

  const edits: (() => void)[] = [
    does($caret, $type),
    does($range, $type),
    // Deleting by character asks the page for the caret's neighbour; without a page the range says the same.
    command(() => t.$select(block, Math.max(0, e.offset - 1), block, e.offset), REMOVE_TEXT_COMMAND, null),
    command(() => t.$select(Math.max(0, block - 1), 10_000, block, 0), REMOVE_TEXT_COMMAND, null),
    does($start, $collapse),
    command($range, REMOVE_TEXT_COMMAND, null),
    command($caret, INSERT_PARAGRAPH_COMMAND, undefined),
    command($start, INSERT_PARAGRAPH_COMMAND, undefined),
    command($range, INSERT_PARAGRAPH_COMMAND, undefined),
    command($caret, INSERT_LINE_BREAK_COMMAND, false),
    command($range, FORMAT_TEXT_COMMAND, FORMATS[e.n % FORMATS.length] as TextFormatType),
    does($range, () => $setLink(e.n % 3 ? `https://a.vn/${e.n % 2}` : null)),
    does($range, () => $setSelectedKind(KINDS[e.n % KINDS.length] as BlockKind)),
    does($range, () => void $indentSelected(e.n % 3 ? 1 : -1)),
    does($range, $toggleBox),
    does($caret, () => void $insertNodes([$createTabNode()])),
    () => t.editor.dispatchCommand(UNDO_COMMAND, undefined),
    () => t.editor.dispatchCommand(UNDO_COMMAND, undefined),
    () => t.editor.dispatchCommand(REDO_COMMAND, undefined),
    does($range, $copy),
    does($caret, () => $paste($generateNodesFromSerializedNodes(JSON.parse(clipboard.json)))),
    does($range, () => $paste($topNodes(clipboard.blocks))),
    does(nowhere, $photo),
    does(nowhere, $line),
    does(nowhere, $table),
    does(nowhere, $card),
    does(nowhere, $cells),
    does(nowhere, $captions),
    does(nowhere, $gallery),
    does(nowhere, () => $move(block, 'insertAfter')),
    does(nowhere, () => $move(0, 'insertBefore')),
    does(nowhere, () => (count > 1 ? t.$at(block).remove() : undefined)),
    whole((body, ids) => moveBlocks(body, ids, body[e.n % (count + 1)]?.id ?? null)),
    whole((body, ids) => stepBlocks(body, ids, e.n % 2 ? 'up' : 'down')),
    whole(duplicateBlocks),
    whole(removeBlocks),
  ];
  edits[e.op % edits.length]?.();
}

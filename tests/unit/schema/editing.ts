import {
  $createRangeSelection,
  $getRoot,
  $isElementNode,
  $isTextNode,
  $setSelection,
  type AnyLexicalExtensionArgument,
  defineExtension,
  type LexicalNode,
  type TextNode,
} from 'lexical';
import { $lexicalToBlocks, $storyToLexical, createHeadlessStoryEditor } from '../../../story/document.ts';
import { newId } from '../../../story/ids.ts';
import { type Block, isTextBlock, plainText, type Run, type Table } from '../../../story/model.ts';
import { $blocksUnder, type BlockNode } from '../../../story/schema/blocks.ts';
import { blockTexts } from '../blockTexts.ts';

export const paragraph = (...runs: (Run | string)[]): Block => ({
  id: newId(),
  type: 'paragraph',
  runs: runs.map((run) => (typeof run === 'string' ? { text: run } : run)),
});
export const item = (text: string, list: 'bullet' | 'number' = 'bullet', indent = 0): Block => ({
  id: newId(),
  type: 'listItem',
  list,
  indent,
  runs: text === '' ? [] : [{ text }],
});
export const figure = (caption = ''): Block => ({
  id: newId(),
  type: 'figure',
  photo: 'b'.repeat(64),
  width: 1200,
  height: 800,
  caption,
  credit: 'Tùng Vân',
  copyright: '',
  alt: '',
  unchecked: ['caption'],
});

export const table = (...rows: string[][]): Table => ({
  id: newId(),
  type: 'table',
  header: true,
  caption: '',
  rows: rows.length > 0 ? rows : [['']],
});
export const embed = (url: string, caption = ''): Block => ({ id: newId(), type: 'embed', url, caption });
export const divider = (): Block => ({ id: newId(), type: 'divider' });

export const editorWith = (...body: Block[]) => editorOf(body);

/** The same with extensions of its own. */
export function editorOf(body: readonly Block[], ...extensions: AnyLexicalExtensionArgument[]) {
  const errors: Error[] = [];
  const editor = createHeadlessStoryEditor(
    ...extensions,
    defineExtension({ name: 'test/errors', onError: (error) => void errors.push(error) }),
  );
  editor.update(() => $storyToLexical(body), { discrete: true, tag: 'history-merge' });
  const at = (index: number): BlockNode => $blocksUnder($getRoot())[index] as BlockNode;
  return {
    editor,
    /** What Lexical threw in an update; it then puts the state before the update back. */
    errors,
    update: (run: () => void, tag?: string) => editor.update(run, { discrete: true, ...(tag && { tag }) }),
    blocks: (): Block[] => editor.read($lexicalToBlocks),
    $at: at,
    /** Puts a caret, or a selection, into blocks by their index and a text offset. */
    $select(block: number, offset: number, toBlock = block, toOffset = offset): void {
      const selection = $createRangeSelection();
      setPoint(selection.anchor, at(block), offset);
      setPoint(selection.focus, at(toBlock), toOffset);
      $setSelection(selection);
    },
  };
}
export type TestEditor = ReturnType<typeof editorOf>;

function setPoint(
  point: { set(key: string, offset: number, type: 'text' | 'element'): void },
  block: BlockNode,
  offset: number,
) {
  let left = offset;
  let last: TextNode | null = null;
  const walk = (node: LexicalNode): boolean => {
    if ($isTextNode(node)) {
      last = node;
      if (left <= node.getTextContentSize()) {
        point.set(node.getKey(), left, 'text');
        return true;
      }
      left -= node.getTextContentSize();
      return false;
    }
    if ($isElementNode(node)) return node.getChildren().some(walk);
    // Before a line break that nothing stands in front of.
    if (left === 0) {
      point.set(node.getParentOrThrow().getKey(), node.getIndexWithinParent(), 'element');
      return true;
    }
    left -= 1;
    return false;
  };
  if (walk(block)) return;
  const text = last as TextNode | null;
  if (text) point.set(text.getKey(), text.getTextContentSize(), 'text');
  else if ($isElementNode(block)) point.set(block.getKey(), 0, 'element');
  else point.set(block.getParentOrThrow().getKey(), block.getIndexWithinParent(), 'element');
}

export const texts = (blocks: readonly Block[]): string[] =>
  blocks.map((block) => (isTextBlock(block) ? plainText(block.runs) : `[${blockTexts(block)[0] ?? block.type}]`));
export const ids = (blocks: readonly Block[]): string[] => blocks.map((block) => block.id);

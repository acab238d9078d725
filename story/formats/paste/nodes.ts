import { $generateNodesFromDOM } from '@lexical/html';
import { $getEditor, $isParagraphNode, type LexicalNode } from 'lexical';
import { $topNodes } from '../../document.ts';
import { newId } from '../../ids.ts';
import type { Block } from '../../model.ts';
import type { PlainBlock } from './plain.ts';

/** A cleaned document as nodes of the story's schema, blank paragraphs left out. Within an update. */
export function $nodesFromPaste(document: Document): LexicalNode[] {
  const nodes = $generateNodesFromDOM($getEditor(), document);
  return nodes.length > 1 ? nodes.filter((node) => !$isBlank(node)) : nodes;
}

const $isBlank = (node: LexicalNode): boolean => $isParagraphNode(node) && node.getTextContent().trim() === '';

/** The blocks of a plain text as nodes. Within an update. */
export const $nodesFromPlain = (blocks: readonly PlainBlock[]): LexicalNode[] =>
  $topNodes(blocks.map(({ text, ...block }): Block => ({ ...block, id: newId(), runs: [{ text }] })));

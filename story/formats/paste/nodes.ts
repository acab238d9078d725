import { $generateNodesFromDOM } from '@lexical/html';
import { $createParagraphNode, $createTextNode, $getEditor, $isParagraphNode, type LexicalNode } from 'lexical';
import { $topNodes } from '../../document.ts';
import { newId } from '../../ids.ts';
import type { Block } from '../../model.ts';
import type { PlainBlock } from './plain.ts';
import { note, type PasteReport } from './report.ts';

/** More blocks than this in one paste become words of the last paragraphs: a story holds 20,000 in all. */
const MOST_BLOCKS = 5000;
/** Characters of such a paragraph: a stretch of text holds 200,000. */
const MOST_WORDS = 100_000;

/** A cleaned document as nodes of the story's schema, blank paragraphs left out. Within an update. */
export function $nodesFromPaste(document: Document, report: PasteReport): LexicalNode[] {
  const nodes = $generateNodesFromDOM($getEditor(), document);
  return $atMost(nodes.length > 1 ? nodes.filter((node) => !$isBlank(node)) : nodes, report);
}

const $isBlank = (node: LexicalNode): boolean => $isParagraphNode(node) && node.getTextContent().trim() === '';

/** No more nodes than a paste may bring; the words of the others are in paragraphs of their own. */
export function $atMost(nodes: LexicalNode[], report: PasteReport): LexicalNode[] {
  if (nodes.length <= MOST_BLOCKS) return nodes;
  note(report, 'overflow');
  const words = nodes
    .slice(MOST_BLOCKS - 1)
    .map((node) => node.getTextContent().trim())
    .join(' ');
  const rest: LexicalNode[] = [];
  for (let at = 0; at < words.length; ) {
    const end =
      at + MOST_WORDS >= words.length ? words.length : words.lastIndexOf(' ', at + MOST_WORDS) + 1 || at + MOST_WORDS;
    const next = end > at ? end : at + MOST_WORDS;
    rest.push($createParagraphNode().append($createTextNode(words.slice(at, next).trim())));
    at = next;
  }
  return [...nodes.slice(0, MOST_BLOCKS - 1), ...rest];
}

/** The blocks of a plain text as nodes. Within an update. */
export const $nodesFromPlain = (blocks: readonly PlainBlock[]): LexicalNode[] =>
  $topNodes(blocks.map(({ text, ...block }): Block => ({ ...block, id: newId(), runs: [{ text }] })));

import { $createLinkNode, $isLinkNode, type LinkNode } from '@lexical/link';
import {
  $createLineBreakNode,
  $createTextNode,
  $isElementNode,
  $isLineBreakNode,
  $isTextNode,
  type ElementNode,
  type LexicalNode,
} from 'lexical';
import { joinRuns } from '../../canonical.ts';
import type { Run } from '../../model.ts';
import { $getMarks, $setMarks } from './marks.ts';

/** The longest text of one run (see the schema); longer text becomes several runs. */
const LONGEST_RUN = 200_000;
/** What Lexical puts into a text at the start of a composition, and takes out at its end. */
const COMPOSITION_MARK = /\u200b/g;

/** Runs -> inline nodes: "\n" is a line break, neighbours with the same address are one link. */
export function $nodesFromRuns(runs: readonly Run[]): LexicalNode[] {
  const nodes: LexicalNode[] = [];
  let link: LinkNode | null = null;
  for (const { text, link: url, ...marks } of runs) {
    if (text === '') continue;
    const inline = text
      .split('\n')
      .flatMap((line, index) => [
        ...(index > 0 ? [$setMarks($createLineBreakNode(), marks)] : []),
        ...(line === '' ? [] : [$setMarks($createTextNode(line), marks)]),
      ]);
    if (url === undefined) {
      link = null;
      nodes.push(...inline);
      continue;
    }
    if (link?.getURL() !== url) {
      link = $createLinkNode(url);
      nodes.push(link);
    }
    link.append(...inline);
  }
  return nodes;
}

/**
 * The inline content of a block, runs joined. `composing`: a composition is running, so that the mark Lexical puts in
 * the text for its time is left out.
 */
export function $runsFromNode(element: ElementNode, composing = false): Run[] {
  const runs: Run[] = [];
  const walk = (parent: ElementNode, link: string | undefined) => {
    for (let node = parent.getFirstChild(); node !== null; node = node.getNextSibling()) {
      if ($isTextNode(node)) {
        const text = node.getTextContent();
        push(composing ? text.replace(COMPOSITION_MARK, '') : text, node, link);
      } else if ($isLineBreakNode(node)) push('\n', node, link);
      else if ($isElementNode(node)) walk(node, $isLinkNode(node) ? node.getURL() : link);
    }
  };
  const push = (text: string, node: LexicalNode, link: string | undefined) => {
    if (text === '') return;
    runs.push({ text: text.toWellFormed(), ...(link && { link }), ...$getMarks(node) });
  };
  walk(element, undefined);
  const joined = joinRuns(runs);
  return joined.some((run) => run.text.length > LONGEST_RUN) ? joined.flatMap(cut) : joined;
}

function cut(run: Run): Run[] {
  const parts: Run[] = [];
  for (let at = 0; at < run.text.length; ) {
    let end = Math.min(at + LONGEST_RUN, run.text.length);
    if (/[\ud800-\udbff]/.test(run.text[end - 1] as string) && end < run.text.length) end -= 1;
    parts.push({ ...run, text: run.text.slice(at, end) });
    at = end;
  }
  return parts;
}

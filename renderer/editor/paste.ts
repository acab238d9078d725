import { $generateNodesFromSerializedNodes, $insertGeneratedNodes, ClipboardImportExtension } from '@lexical/clipboard';
import { $generateNodesFromDOM } from '@lexical/html';
import {
  $createParagraphNode,
  $createTextNode,
  $getEditor,
  $getRoot,
  $getState,
  $isParagraphNode,
  $setState,
  type BaseSelection,
  configExtension,
  defineExtension,
  type LexicalNode,
} from 'lexical';
import type { Story } from '../../story/model.ts';
import { $leaves } from '../../story/schema/text/leaves.ts';
import { sideState, suggestionsState, threadsState } from '../../story/schema/text/marks.ts';
import { quietHtml } from './quietHtml.ts';
import { $placeForWords } from './solidSelection.ts';

/** More blocks than this in one paste become lines of one last paragraph: a story holds 20,000 in all. */
const MOST_BLOCKS = 5000;

/** What never holds a story's words: it is taken out before anything is read. */
const NOT_TEXT =
  'script,style,noscript,template,iframe,frame,object,embed,svg,math,canvas,audio,video,picture,img,map,input,button,select,textarea,datalist,link,meta,base,title';

/**
 * Pasting. HTML is read in a document of its own that loads and runs nothing, and only what the schema knows comes out of
 * it: words, blocks, bold, italic, safe links. All of it is brought to NFC.
 */
export const pasteExtension = (story: () => Story) =>
  defineExtension({
    name: 'copydesk/paste',
    dependencies: [
      configExtension(ClipboardImportExtension, {
        $importMimeType: {
          'application/x-lexical-editor': [(json, selection, $next) => $pasteNodes(json, selection, story) || $next()],
          'text/html': [(html, selection) => $pasteHtml(html, selection)],
          'text/plain': [(text, selection) => $pastePlain(text, selection)],
          'text/uri-list': [(text, selection) => $pastePlain(text, selection)],
        },
      }),
    ],
  });

function $pasteHtml(html: string, selection: BaseSelection): boolean {
  const document = new DOMParser().parseFromString(quietHtml(html), 'text/html');
  for (const element of document.querySelectorAll(NOT_TEXT)) element.remove();
  for (const element of document.querySelectorAll<HTMLElement>('[data-style]'))
    element.style.cssText = element.dataset.style ?? '';
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
    node.nodeValue = (node.nodeValue ?? '').normalize('NFC');
  const nodes = $generateNodesFromDOM($getEditor(), document);
  const worded = nodes.length > 1 ? nodes.filter((node) => !$isBlank(node)) : nodes;
  $insert($atMost(worded), selection);
  return true;
}

function $insert(nodes: LexicalNode[], selection: BaseSelection): void {
  const place = nodes.length > 0 ? $placeForWords(selection) : null;
  if (place !== null) $insertGeneratedNodes($getEditor(), nodes, place);
}

const $isBlank = (node: LexicalNode): boolean => $isParagraphNode(node) && node.getTextContent().trim() === '';

function $atMost(nodes: LexicalNode[]): LexicalNode[] {
  if (nodes.length <= MOST_BLOCKS) return nodes;
  const rest = nodes.slice(MOST_BLOCKS - 1).map((node) => node.getTextContent().trim());
  return [...nodes.slice(0, MOST_BLOCKS - 1), $lines(rest)];
}

const $lines = (lines: readonly string[]): LexicalNode => {
  const paragraph = $createParagraphNode();
  paragraph.append($createTextNode(lines.join(' ')));
  return paragraph;
};

/** Every line is a paragraph, as newsrooms write; blank lines only part them. One line goes into the text at the caret. */
function $pastePlain(text: string, selection: BaseSelection): boolean {
  const lines = text
    .normalize('NFC')
    .replace(/\t/g, ' ')
    .split(/\r\n?|\n|\u2028|\u2029/);
  const worded = lines.filter((line) => line.trim() !== '');
  if (worded.length <= 1) {
    const line = lines.length > 1 ? (worded[0] ?? '').trim() : (lines[0] ?? '');
    if (line !== '') $placeForWords(selection)?.insertText(line);
    return true;
  }
  const paragraphs = worded.map((line) => $createParagraphNode().append($createTextNode(line.trim())));
  $insert($atMost(paragraphs), selection);
  return true;
}

/** From a story of this program: blocks, figures and marks stay; a thread or a suggestion only if it is this story's and its words are gone from where they were. */
function $pasteNodes(json: string, selection: BaseSelection, story: () => Story): boolean {
  const payload = parse(json);
  if (payload === null || payload.namespace !== $getEditor()._config.namespace) return false;
  const nodes = $generateNodesFromSerializedNodes(payload.nodes);
  const { threads, suggestions } = story();
  const known = { ...threads, ...suggestions };
  const $idsOf = (leaf: LexicalNode) => [...$getState(leaf, threadsState), ...$getState(leaf, suggestionsState)];
  const placed = new Set($leaves($getRoot()).flatMap($idsOf));
  const isKept = (id: string) => known[id] !== undefined && !placed.has(id);
  for (const leaf of nodes.flatMap($leaves)) {
    if ($idsOf(leaf).length === 0 && $getState(leaf, sideState) === null) continue;
    for (const state of [threadsState, suggestionsState]) $setState(leaf, state, (ids) => ids.filter(isKept));
    if ($getState(leaf, threadsState).length === 0) $setState(leaf, sideState, null);
  }
  $insert(nodes, selection);
  return true;
}

type Payload = { namespace: string; nodes: { type: string }[] };

function parse(json: string): Payload | null {
  try {
    const value = JSON.parse(json);
    return typeof value?.namespace === 'string' && Array.isArray(value.nodes) ? value : null;
  } catch {
    return null;
  }
}

import { $generateNodesFromSerializedNodes, $insertGeneratedNodes, ClipboardImportExtension } from '@lexical/clipboard';
import {
  $getEditor,
  $getRoot,
  $getState,
  $setState,
  type BaseSelection,
  configExtension,
  defineExtension,
  type LexicalNode,
} from 'lexical';
import { boundPlain } from '../../story/formats/paste/bound.ts';
import { cleanPaste } from '../../story/formats/paste/clean.ts';
import { $takeFonts, holdLetters, markFonts, unmarkFonts } from '../../story/formats/paste/fonts.ts';
import { $nodesFromPaste, $nodesFromPlain } from '../../story/formats/paste/nodes.ts';
import { linesOf, plainBlocks } from '../../story/formats/paste/plain.ts';
import { quietHtml } from '../../story/formats/paste/quietHtml.ts';
import { emptyReport } from '../../story/formats/paste/report.ts';
import { recogniseSource } from '../../story/formats/paste/source.ts';
import { cleanText } from '../../story/formats/paste/text.ts';
import type { Language, Story } from '../../story/model.ts';
import { fontState } from '../../story/schema/text/font.ts';
import { $leaves } from '../../story/schema/text/leaves.ts';
import { sideState, suggestionsState, threadsState } from '../../story/schema/text/marks.ts';
import { holdsLegacy } from '../../story/text/legacy/recognise.ts';
import { clipboardOf, isTooMuch, refuse, tell, watchClipboard } from './pasted/clipboard.ts';
import { $takePictures } from './pasted/pictures.ts';
import { $placeForWords } from './solidSelection.ts';

/**
 * Pasting. HTML is read in a document of its own that loads and runs nothing, cleaned there (see story/formats/paste/), and
 * only what the schema knows comes out of it. What was left out is told, and the clipboard kept, by pasted.ts.
 */
export const pasteExtension = (story: () => Story) =>
  defineExtension({
    name: 'copydesk/paste',
    dependencies: [
      configExtension(ClipboardImportExtension, {
        $importMimeType: {
          'application/x-lexical-editor': [(json, selection, $next) => $pasteNodes(json, selection, story) || $next()],
          'text/html': [(html, selection) => $pasteHtml(html, selection)],
          'text/plain': [(text, selection) => $pastePlain(text, selection, story().language)],
          'text/uri-list': [(text, selection) => $pastePlain(text, selection, story().language)],
        },
      }),
    ],
    register: watchClipboard,
  });

function $pasteHtml(html: string, selection: BaseSelection): boolean {
  const clipboard = clipboardOf($getEditor());
  if (isTooMuch(html)) return refuse($getEditor());
  const document = new DOMParser().parseFromString(quietHtml(html), 'text/html');
  markFonts(document);
  const { report, pictures } = cleanPaste(document, recogniseSource(html, clipboard.types));
  unmarkFonts(document, 'td, th');
  const { nodes, placed } = $takePictures($takeFonts($nodesFromPaste(document)), pictures);
  const isLegacy =
    nodes.flatMap($leaves).some((leaf) => $getState(leaf, fontState) !== null) ||
    holdsLegacy(nodes.map((node) => node.getTextContent()).join('\n'));
  $insert(nodes, selection);
  tell($getEditor(), report, isLegacy, placed);
  return true;
}

function $insert(nodes: LexicalNode[], selection: BaseSelection): void {
  const place = nodes.length > 0 ? $placeForWords(selection) : null;
  if (place !== null) $insertGeneratedNodes($getEditor(), nodes, place);
}

/** One line goes into the text at the caret. */
function $pastePlain(text: string, selection: BaseSelection, language: Language): boolean {
  const editor = $getEditor();
  if (isTooMuch(text)) return refuse(editor);
  const report = emptyReport('plain');
  const { asPlain } = clipboardOf(editor);
  const isLegacy = holdsLegacy(text);
  const { blocks, line } = holdLetters(text, (held, free) => {
    const clean = asPlain ? linesOf(held) : plainBlocks(held, report, language);
    return {
      blocks: boundPlain(clean, report).map((block) => ({ ...block, text: free(block.text) })),
      line: /[\r\n\u2028\u2029]/.test(text) ? free(clean[0]?.text ?? '') : free(cleanText(held)).replace(/\t/g, ' '),
    };
  });
  const [only] = blocks;
  if (blocks.length <= 1 && (!only || only.type === 'paragraph')) {
    if (line !== '') $placeForWords(selection)?.insertText(line);
    tell(editor, report, isLegacy);
    return true;
  }
  $insert($nodesFromPlain(blocks), selection);
  tell(editor, report, isLegacy);
  return true;
}

/** From a story of this program: blocks, figures and marks stay; a thread or a suggestion only if it is this story's and its words are gone from where they were. */
function $pasteNodes(json: string, selection: BaseSelection, story: () => Story): boolean {
  // None of the signs that JSON itself is made of composes with a mark behind it.
  const payload = parse(json.normalize('NFC'));
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

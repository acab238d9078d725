import { JSDOM } from 'jsdom';
import { $getRoot, $insertNodes } from 'lexical';
import { $lexicalToBlocks, createHeadlessStoryEditor } from '../../../../story/document.ts';
import { cleanPaste } from '../../../../story/formats/paste/clean.ts';
import type { Picture } from '../../../../story/formats/paste/leftOut.ts';
import { $nodesFromPaste } from '../../../../story/formats/paste/nodes.ts';
import { quietHtml } from '../../../../story/formats/paste/quietHtml.ts';
import type { PasteReport } from '../../../../story/formats/paste/report.ts';
import { recogniseSource } from '../../../../story/formats/paste/source.ts';
import type { Block } from '../../../../story/model.ts';

const { DOMParser } = new JSDOM('').window;

/** What pasted HTML becomes in an empty story, and what is told of it. */
export function pasted(html: string): { blocks: Block[]; report: PasteReport; pictures: Picture[] } {
  const document = new DOMParser().parseFromString(quietHtml(html), 'text/html');
  const { report, pictures } = cleanPaste(document, recogniseSource(html));
  const errors: Error[] = [];
  const editor = createHeadlessStoryEditor();
  editor.update(
    () => {
      $getRoot().clear().selectEnd();
      $insertNodes($nodesFromPaste(document));
    },
    { discrete: true },
  );
  if (errors.length > 0) throw errors[0];
  return { blocks: editor.read($lexicalToBlocks), report, pictures };
}

/** A block on one line, as fixtures write it: `h2 Tít`, `- một`, `  1. trong`, runs with their marks as `b{…}`. */
export function shown(block: Block): string {
  if (block.type === 'table')
    return [`table${block.header ? ' header' : ''}`, ...block.rows.map((row) => `| ${row.join(' | ')}`)].join('\n');
  if (!('runs' in block)) return block.type;
  const words = block.runs
    .map(({ text, link, ...marks }) => {
      const names = Object.keys(marks).map((name) =>
        name === 'superscript' ? 'sup' : name === 'subscript' ? 'sub' : name[0],
      );
      const marked = names.length > 0 ? `${names.join('')}{${text}}` : text;
      return link ? `[${marked}](${link})` : marked;
    })
    .join('')
    .replaceAll('\n', '\\n');
  switch (block.type) {
    case 'paragraph':
      return `p ${words}`;
    case 'heading':
      return `h${block.level} ${words}`;
    case 'listItem':
      return `${'  '.repeat(block.indent)}${block.list === 'number' ? '1.' : '-'} ${words}`;
    default:
      return `${block.type} ${words}`;
  }
}

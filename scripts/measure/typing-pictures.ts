// Draws the typing figures: plain bar charts, and the table of docs/typing.md.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { EditorFigures } from '../../tests/bench/typing-editors/figures.ts';
import { barChart } from './bar-chart.ts';
import type { TypingFigures } from './typing.ts';

const DOCS = path.resolve(import.meta.dirname, '../../docs');
const NAMES: Record<string, string> = {
  app: 'Copydesk',
  plain: 'plain contenteditable',
  lexical: 'bare Lexical',
  prosemirror: 'ProseMirror',
  tiptap: 'Tiptap',
  quill: 'Quill',
  slate: 'Slate',
  koenig: 'Koenig (Ghost)',
  wordpress: 'block editor (WordPress)',
};
const PICTURES = [
  ['task', 'taskVsPlain', 'Main thread a key, times plain contenteditable', 'lower is better; plain is 1'],
  ['script', 'scriptMsPerKey', 'Script a key', 'milliseconds of processor time; lower is better'],
  ['open', 'openMs', 'Opening a story', 'milliseconds of the main thread; lower is better'],
] as const;
const COLUMNS = [
  'taskVsPlain',
  'scriptMsPerKey',
  'openMs',
  'heapMb',
  'enterMs',
  'joinMs',
  'boldMs',
  'pasteMs',
] as const;

/** Writes docs/images/typing-*.svg, and the table between the marks in docs/typing.md. */
export function writePictures({ editors }: TypingFigures): void {
  const words = Object.keys(Object.values(editors)[0] ?? {});
  mkdirSync(path.join(DOCS, 'images'), { recursive: true });
  for (const [file, what, title, unit] of PICTURES) {
    const rows = Object.entries(editors).map(([name, byWords]) => ({
      name: NAMES[name] ?? name,
      isOurs: name === 'app',
      values: words.map((length) => byWords[length]?.[what] ?? null),
    }));
    const series = words.map((length) => `${Number(length).toLocaleString('en')} words`);
    writeFileSync(path.join(DOCS, 'images', `typing-${file}.svg`), barChart({ title, unit, series, rows }));
  }
  const page = path.join(DOCS, 'typing.md');
  const [before, after] = readFileSync(page, 'utf8').split(/(?<=<!-- figures -->\n)[\s\S]*(?=<!-- end -->)/);
  writeFileSync(page, `${before}\n${words.map((length) => tableOf(editors, length)).join('\n')}\n${after}`);
}

function tableOf(editors: TypingFigures['editors'], words: string): string {
  const cell = (figures: EditorFigures | null | undefined, what: (typeof COLUMNS)[number]) =>
    String(figures?.[what] ?? '–');
  const rows = Object.entries(editors).map(
    ([name, byWords]) =>
      `| ${NAMES[name] ?? name} | ${COLUMNS.map((what) => cell(byWords[words], what)).join(' | ')} |`,
  );
  const head = `| ${Number(words).toLocaleString('en')} words | ${COLUMNS.join(' | ')} |`;
  return [head, `| --- |${' ---: |'.repeat(COLUMNS.length)}`, ...rows, ''].join('\n');
}

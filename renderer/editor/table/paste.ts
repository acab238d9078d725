import { quietHtml } from '../../../story/formats/paste/quietHtml.ts';
import { cellsFromText } from '../../../story/schema/table/edit.ts';
import { tablesFromDom } from '../../../story/schema/table/fromDom.ts';

/** The cells on a clipboard: of a copied table, or of text with tabs between them; null where there are none. */
export function pastedCells(data: DataTransfer): string[][] | null {
  const html = data.getData('text/html');
  if (/<table/i.test(html)) {
    // A document of its own that loads and runs nothing.
    const document = new DOMParser().parseFromString(quietHtml(html), 'text/html');
    const table = document.querySelector('table');
    const tables = table && tablesFromDom(table);
    if (tables) return tables.flatMap(({ rows }) => rows);
  }
  const text = data.getData('text/plain');
  return text.includes('\t') ? cellsFromText(text) : null;
}

/** Text as a cell takes it at its caret: in NFC, with its lines; so that the field's input event tells of it. */
export function insertLines(text: string): void {
  document.execCommand(
    'insertText',
    false,
    text
      .normalize('NFC')
      .replace(/\r\n?|[\u2028\u2029]/g, '\n')
      .replace(/\t/g, ' '),
  );
}

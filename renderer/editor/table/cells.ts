/** A cell's place, counted from 0. */
export type Cell = { row: number; column: number };

/** The cell that a text field is; null for any other element. */
export function cellAt(target: EventTarget | null): (Cell & { element: HTMLTextAreaElement }) | null {
  if (!(target instanceof HTMLTextAreaElement)) return null;
  const [row, column] = target.dataset.cell?.split(':').map(Number) ?? [];
  return row === undefined || column === undefined ? null : { row, column, element: target };
}

/** The text field of a cell in a table's frame. */
export const cellElement = (frame: Element | null, { row, column }: Cell): HTMLTextAreaElement | null =>
  frame?.querySelector<HTMLTextAreaElement>(`[data-cell="${row}:${column}"]`) ?? null;

/** Where a key leads from a cell: another cell, out of the table, or (null) nowhere: the key is the text field's own. */
export type Way = Cell | 'above' | 'below' | 'select' | 'newRow' | null;

/** A table's rows and columns. Where the last row is blank yet, no other is added: Tab and Enter lead out. */
export type Size = { rows: number; columns: number; isLastBlank: boolean };

export function wayOf(event: KeyboardEvent, from: Cell, { rows, columns, isLastBlank }: Size): Way {
  const { row, column } = from;
  const element = event.target as HTMLTextAreaElement;
  const held = event.ctrlKey || event.metaKey || event.altKey;
  if (event.key === 'Tab' && !held) {
    if (event.shiftKey)
      return column > 0 ? { row, column: column - 1 } : row > 0 ? { row: row - 1, column: columns - 1 } : null;
    if (column < columns - 1) return { row, column: column + 1 };
    if (row < rows - 1) return { row: row + 1, column: 0 };
    return isLastBlank ? null : 'newRow';
  }
  if (event.key === 'Enter' && !event.shiftKey && !event.altKey) {
    if (event.ctrlKey || event.metaKey) return 'below';
    if (row < rows - 1) return { row: row + 1, column };
    return isLastBlank ? 'below' : 'newRow';
  }
  if (event.key === 'Escape' && !held) return 'select';
  if (held || event.shiftKey) return null;
  const { selectionStart: start, selectionEnd: end, value } = element;
  const isLine = isOneLine(element);
  if (event.key === 'ArrowUp' && (isLine || (start === 0 && end === 0)))
    return row > 0 ? { row: row - 1, column } : 'above';
  if (event.key === 'ArrowDown' && (isLine || (start === value.length && end === value.length)))
    return row < rows - 1 ? { row: row + 1, column } : 'below';
  if (event.key === 'ArrowLeft' && end === 0 && column > 0) return { row, column: column - 1 };
  if (event.key === 'ArrowRight' && start === value.length && column < columns - 1) return { row, column: column + 1 };
  return null;
}

/** Whether a text stands on one line as it is shown. */
function isOneLine(element: HTMLTextAreaElement): boolean {
  const { lineHeight, paddingTop, paddingBottom } = getComputedStyle(element);
  const inner = element.clientHeight - Number.parseFloat(paddingTop) - Number.parseFloat(paddingBottom);
  return inner < 1.7 * Number.parseFloat(lineHeight);
}

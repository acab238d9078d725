/** Puts text at the caret of the focused control, in NFC and on one line, so that the control's own undo knows it. */
export function insertPlain(text: string): void {
  const line = text.normalize('NFC').replace(/\s*[\r\n\t\u2028\u2029]+\s*/g, ' ');
  // The one way to insert that goes into a control's native history.
  document.execCommand('insertText', false, line.trim() === '' ? line : line.replace(/^ +| +$/g, ' '));
}

/** Whether an element is a text field of a block (a photo's caption): its undo is the body's. */
export const isBlockText = (element: Element): element is HTMLTextAreaElement =>
  element instanceof HTMLTextAreaElement && element.closest('[data-body]') !== null;

/** Puts text at the caret of the focused control, in NFC and on one line, so that the control's own undo knows it. */
export function insertPlain(text: string): void {
  const line = text.normalize('NFC').replace(/\s*[\r\n\t\u2028\u2029]+\s*/g, ' ');
  // The one way to insert that goes into a control's native history.
  document.execCommand('insertText', false, line.trim() === '' ? line : line.replace(/^ +| +$/g, ' '));
}

/** Whether an element is one of a photo's texts: their undo is the body's, since they are blocks of it. */
export const isFigureText = (element: Element): element is HTMLTextAreaElement =>
  element instanceof HTMLTextAreaElement && element.dataset.figureText !== undefined;

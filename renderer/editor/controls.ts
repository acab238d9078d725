import type { ClipboardEvent, KeyboardEvent } from 'react';

/** Puts text at the caret of the focused control, in NFC and on one line, so that the control's own undo knows it. */
export function insertPlain(text: string): void {
  const line = text.normalize('NFC').replace(/\s*[\r\n\t\u2028\u2029]+\s*/g, ' ');
  // The one way to insert that goes into a control's native history.
  document.execCommand('insertText', false, line.trim() === '' ? line : line.replace(/^ +| +$/g, ' '));
}

/** The same, keeping its lines. */
export function insertLines(text: string): void {
  document.execCommand('insertText', false, text.normalize('NFC').replace(/\r\n?|[\u2028\u2029]/g, '\n'));
}

/** The handlers of a field of one line that may wrap: Enter does nothing in it, and what is pasted loses its lines. */
export const ONE_LINE = {
  onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) event.preventDefault();
  },
  onPaste(event: ClipboardEvent): void {
    event.preventDefault();
    insertPlain(event.clipboardData.getData('text/plain'));
  },
};

/**
 * Whether an element is a text field of a block (a photo's caption): its undo is the body's. What is not of the story yet
 * (`data-own-undo`) undoes itself.
 */
export const isBlockText = (element: Element): element is HTMLTextAreaElement =>
  element instanceof HTMLTextAreaElement &&
  element.closest('[data-body], [data-block-texts]') !== null &&
  element.closest('[data-own-undo]') === null;

/**
 * Puts text on the clipboard; false where the system refuses. By the copy command, which a press on a button allows:
 * the clipboard's own API asks for a permission that this window does not have.
 */
export function copyText(text: string): boolean {
  const put = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  document.addEventListener('copy', put, { capture: true, once: true });
  const copied = document.execCommand('copy');
  document.removeEventListener('copy', put, { capture: true });
  return copied;
}

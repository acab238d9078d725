/** What can be seen of the page, in the window's pixels: the part of the window that what scrolls an element takes up. */
export function boundsInView(element: Element): { top: number; bottom: number } {
  for (let at = element.parentElement; at; at = at.parentElement) {
    if (!/auto|scroll/.test(getComputedStyle(at).overflowY)) continue;
    const { top, bottom } = at.getBoundingClientRect();
    return { top: Math.max(top, 0), bottom: Math.min(bottom, window.innerHeight) };
  }
  return { top: 0, bottom: window.innerHeight };
}

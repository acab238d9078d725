/** After the last change of the page's size, in milliseconds. */
const RESIZED = 120;

/** Calls `repaint` when an element has had another size for a moment. Returns its own undo. */
export function onResize(element: Element | null, repaint: () => void): () => void {
  let painting: ReturnType<typeof setTimeout> | undefined;
  const observer = new ResizeObserver(() => {
    clearTimeout(painting);
    painting = setTimeout(repaint, RESIZED);
  });
  if (element) observer.observe(element);
  return () => {
    clearTimeout(painting);
    observer.disconnect();
  };
}

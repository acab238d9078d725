import type { ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import './print.css';

let shown: { root: Root; page: HTMLElement } | null = null;

/**
 * Prints some content by itself, as a clean page: it is put beside the window's own content, which a printer does not see
 * (print.css). Resolves when the system's dialog has been asked for.
 */
export async function printPage(content: ReactNode): Promise<void> {
  takeAway();
  const page = document.createElement('div');
  page.dataset.printPage = '';
  document.body.append(page);
  const root = createRoot(page);
  shown = { root, page };
  root.render(content);
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  // A photo that cannot be shown is printed as what stands for it.
  await Promise.allSettled([...page.querySelectorAll('img')].map((image) => image.decode()));
  window.addEventListener('afterprint', takeAway, { once: true });
  window.print();
}

function takeAway(): void {
  shown?.root.unmount();
  shown?.page.remove();
  shown = null;
}

import { call } from '../api.ts';
import { problem } from '../ui/toasts.tsx';

/** Opens what the editor asks for in the person's own browser; main looks at the address again. */
export function listenToLinks(): void {
  document.addEventListener('copydesk:open-link', async (event) => {
    const url = String((event as CustomEvent<unknown>).detail);
    const opened = await call('link.open', { url });
    if (!opened.ok) problem(opened);
  });
}

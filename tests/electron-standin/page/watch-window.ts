// Tells the main process what only the window knows: focus, size, title, links meant for another window, and its own X.
// The function stands alone: its source runs in the preload's world.
import type { Outgoing } from './renderer-api.ts';

/** `hold`: closing the window by its X asks first, which the stand-in turns into the app's close event. */
export function watchWindow(post: (message: Outgoing) => void, hold: boolean): void {
  const tell = (event: string, detail?: unknown) => post({ kind: 'window', event, detail });
  const bounds = () => ({ x: screenX, y: screenY, width: innerWidth, height: innerHeight });
  addEventListener('resize', () => tell('resize', bounds()));
  addEventListener('focus', (event) => event.target === window && tell('focus', bounds()));
  addEventListener('blur', (event) => event.target === window && tell('blur', bounds()));
  addEventListener('DOMContentLoaded', () => {
    const title = () => tell('title', document.title);
    title();
    new MutationObserver(title).observe(document.head, { subtree: true, childList: true, characterData: true });
  });
  const openOutside = (event: MouseEvent) => {
    if (event.defaultPrevented || event.button > 1) return;
    const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement && node.href !== '');
    if (!(link instanceof HTMLAnchorElement)) return;
    const wanted = event.button === 1 || event.ctrlKey || event.metaKey || event.shiftKey;
    const elsewhere = link.target !== '' && !['_self', '_top', '_parent'].includes(link.target);
    if (!wanted && !elsewhere) return;
    event.preventDefault();
    const disposition = event.shiftKey && !event.ctrlKey ? 'new-window' : wanted ? 'background-tab' : 'foreground-tab';
    tell('open', { url: link.href, frameName: link.target, disposition });
  };
  addEventListener('click', openOutside);
  addEventListener('auxclick', openOutside);
  if (!hold) return;
  addEventListener('beforeunload', (event) => event.isTrusted && event.preventDefault());
  // Chromium's own keys for reloading, which Electron's windows lack, would ask too.
  addEventListener('keydown', (event) => {
    if (event.key === 'F5' || (event.ctrlKey && event.key.toLowerCase() === 'r')) event.preventDefault();
  });
}

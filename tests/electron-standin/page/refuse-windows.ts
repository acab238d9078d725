// window.open gives null, and the app's handler hears of it. The function stands alone: its source runs in the page's world,
// in every frame (without a link in those inside).
import type { Link } from './worlds.ts';

export function refuseWindows(link: Link | undefined): void {
  const original = window.open.bind(window);
  const open = (url: string | URL = '', target = '', features = ''): Window | null => {
    if (/^_(self|top|parent)$/i.test(target)) return original(url, target, features);
    const frameName = target === '_blank' ? '' : target;
    const address = String(url) === '' ? 'about:blank' : new URL(url, document.baseURI).href;
    const disposition = features === '' ? 'foreground-tab' : 'new-window';
    link?.ask({ kind: 'open', detail: { url: address, frameName, features, disposition } });
    return null;
  };
  Object.defineProperty(window, 'open', { value: open, writable: true, configurable: true, enumerable: true });
}

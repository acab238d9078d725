// What a window tells of itself (page/watch-window.ts).
import type { WebContents } from './api/web-contents.ts';
import { askToOpen } from './page-opened.ts';

type Disposition = 'foreground-tab' | 'background-tab' | 'new-window';

export function windowMessage(contents: WebContents, event: string, detail: unknown): void {
  if (event === 'open') {
    const { url, frameName, disposition } = detail as { url: string; frameName: string; disposition: Disposition };
    askToOpen(contents, { url, frameName, disposition, features: '' });
  } else if (event === 'key') contents.emit('-key', detail);
  else contents.emit('-window', event, detail);
}

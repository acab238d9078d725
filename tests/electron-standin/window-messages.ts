// What a window tells of itself (page/watch-window.ts).
import { preventable } from './api/event.ts';
import type { WebContents } from './api/web-contents.ts';
import { askToOpen } from './page-opened.ts';

type Disposition = 'foreground-tab' | 'background-tab' | 'new-window';

export function windowMessage(contents: WebContents, event: string, detail: unknown): void {
  if (event === 'open') {
    const { url, frameName, disposition } = detail as { url: string; frameName: string; disposition: Disposition };
    askToOpen(contents, { url, frameName, disposition, features: '' });
  } else if (event === 'title') setTitle(contents, detail as string);
  else contents.emit('-window', event, detail);
}

function setTitle(contents: WebContents, title: string): void {
  if (title === '' || title === contents._title) return;
  contents._title = title;
  contents.emit('page-title-updated', preventable({}), title, true);
}

// Windows a page wants to open. None does (page/refuse-windows.ts and watch-window.ts); the app's handler is asked all the same.

import { preventable } from './api/event.ts';
import type { WebContents } from './api/web-contents.ts';
import type { Protocol, Session } from './cdp/connection.ts';
import { say } from './log.ts';
import { ownScheme, toApp } from './origin.ts';
import { connection } from './runtime.ts';
import { isOpening, isOwnTarget } from './target.ts';

type Wish = { url: string; frameName: string; features: string; disposition: Electron.HandlerDetails['disposition'] };

export function askToOpen(contents: WebContents, { url, ...rest }: Wish): void {
  const details = {
    ...rest,
    url: toApp(url),
    referrer: { url: contents._url, policy: 'strict-origin-when-cross-origin' as const },
  };
  const answer = contents._openHandler?.(details) ?? { action: 'allow' };
  if (answer.action !== 'deny') say(`a page's own windows are not provided; ${details.url} stays closed`);
}

/** Chromium would hand such an address to another program, or refuse it; here the app's guard sees it first. */
function askedElsewhere(contents: WebContents, url: string): void {
  const event = preventable({
    url: toApp(url),
    isMainFrame: true,
    isSameDocument: false,
    frame: contents.mainFrame,
    initiator: contents.mainFrame,
  });
  contents.emit('will-navigate', event, url);
  if (!event.defaultPrevented && ownScheme(url)) void contents.loadURL(url).catch(() => {});
}

export function watchOpening(contents: WebContents, session: Session): void {
  session.listen('Page.frameRequestedNavigation', ({ frameId, url, disposition }) => {
    if (disposition !== 'currentTab' || frameId !== contents._target?.id) return;
    if (/^(https?|blob|javascript|about):/.test(url)) contents._pageAsked = url;
    else askedElsewhere(contents, url);
  });
}

/** Closes at once what a page got open in spite of all. */
export async function refuseStrangers(): Promise<void> {
  const { root } = connection();
  root.listen(
    'Target.targetCreated',
    ({ targetInfo: { targetId, type, url, openerId } }: Protocol.Target.targetCreatedPayload) => {
      if (type !== 'page' || isOwnTarget(targetId)) return;
      if (openerId === undefined && isOpening()) return;
      if (openerId === undefined && (url === '' || url.startsWith('about:') || url.startsWith('data:'))) return;
      root.sendQuietly('Target.closeTarget', { targetId });
    },
  );
  await root.send('Target.setDiscoverTargets', { discover: true });
}

// How windows go: by close (the page may object), or by the window's own X (it is gone when we hear of it).

import { allWebContents, contentsOfTarget, type WebContents } from './api/web-contents.ts';
import type { Session } from './cdp/connection.ts';
import { connection, runtime } from './runtime.ts';

const ASK = `(() => {
  const event = document.createEvent('BeforeUnloadEvent');
  event.initEvent('beforeunload', false, true);
  return dispatchEvent(event) && !event.returnValue;
})()`;

/** True when the page agrees to be closed: no beforeunload listener objects. */
export async function closeContents(contents: WebContents): Promise<boolean> {
  const session = contents._target?.session;
  if (!session || !contents._started) return true;
  const answer = await session
    .send('Runtime.evaluate', { expression: ASK, returnByValue: true })
    .catch(() => undefined);
  return answer?.result.value !== false;
}

/** Only where a person closes windows: a debugger (Playwright) answers a page's dialogs by itself. */
export const holdsWindows = (): boolean => runtime.chromium?.headless === false && !runtime.chromium.debugged;

/** The X of a held window asks the page, the page objects, and here that becomes the app's close event. */
export function holdWindow(contents: WebContents, session: Session): void {
  session.listen('Page.javascriptDialogOpening', ({ type }) => {
    if (type !== 'beforeunload') return;
    session.sendQuietly('Page.handleJavaScriptDialog', { accept: false });
    inner(contents, '-close', true);
  });
}

const inner = (contents: WebContents, event: string, ...args: unknown[]) => void contents.emit(event, ...args);

export function watchTargets(): void {
  const { root } = connection();
  root.listen('Target.targetDestroyed', ({ targetId }) => {
    const contents = contentsOfTarget(targetId);
    if (contents) inner(contents, '-gone');
  });
  connection().closed.then(() => {
    for (const contents of allWebContents()) inner(contents, '-gone');
  });
}

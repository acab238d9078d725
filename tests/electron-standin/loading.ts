// Chromium's page events as Electron's.

import { app } from './api/app.ts';
import { preventable } from './api/event.ts';
import type { WebContents } from './api/web-contents.ts';
import type { Protocol, Session } from './cdp/connection.ts';
import { toApp } from './origin.ts';

const LEVELS: Record<string, string> = {
  warning: 'warning',
  error: 'error',
  assert: 'error',
  debug: 'debug',
  verbose: 'debug',
};

function consoleMessage(contents: WebContents, level: string, message: string, lineNumber: number, url: string): void {
  const details = {
    message,
    level: LEVELS[level] ?? 'info',
    lineNumber,
    sourceId: toApp(url),
    frame: contents.mainFrame,
  };
  contents.emit('console-message', preventable(details));
}

const asText = ({ value, description, type }: Protocol.Runtime.RemoteObject) =>
  typeof value === 'string' ? value : value === undefined ? (description ?? type) : JSON.stringify(value);

export function watchLoading(contents: WebContents, session: Session): void {
  const isMain = (frameId: string) => frameId === contents._target?.id;
  session.listen('Page.frameNavigated', ({ frame }) => {
    if (!isMain(frame.id)) return;
    contents._atAddress(frame.url + (frame.urlFragment ?? ''));
    contents.emit('did-navigate', {}, contents._url, 200, 'OK');
  });
  session.listen('Page.navigatedWithinDocument', ({ frameId, url }) => {
    if (!isMain(frameId)) return;
    contents._atAddress(url);
    contents.emit('did-navigate-in-page', {}, contents._url, true);
  });
  session.listen('Page.frameStartedLoading', ({ frameId }) => {
    if (!isMain(frameId)) return;
    contents._loading = true;
    contents.emit('did-start-loading');
  });
  session.listen('Page.frameStoppedLoading', ({ frameId }) => {
    if (!isMain(frameId)) return;
    contents._loading = false;
    contents.emit('did-stop-loading');
  });
  session.listen('Page.domContentEventFired', () => {
    if (contents._zoom !== 1) contents._applyZoom();
    contents.emit('dom-ready', {});
  });
  session.listen('Page.loadEventFired', () => contents._started && contents.emit('did-finish-load'));
  session.listen('Runtime.consoleAPICalled', ({ type, args, stackTrace }) => {
    const [frame] = stackTrace?.callFrames ?? [];
    consoleMessage(contents, type, args.map(asText).join(' '), (frame?.lineNumber ?? -1) + 1, frame?.url ?? '');
  });
  session.listen('Log.entryAdded', ({ entry }) =>
    consoleMessage(contents, entry.level, entry.text, entry.lineNumber ?? 0, entry.url ?? ''),
  );
  session.listen('Runtime.exceptionThrown', ({ exceptionDetails: { exception, text, lineNumber, url } }) =>
    consoleMessage(contents, 'error', `Uncaught ${exception?.description ?? text}`, lineNumber + 1, url ?? ''),
  );
  session.listen('Inspector.targetCrashed', () => {
    const details = { reason: 'crashed', exitCode: 5 };
    contents.emit('render-process-gone', {}, details);
    app.emit('render-process-gone', {}, contents, details);
  });
}

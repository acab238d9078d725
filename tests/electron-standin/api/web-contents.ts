// A window's contents: one DevTools target, its preload's world, its loading and its navigation.

import { EventEmitter } from 'node:events';
import type { Session } from '../cdp/connection.ts';
import { guard } from '../guard.ts';
import { watchLoading } from '../loading.ts';
import { toApp, toWindow } from '../origin.ts';
import type { PageLink } from '../page-link.ts';
import { setUpPage, type WebPreferences } from '../page-setup.ts';
import { openTarget, type Target } from '../target.ts';
import { words } from '../words.ts';
import { app } from './app.ts';
import { Emitter } from './emitter.ts';
import { preventable } from './event.ts';
import { encodeArgs } from './ipc-main.ts';
import { printToPDF } from './print.ts';
import { defaultSession } from './session.ts';
import { createWebFrame, type WebFrameMain } from './web-frame.ts';

const EVENTS = words(`
  will-navigate will-redirect will-frame-navigate will-attach-webview will-prevent-unload render-process-gone did-start-loading did-stop-loading did-finish-load did-fail-load dom-ready did-navigate did-navigate-in-page page-title-updated console-message preload-error destroyed unresponsive responsive`);
type OpenHandler = (details: Electron.HandlerDetails) => Electron.WindowOpenHandlerResponse;
const all = new Map<number, WebContents>();

class WebContentsObject extends Emitter {
  readonly id: number = all.size === 0 ? 1 : Math.max(...all.keys()) + 1;
  readonly session = defaultSession;
  readonly ipc = new EventEmitter();
  readonly mainFrame: WebFrameMain;
  readonly _preferences: WebPreferences;
  _target: Target | undefined;
  _link: PageLink = undefined as never;
  _url = '';
  _title = '';
  _loading = false;
  /** True once an address was asked for: the target's first empty page is not the app's. */
  _started = false;
  _zoom = 1;
  _destroyed = false;
  _openHandler: OpenHandler | undefined;
  /** Addresses the app itself is loading: no will-navigate for them. */
  readonly _expected = new Set<string>();
  /** The address the page itself last asked its main frame to go to. */
  _pageAsked: string | undefined;
  _attached: Promise<Session>;

  constructor(preferences: WebPreferences) {
    super('webContents', EVENTS);
    this._preferences = preferences;
    this.mainFrame = createWebFrame(
      () => this._target?.processId ?? 0,
      () => this._url,
      () => this._destroyed,
    );
    this._attached = Promise.resolve(undefined as never);
  }

  /** Opens the target and resolves once documents in it will be set up. `sized` runs before any document is loaded. */
  _open(self: WebContents, sized: (target: Target) => Promise<void>): void {
    this._attached = openTarget().then(async (target) => {
      this._target = target;
      if (this._destroyed) return target.session;
      await setUpPage(self, target);
      watchLoading(self, target.session);
      await sized(target);
      return target.session;
    });
    this._attached.catch((error) => this._destroyed || process.emit('uncaughtException', error));
  }

  async loadURL(address: string): Promise<void> {
    this._alive();
    const session = await this._attached;
    const url = toWindow(address);
    this._started = true;
    this._expected.add(url);
    const done = new Promise<void>((resolve, reject) => {
      const settle = (error?: Error) => {
        this.off('did-finish-load', finished);
        this.off('did-fail-load', failed);
        if (error) reject(error);
        else resolve();
      };
      const finished = () => settle();
      const failed = (_event: unknown, errno: number, code: string) =>
        settle(Object.assign(new Error(`${code} (${errno}) loading '${address}'`), { code, errno, url: address }));
      this.on('did-finish-load', finished);
      this.on('did-fail-load', failed);
    });
    done.catch(() => {});
    const { errorText } = await session.send('Page.navigate', { url });
    this._expected.delete(url);
    if (errorText)
      this.emit(
        'did-fail-load',
        {},
        errorText === 'net::ERR_ABORTED' ? -3 : -2,
        errorText.replace('net::', ''),
        address,
        true,
      );
    return done;
  }

  getURL(): string {
    this._alive();
    return this._url;
  }
  getTitle(): string {
    return this._title;
  }
  isLoading(): boolean {
    return this._loading;
  }
  isDestroyed(): boolean {
    return this._destroyed;
  }
  isCrashed(): boolean {
    return false;
  }
  reload(): void {
    this._alive();
    this._expected.add(toWindow(this._url));
    this._quietly('Page.reload');
  }
  send(channel: string, ...args: unknown[]): void {
    this._alive();
    if (typeof channel !== 'string') throw new TypeError('Missing required channel argument');
    const encoded = encodeArgs(args);
    this._link?.send({ kind: 'event', channel, args: encoded });
  }
  setWindowOpenHandler(handler: OpenHandler): void {
    this._openHandler = handler;
  }
  async executeJavaScript(code: string, userGesture = false): Promise<unknown> {
    this._alive();
    const session = await this._attached;
    const options = { expression: code, awaitPromise: true, returnByValue: true, userGesture };
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', options);
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }
  printToPDF(options: Electron.PrintToPDFOptions = {}): Promise<Buffer> {
    return this._attached.then((session) => printToPDF(session, options));
  }
  setZoomFactor(factor: number): void {
    if (!(factor > 0)) throw new Error("'zoomFactor' must be a double greater than 0.0");
    this._zoom = factor;
    void this._applyZoom();
  }
  getZoomFactor(): number {
    return this._zoom;
  }
  get zoomFactor(): number {
    return this._zoom;
  }
  set zoomFactor(factor: number) {
    this.setZoomFactor(factor);
  }
  getOSProcessId(): number {
    return this._target?.processId ?? 0;
  }
  /** Closes the window as a user would, `waitForBeforeUnload` asking the page first. */
  close(options: { waitForBeforeUnload?: boolean } = {}): void {
    this.emit('-close', options.waitForBeforeUnload === true);
  }
  focus(): void {
    this._quietly('Page.bringToFront');
  }

  _alive(): void {
    if (this._destroyed) throw new TypeError('Object has been destroyed');
  }
  _applyZoom(): void {
    const expression = `document.documentElement.style.zoom = ${this._zoom === 1 ? "''" : this._zoom}`;
    this._quietly('Runtime.evaluate', { expression });
  }
  _quietly(method: Parameters<Session['send']>[0], params?: object): void {
    this._attached.then((session) => session.send(method, params as never)).catch(() => {});
  }
  _atAddress(address: string): void {
    this._url = address === 'about:blank' || address.startsWith('data:text/html,window-') ? '' : toApp(address);
  }
  _destroy(): void {
    if (this._destroyed) return;
    this._destroyed = true;
    all.delete(this.id);
    this.emit('destroyed');
  }
}

export type WebContents = WebContentsObject;
export function createWebContents(preferences: WebPreferences): WebContents {
  const made = guard('webContents', new WebContentsObject(preferences));
  all.set(made.id, made);
  app.emit('web-contents-created', preventable({}), made);
  return made;
}
export const allWebContents = (): WebContents[] => [...all.values()];
export const contentsOfTarget = (id: string): WebContents | undefined =>
  allWebContents().find((contents) => contents._target?.id === id);

/** The module of that name. */
export const webContents = guard('webContents', {
  fromId: (id: number) => all.get(id),
  fromDevToolsTargetId: contentsOfTarget,
  getAllWebContents: allWebContents,
  getFocusedWebContents: () => allWebContents().find((contents) => contents._link?.context !== undefined) ?? null,
});

import { closeContents } from '../closing.ts';
import { guard, notProvided } from '../guard.ts';
import { checkPreferences, type WebPreferences } from '../page-setup.ts';
import { chromiumFor, connection } from '../runtime.ts';
import type { Target } from '../target.ts';
import { words } from '../words.ts';
import { app } from './app.ts';
import { PreventableEvent, preventable } from './event.ts';
import { PlacedWindow } from './placed-window.ts';
import { createWebContents, type WebContents } from './web-contents.ts';
import { windowAdded, windowRemoved, windows } from './window-list.ts';
import { moveWindow, type Place } from './window-place.ts';

const EVENTS = words(`
  close closed ready-to-show show hide focus blur resize resized move moved minimize restore maximize unmaximize
  page-title-updated unresponsive responsive session-end query-session-end`);
// Taken as they are; what they ask for shows in the window, or has no meaning without a frame.
const OPTIONS = new Set(
  words(`
  width height x y minWidth minHeight show backgroundColor title icon autoHideMenuBar webPreferences center
  useContentSize paintWhenInitiallyHidden darkTheme titleBarStyle acceptFirstMouse`),
);
let lastId = 0;
let focused: BrowserWindow | null = null;

class BrowserWindowObject extends PlacedWindow {
  readonly id: number;
  readonly webContents: WebContents;
  private title: string;

  constructor(options: Electron.BrowserWindowConstructorOptions = {}) {
    super('BrowserWindow', EVENTS, options);
    chromiumFor('BrowserWindow');
    for (const name of Object.keys(options))
      if (!OPTIONS.has(name)) throw notProvided(`new BrowserWindow({ ${name} })`);
    const preferences = (options.webPreferences ?? {}) as WebPreferences;
    checkPreferences(preferences);
    lastId += 1;
    this.id = lastId;
    const { show = true, title = 'Electron' } = options;
    this.title = title;
    this.webContents = createWebContents(preferences);
    const self = guard('BrowserWindow', this);
    windowAdded(self);
    app.emit('browser-window-created', preventable({}), self);
    this._listen(self);
    this.webContents._open(this.webContents, (target) => moveWindow(target, this.place));
    if (show) queueMicrotask(() => self._takeFocus());
    // biome-ignore lint/correctness/noConstructorReturn: everybody holds the guarded window
    return self as this;
  }

  _listen(self: BrowserWindow): void {
    const contents = this.webContents;
    contents.once('did-finish-load', () => self.emit('ready-to-show', {}));
    contents.on('page-title-updated', (event: PreventableEvent, title: string, explicit: boolean) => {
      self.emit('page-title-updated', event, title, explicit);
      if (!event.defaultPrevented) this.title = title;
    });
    contents._onOwn('-close', (ask: boolean) => void self._close(ask));
    contents._onOwn('-window', (event: string, place: Place) => self._told(event, place));
    contents._onOwn('-gone', () => {
      // too late to keep it
      self.emit('close', new PreventableEvent());
      self._gone();
    });
  }

  protected override async target(): Promise<Target | undefined> {
    await this.webContents._attached;
    return this.webContents._target;
  }
  /** What the window tells of itself. */
  _told(event: string, place: Place): void {
    if (this._destroyed) return;
    if (event === 'focus') this._takeFocus();
    else if (event === 'blur' && focused?.id === this.id) this._dropFocus();
    this._placed(place);
  }
  _takeFocus(): void {
    if (this._destroyed || focused?.id === this.id) return;
    focused?._dropFocus();
    focused = windows().find((window) => window.id === this.id) ?? null;
    this.emit('focus', {});
    app.emit('browser-window-focus', preventable({}), focused);
  }
  _dropFocus(): void {
    const window = focused;
    focused = null;
    this.emit('blur', {});
    app.emit('browser-window-blur', preventable({}), window);
  }

  loadURL(url: string): Promise<void> {
    this._alive();
    return this.webContents.loadURL(url);
  }
  show(): void {
    this._alive();
    const shown = !this.visible || this.state === 'minimized';
    this.visible = true;
    this._setState(this.state === 'minimized' ? 'normal' : this.state);
    if (shown) this.emit('show', {});
    this.focus();
  }
  hide(): void {
    this._alive();
    if (!this.visible) return;
    this.visible = false;
    this._setNative('minimized');
    if (focused?.id === this.id) this._dropFocus();
    this.emit('hide', {});
  }
  focus(): void {
    this._alive();
    this.webContents.focus();
    this._takeFocus();
  }
  isFocused(): boolean {
    return focused?.id === this.id;
  }
  setTitle(title: string): void {
    this.title = title;
  }
  getTitle(): string {
    return this.title;
  }
  setMenuBarVisibility(_visible: boolean): void {}
  setAutoHideMenuBar(_hide: boolean): void {}
  isDestroyed(): boolean {
    return this._destroyed;
  }
  close(): void {
    this._alive();
    void this._close(true);
  }
  destroy(): void {
    if (this._destroyed) return;
    const target = this.webContents._target;
    this._gone();
    if (target) connection().root.sendQuietly('Target.closeTarget', { targetId: target.id });
  }

  /** Asks the app, then the page (beforeunload), then closes. True when it was closed. */
  async _close(ask: boolean): Promise<boolean> {
    const event = new PreventableEvent();
    this.emit('close', event);
    if (event.defaultPrevented || this._destroyed) return this._destroyed;
    if (ask && !(await closeContents(this.webContents))) {
      const kept = preventable({});
      this.webContents.emit('will-prevent-unload', kept);
      if (!kept.defaultPrevented) return false;
    }
    this.destroy();
    return true;
  }
  /** The window is no more, by us or by its own X. */
  _gone(): void {
    if (this._destroyed) return;
    this._destroyed = true;
    if (focused?.id === this.id) focused = null;
    this.webContents._destroy();
    this.emit('closed', {});
    windowRemoved(this as never);
  }
  static getAllWindows = (): BrowserWindow[] => windows();
  static fromId = (id: number): BrowserWindow | null => windows().find((window) => window.id === id) ?? null;
  static fromWebContents = (contents: WebContents): BrowserWindow | null =>
    windows().find((window) => window.webContents.id === contents.id) ?? null;
  static getFocusedWindow = (): BrowserWindow | null => focused;
}

export type BrowserWindow = BrowserWindowObject;
export const BrowserWindow = guard('BrowserWindow', BrowserWindowObject);

import { closeContents } from '../closing.ts';
import { guard, notProvided } from '../guard.ts';
import { checkPreferences, type WebPreferences } from '../page-setup.ts';
import { chromiumFor, connection } from '../runtime.ts';
import { app } from './app.ts';
import { Emitter } from './emitter.ts';
import { PreventableEvent, preventable } from './event.ts';
import { createWebContents, type WebContents } from './web-contents.ts';
import { windowAdded, windowRemoved, windows } from './window-list.ts';
import { moveWindow, type Place, setState } from './window-place.ts';

const EVENTS = [
  'close',
  'closed',
  'ready-to-show',
  'show',
  'hide',
  'focus',
  'blur',
  'resize',
  'resized',
  'move',
  'moved',
  'minimize',
  'restore',
  'maximize',
  'unmaximize',
  'page-title-updated',
  'unresponsive',
  'responsive',
  'session-end',
  'query-session-end',
]; // prettier-ignore
// Taken as they are; what they ask for shows in the window, or has no meaning without a frame.
const OPTIONS = new Set([
  'width',
  'height',
  'x',
  'y',
  'minWidth',
  'minHeight',
  'show',
  'backgroundColor',
  'title',
  'icon',
  'autoHideMenuBar',
  'webPreferences',
  'center',
  'useContentSize',
  'paintWhenInitiallyHidden',
  'darkTheme',
  'titleBarStyle',
  'acceptFirstMouse',
]); // prettier-ignore
let lastId = 0;
let focused: BrowserWindow | null = null;

class BrowserWindowObject extends Emitter {
  readonly id: number;
  readonly webContents: WebContents;
  private place: Place;
  private normal: Place;
  private readonly minimum: [number, number];
  private title: string;
  private state: 'normal' | 'minimized' | 'maximized' = 'normal';
  private visible: boolean;
  _destroyed = false;

  constructor(options: Electron.BrowserWindowConstructorOptions = {}) {
    super('BrowserWindow', EVENTS);
    chromiumFor('BrowserWindow');
    for (const name of Object.keys(options))
      if (!OPTIONS.has(name)) throw notProvided(`new BrowserWindow({ ${name} })`);
    const preferences = (options.webPreferences ?? {}) as WebPreferences;
    checkPreferences(preferences);
    lastId += 1;
    this.id = lastId;
    const { width = 800, height = 600, x, y, minWidth = 0, minHeight = 0, show = true, title = 'Electron' } = options;
    this.minimum = [minWidth, minHeight];
    this.place = { x: x ?? 60, y: y ?? 40, width: Math.max(width, minWidth), height: Math.max(height, minHeight) };
    this.normal = this.place;
    this.title = title;
    this.visible = show;
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

  // what the window tells
  _told(event: string, place: Place): void {
    if (this._destroyed) return;
    if (event === 'focus') this._takeFocus();
    else if (event === 'blur' && focused?.id === this.id) this._dropFocus();
    const { x, y, width, height } = this.place;
    this.place = place;
    if (this.state === 'normal') this.normal = place;
    if (width !== place.width || height !== place.height) this.emit('resize', {});
    if (x !== place.x || y !== place.y) this.emit('move', {});
  }
  _takeFocus(): void {
    if (this._destroyed || focused?.id === this.id) return;
    focused?._dropFocus();
    focused = windows().find((window) => window.id === this.id) ?? null;
    this.emit('focus', {});
  }
  _dropFocus(): void {
    focused = null;
    this.emit('blur', {});
  }

  loadURL(url: string): Promise<void> {
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
  showInactive(): void {
    this.visible = true;
    this.emit('show', {});
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
  isVisible(): boolean {
    return this.visible && this.state !== 'minimized';
  }
  isMinimized(): boolean {
    return this.state === 'minimized';
  }
  isMaximized(): boolean {
    return this.state === 'maximized';
  }
  isFullScreen(): boolean {
    return false;
  }
  minimize(): void {
    this._setState('minimized');
  }
  restore(): void {
    this._setState('normal');
  }
  maximize(): void {
    this.visible = true;
    this._setState('maximized');
  }
  unmaximize(): void {
    this._setState('normal');
  }
  getBounds(): Place {
    return { ...this.place };
  }
  getContentBounds(): Place {
    return this.getBounds();
  }
  getNormalBounds(): Place {
    return { ...this.normal };
  }
  getSize(): [number, number] {
    return [this.place.width, this.place.height];
  }
  getContentSize(): [number, number] {
    return this.getSize();
  }
  setSize(width: number, height: number): void {
    this.setBounds({ width, height });
  }
  setContentSize(width: number, height: number): void {
    this.setSize(width, height);
  }
  setBounds(bounds: Partial<Place>): void {
    this._alive();
    const wanted = { ...this.place, ...bounds };
    const [minWidth, minHeight] = this.minimum;
    const next = { ...wanted, width: Math.max(wanted.width, minWidth), height: Math.max(wanted.height, minHeight) };
    this._told('set', next);
    this.webContents._attached
      .then(() => this.webContents._target && moveWindow(this.webContents._target, next))
      .catch(() => {});
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

  _alive(): void {
    if (this._destroyed) throw new TypeError('Object has been destroyed');
  }
  _setNative(state: 'normal' | 'minimized' | 'maximized'): void {
    this.webContents._attached
      .then(() => this.webContents._target && setState(this.webContents._target, state))
      .catch(() => {});
  }
  _setState(state: 'normal' | 'minimized' | 'maximized'): void {
    this._alive();
    const before = this.state;
    this.state = state;
    this._setNative(state);
    if (before === state) return;
    this.emit(
      { normal: before === 'maximized' ? 'unmaximize' : 'restore', minimized: 'minimize', maximized: 'maximize' }[
        state
      ],
      {},
    );
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

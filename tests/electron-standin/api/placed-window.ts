// Where a window is, how large and in what state. The stand-in's windows have no frame or menu bar of their own: outer and inner size
// are one.
import type { Target } from '../target.ts';
import { Emitter } from './emitter.ts';
import { moveWindow, type Place, setState } from './window-place.ts';

export type State = 'normal' | 'minimized' | 'maximized';

export abstract class PlacedWindow extends Emitter {
  protected place: Place;
  private normal: Place;
  private readonly minimum: [number, number];
  protected state: State = 'normal';
  protected visible: boolean;
  _destroyed = false;

  constructor(name: string, events: readonly string[], options: Electron.BrowserWindowConstructorOptions) {
    super(name, events);
    const { width = 800, height = 600, x, y, minWidth = 0, minHeight = 0, show = true } = options;
    this.minimum = [minWidth, minHeight];
    this.place = { x: x ?? 60, y: y ?? 40, width: Math.max(width, minWidth), height: Math.max(height, minHeight) };
    this.normal = this.place;
    this.visible = show;
  }

  /** The window of Chromium's, once it is there; undefined when it is gone. */
  protected abstract target(): Promise<Target | undefined>;

  _alive(): void {
    if (this._destroyed) throw new TypeError('Object has been destroyed');
  }
  /** Takes note of a new place. */
  _placed(place: Place): void {
    const { x, y, width, height } = this.place;
    this.place = place;
    if (this.state === 'normal') this.normal = place;
    if (width !== place.width || height !== place.height) this.emit('resize', {});
    if (x !== place.x || y !== place.y) this.emit('move', {});
  }
  isVisible(): boolean {
    this._alive();
    return this.visible && this.state !== 'minimized';
  }
  isMinimized(): boolean {
    this._alive();
    return this.state === 'minimized';
  }
  isMaximized(): boolean {
    this._alive();
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
    this._alive();
    return { ...this.place };
  }
  getContentBounds(): Place {
    return this.getBounds();
  }
  getNormalBounds(): Place {
    this._alive();
    return { ...this.normal };
  }
  getSize(): [number, number] {
    this._alive();
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
    this._placed(next);
    this._withTarget((target) => moveWindow(target, next));
  }
  /** Does `work` once the target is there; what fails then is on its way out. */
  private _withTarget(work: (target: Target) => Promise<unknown>): void {
    this.target()
      .then((target) => target && work(target))
      .catch(() => {});
  }
  protected _setNative(state: State): void {
    this._withTarget((target) => setState(target, state));
  }
  protected _setState(state: State): void {
    this._alive();
    const before = this.state;
    this.state = state;
    this._setNative(state);
    if (before === state) return;
    const back = before === 'maximized' ? 'unmaximize' : 'restore';
    this.emit({ normal: back, minimized: 'minimize', maximized: 'maximize' }[state], {});
  }
}

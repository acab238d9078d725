import { basename } from 'node:path';
import { guard } from '../guard.ts';
import { chromiumFor, runtime } from '../runtime.ts';
import { words } from '../words.ts';
import { getPath, setPath } from './app-paths.ts';
import { Emitter } from './emitter.ts';
import { preventable } from './event.ts';
import { exit, quit, watchLastWindow } from './quit.ts';
import { hasLock, releaseLock, requestLock } from './single-instance.ts';
import { windows } from './window-list.ts';

const EVENTS = words(`
  will-finish-launching ready second-instance window-all-closed activate before-quit will-quit quit web-contents-created browser-window-created browser-window-focus browser-window-blur open-file open-url render-process-gone
  child-process-gone`);

/** Switches for Chromium, until it is started. */
class CommandLine {
  readonly _switches = new Map<string, string>();
  appendSwitch(name: string, value = ''): void {
    this._switches.set(name.toLowerCase(), value);
  }
  hasSwitch(name: string): boolean {
    return this._switches.has(name);
  }
  getSwitchValue(name: string): string {
    return this._switches.get(name) ?? '';
  }
}

class App extends Emitter {
  readonly commandLine = guard('app.commandLine', new CommandLine());
  private readonly information = { name: 'Electron', version: process.version, path: process.cwd() };
  private becomeReady: () => void = () => {};
  private readonly whenReadyPromise = new Promise<void>((resolve) => {
    this.becomeReady = resolve;
  });

  get name(): string {
    return this.information.name;
  }
  set name(name: string) {
    this.information.name = name;
  }
  getName(): string {
    return this.information.name;
  }
  setName(name: string): void {
    this.information.name = name;
  }
  getVersion(): string {
    return this.information.version;
  }
  getAppPath(): string {
    return this.information.path;
  }
  /** What the app's package.json says; set before its code runs. */
  _describe(information: Partial<{ name: string; version: string; path: string }>): void {
    Object.assign(this.information, information);
  }
  get isPackaged(): boolean {
    return basename(process.execPath).toLowerCase() !== 'electron';
  }
  isReady(): boolean {
    return runtime.ready;
  }
  whenReady(): Promise<void> {
    return this.whenReadyPromise;
  }
  _ready(): void {
    runtime.ready = true;
    self.emit('will-finish-launching');
    self.emit('ready', preventable({}), {});
    this.becomeReady();
  }
  getPath(name: string): string {
    return getPath(name, this.information.name);
  }
  setPath(name: string, path: string): void {
    setPath(name, path);
  }
  getLocale(): string {
    chromiumFor('app.getLocale');
    return this.commandLine.getSwitchValue('lang') || (this.getPreferredSystemLanguages()[0] ?? 'en-US');
  }
  getSystemLocale(): string {
    return this.getPreferredSystemLanguages()[0] ?? 'en-US';
  }
  getPreferredSystemLanguages(): string[] {
    const { LANGUAGE, LC_ALL, LC_MESSAGES, LANG } = process.env;
    const names = (LANGUAGE || LC_ALL || LC_MESSAGES || LANG || '')
      .split(':')
      .map((name) => name.replace(/[.@].*/, '').replace('_', '-'));
    const known = names.filter((name) => name !== '' && name !== 'C' && name !== 'POSIX');
    return known.length > 0 ? known : ['en-US'];
  }
  requestSingleInstanceLock(data?: Record<string, unknown>): boolean {
    const message = { argv: [...process.argv], cwd: process.cwd(), data: data ?? null };
    return requestLock(this.getPath('userData'), message, (second) =>
      self.emit('second-instance', preventable({}), second.argv, second.cwd, second.data),
    );
  }
  hasSingleInstanceLock(): boolean {
    return hasLock();
  }
  releaseSingleInstanceLock(): void {
    releaseLock();
  }
  quit(): void {
    quit(self);
  }
  exit(code = 0): void {
    exit(self, code);
  }
  focus(): void {
    windows()[0]?.focus();
  }
  enableSandbox(): void {
    if (runtime.ready) throw new Error('app.enableSandbox() can only be called before app is ready');
  }
  setAppUserModelId(_id: string): void {}
  setDesktopName(_name: string): void {}
}

const self = guard('app', new App('app', EVENTS));
watchLastWindow(self);
export const app = self;

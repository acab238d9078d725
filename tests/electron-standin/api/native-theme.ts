import { guard } from '../guard.ts';
import { Emitter } from './emitter.ts';
import { allWebContents, type WebContents } from './web-contents.ts';

type Source = Electron.NativeTheme['themeSource'];

/** `system` is light, or dark under STANDIN_DARK=1. */
class NativeTheme extends Emitter {
  private source: Source = 'system';

  get themeSource(): Source {
    return this.source;
  }
  set themeSource(source: Source) {
    if (!['system', 'light', 'dark'].includes(source)) throw new TypeError('themeSource must be system, light or dark');
    const before = this.shouldUseDarkColors;
    this.source = source;
    if (this.shouldUseDarkColors === before) return;
    for (const contents of allWebContents()) void this._apply(contents);
    this.emit('updated');
  }
  get shouldUseDarkColors(): boolean {
    return this.source === 'dark' || (this.source === 'system' && process.env.STANDIN_DARK === '1');
  }
  get shouldUseHighContrastColors(): boolean {
    return false;
  }
  get prefersReducedTransparency(): boolean {
    return false;
  }
  async _apply(contents: WebContents): Promise<void> {
    const value = this.shouldUseDarkColors ? 'dark' : 'light';
    const session = contents._target?.session;
    await session
      ?.send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value }] })
      .catch(() => {});
  }
}
export const nativeTheme = guard('nativeTheme', new NativeTheme('nativeTheme', ['updated']));

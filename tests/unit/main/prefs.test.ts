import { expect, it, vi } from 'vitest';
import { createPrefs } from '../../../main/prefs.ts';
import type { Prefs } from '../../../preload/contract.ts';
import { TYPING } from '../../../story/text/corrections/settings.ts';

const defaults: Prefs = {
  language: 'vi',
  theme: 'system',
  lastStoryId: null,
  lastDestinationId: null,
  libraryFolder: null,
  typing: TYPING,
  closingMark: '',
  timeZone: 'Asia/Ho_Chi_Minh',
  shortcuts: {},
};
/** A mock of the settings' file: what it holds, and whether its disk takes anything. */
const fileOf = (held: Record<string, unknown>, full = false) => ({
  get: (name: string) => held[name],
  set(name: string, value: unknown) {
    if (full) throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
    held[name] = value;
  },
});

it('keeps what was set, on top of the defaults', () => {
  const held = {};
  createPrefs(fileOf(held), defaults, vi.fn()).set({ theme: 'dark' });
  expect(createPrefs(fileOf(held), defaults, vi.fn()).get()).toEqual({ ...defaults, theme: 'dark' });
});

it('on a full disk holds them until the program ends, and stops nobody', () => {
  const report = vi.fn();
  const prefs = createPrefs(fileOf({}, true), defaults, report);
  expect(prefs.set({ language: 'en' })).toEqual({ ...defaults, language: 'en' });
  expect(prefs.get().language).toBe('en');
  prefs.setWindowBounds({ x: 0, y: 0, width: 800, height: 600 });
  expect(report).toHaveBeenCalledTimes(2);
});

it.each([[{ prefs: 'x' }], [{ prefs: { theme: 'pink' } }], [{ prefs: null, window: { x: 'left' } }]])(
  'reads nothing out of what it cannot understand: %j',
  (held) => {
    const prefs = createPrefs(fileOf(held), defaults, vi.fn());
    expect([prefs.get(), prefs.windowBounds()]).toEqual([defaults, null]);
  },
);

it('takes undefined for not given', () => {
  const prefs = createPrefs(fileOf({}), defaults, vi.fn());
  expect(prefs.set({ language: undefined } as never)).toEqual(defaults);
});

// APIs of a few lines each.
import { EventEmitter } from 'node:events';
import { guard } from '../guard.ts';
import { chromiumFor } from '../runtime.ts';

// A hint in Electron too. Always so here, that specs on a machine with nothing but its loopback run alike; STANDIN_OFFLINE=1 says no.
const isOnline = (): boolean => process.env.STANDIN_OFFLINE !== '1';

export const net = guard('net', {
  isOnline,
  get online() {
    return isOnline();
  },
});

/** Emits nothing by itself; a spec emits `suspend`, `resume` and `shutdown` on it. */
export const powerMonitor = guard('powerMonitor', new EventEmitter());

let copied = '';
/** Asynchronous since Electron 45, as in a page. */
export const clipboard = guard('clipboard', {
  writeText: async (text: string) => {
    copied = String(text);
  },
  readText: async () => copied,
});

type Rectangle = { x: number; y: number; width: number; height: number };
const size = (): Rectangle => {
  const [width = 1920, height = 1080] = (process.env.STANDIN_SCREEN ?? '1920x1080').split('x').map(Number);
  return { x: 0, y: 0, width, height };
};
const display = () => {
  chromiumFor('screen');
  const bounds = size();
  return {
    id: 1,
    label: '',
    bounds,
    workArea: bounds,
    size: bounds,
    workAreaSize: bounds,
    scaleFactor: 1,
    rotation: 0,
    internal: false,
  };
};

/** One display, of STANDIN_SCREEN (WIDTHxHEIGHT). */
export const screen = guard('screen', {
  getPrimaryDisplay: display,
  getAllDisplays: () => [display()],
  getDisplayMatching: (_bounds: Rectangle) => display(),
  getDisplayNearestPoint: (_point: { x: number; y: number }) => display(),
});

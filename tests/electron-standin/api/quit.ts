// The order of the end: before-quit, each window's close, will-quit, quit
// (https://electronjs.org/docs/latest/api/app#appquit). Any of the first three can stop it.
import type { EventEmitter } from 'node:events';
import { runtime } from '../runtime.ts';
import { PreventableEvent, preventable } from './event.ts';
import { whenWindowRemoved, windows } from './window-list.ts';

let quitting = false;
let ended = false;

/** True once the process is about to end. */
export const isEnding = (): boolean => ended;

const stoppedBy = (app: EventEmitter, name: string): boolean => {
  const event = new PreventableEvent();
  app.emit(name, event);
  return event.defaultPrevented;
};

/** Ends the process after the code that is running now. Asks nobody. */
export function exit(app: EventEmitter, code: number): void {
  if (ended) return;
  ended = true;
  for (const window of windows()) window.destroy();
  app.emit('quit', preventable({}), code);
  setImmediate(() => {
    runtime.chromium?.kill();
    process.exit(code);
  });
}

function finish(app: EventEmitter): void {
  if (ended) return;
  if (stoppedBy(app, 'will-quit')) quitting = false;
  else exit(app, 0);
}

export function quit(app: EventEmitter): void {
  if (quitting || ended || stoppedBy(app, 'before-quit')) return;
  quitting = true;
  const open = windows();
  if (open.length === 0) finish(app);
  for (const window of open) {
    window._close(true).then((closed) => {
      if (!closed) quitting = false;
    });
  }
}

export function watchLastWindow(app: EventEmitter): void {
  whenWindowRemoved(() => {
    if (windows().length > 0 || ended) return;
    if (quitting) finish(app);
    else if (!app.emit('window-all-closed')) quit(app);
  });
}

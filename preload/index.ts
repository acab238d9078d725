import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { Bridge } from './contract.ts';

// Written out, so that the bundle of the sandboxed preload does not carry the schemas; ipc.test.ts holds them equal.
const CALL = 'copydesk:call';
const EVENT = 'copydesk:event';
// Only a File can name a path: the page has one of what a person dropped, and can make none.
const PHOTO = 'photo.file';
const HANDOFF = 'review.file';
const byPath = (name: string, file: File): Promise<unknown> => {
  const path = webUtils.getPathForFile(file);
  return path === '' ? Promise.resolve(null) : ipcRenderer.invoke(CALL, name, { path });
};

const bridge: Bridge = {
  call: (name, input) => ipcRenderer.invoke(CALL, [PHOTO, HANDOFF].includes(String(name)) ? '' : String(name), input),
  takeFile: (file) => byPath(PHOTO, file),
  openHandoff: (file) => byPath(HANDOFF, file),
  on: (listener) => {
    const forward = (_event: unknown, name: string, payload: unknown) => listener(name, payload);
    ipcRenderer.on(EVENT, forward);
    return () => {
      ipcRenderer.off(EVENT, forward); // its value, ipcRenderer itself, is none of the page's
    };
  },
};

contextBridge.exposeInMainWorld('copydesk', bridge);

import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { Bridge } from './contract.ts';

// Written out, so that the bundle of the sandboxed preload does not carry the schemas; ipc.test.ts holds them equal.
const CALL = 'copydesk:call';
const EVENT = 'copydesk:event';
// Only a File can name a path: the page has one of what a person dropped, and can make none.
const BY_PATH = 'photo.file';

const bridge: Bridge = {
  call: (name, input) => ipcRenderer.invoke(CALL, String(name) === BY_PATH ? '' : String(name), input),
  takeFile: (file) => {
    const path = webUtils.getPathForFile(file);
    return path === '' ? Promise.resolve(null) : ipcRenderer.invoke(CALL, BY_PATH, { path });
  },
  on: (listener) => {
    const forward = (_event: unknown, name: string, payload: unknown) => listener(name, payload);
    ipcRenderer.on(EVENT, forward);
    return () => {
      ipcRenderer.off(EVENT, forward); // its value, ipcRenderer itself, is none of the page's
    };
  },
};

contextBridge.exposeInMainWorld('copydesk', bridge);

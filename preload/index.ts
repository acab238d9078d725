import { contextBridge, ipcRenderer } from 'electron';
import type { Bridge } from './contract.ts';

// Written out, so that the bundle of the sandboxed preload does not carry the schemas; ipc.test.ts holds them equal.
const CALL = 'copydesk:call';
const EVENT = 'copydesk:event';

const bridge: Bridge = {
  call: (name, input) => ipcRenderer.invoke(CALL, String(name), input),
  on: (listener) => {
    const forward = (_event: unknown, name: string, payload: unknown) => listener(name, payload);
    ipcRenderer.on(EVENT, forward);
    return () => {
      ipcRenderer.off(EVENT, forward); // its value, ipcRenderer itself, is none of the page's
    };
  },
};

contextBridge.exposeInMainWorld('copydesk', bridge);

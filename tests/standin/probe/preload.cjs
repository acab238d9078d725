const { contextBridge, ipcRenderer, webUtils } = require('electron');

contextBridge.exposeInMainWorld('probe', {
  plain: { list: [1, { two: 2 }], when: new Date(5) },
  invoke: (channel, ...args) => ipcRenderer.invoke(channel, ...args),
  send: (channel, ...args) => ipcRenderer.send(channel, ...args),
  on: (channel, listener) => {
    const forward = (_event, ...args) => listener(...args);
    ipcRenderer.on(channel, forward);
    return () => ipcRenderer.off(channel, forward);
  },
  add: (left, right) => left + right,
  later: (value) => new Promise((resolve) => setTimeout(resolve, 5, value)),
  fail: () => {
    throw new TypeError('said no');
  },
  twice: (callback) => callback(callback(3)),
  kind: (value) => Object.prototype.toString.call(value),
  echo: (value) => value,
  pathOf: (file) => webUtils.getPathForFile(file),
  argv: () => process.argv,
  need: (name) => typeof require(name),
});

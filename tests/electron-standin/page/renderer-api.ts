// What a sandboxed preload gets: require('electron' | 'events' | 'timers' | 'url') and a small `process`. The function stands
// alone: its source runs in the preload's world.
import type { Codec } from '../codec.ts';
import type { PermissionWish } from './ask-permissions.ts';
import type { Bridge } from './bridge.ts';

export type Outgoing =
  | { kind: 'invoke'; id: number; channel: string; args: string }
  | { kind: 'send'; channel: string; args: string }
  | { kind: 'preload-error'; message: string; stack: string }
  | { kind: 'permission'; wish: PermissionWish }
  | { kind: 'window'; event: string; detail?: unknown };
export type Incoming =
  | { kind: 'event'; channel: string; args: string }
  | { kind: 'reply'; id: number; ok: boolean; value: string }
  | { kind: 'permission'; id: number };
export type PreloadSetup = {
  /** See watch-window.ts. */
  hold: boolean;
  argv: string[];
  versions: Record<string, string>;
  platform: string;
  arch: string;
};
export type RendererApi = {
  require: (name: string) => unknown;
  process: object;
  receive: (message: Exclude<Incoming, { kind: 'permission' }>) => void;
};

export function createRendererApi(
  codec: Codec,
  post: (message: Outgoing) => void,
  bridge: () => Bridge,
  filePath: (file: File) => string,
  setup: PreloadSetup,
): RendererApi {
  type Listener = (...args: never[]) => void;
  class EventEmitter {
    private readonly listenersOf = new Map<string, { listener: Listener; once: boolean }[]>();
    private add(name: string, listener: Listener, once: boolean) {
      this.listenersOf.set(name, [...(this.listenersOf.get(name) ?? []), { listener, once }]);
      return this;
    }
    on(name: string, listener: Listener) {
      return this.add(name, listener, false);
    }
    addListener(name: string, listener: Listener) {
      return this.add(name, listener, false);
    }
    once(name: string, listener: Listener) {
      return this.add(name, listener, true);
    }
    off(name: string, listener: Listener) {
      const list = [...(this.listenersOf.get(name) ?? [])];
      const place = list.findLastIndex((entry) => entry.listener === listener);
      if (place >= 0) list.splice(place, 1);
      this.listenersOf.set(name, list);
      return this;
    }
    removeListener(name: string, listener: Listener) {
      return this.off(name, listener);
    }
    removeAllListeners(name?: string) {
      if (name === undefined) this.listenersOf.clear();
      else this.listenersOf.delete(name);
      return this;
    }
    listenerCount(name: string) {
      return this.listenersOf.get(name)?.length ?? 0;
    }
    emit(name: string, ...args: unknown[]) {
      const list = this.listenersOf.get(name) ?? [];
      for (const { listener, once } of list) {
        if (once) this.off(name, listener);
        listener.apply(this, args as never[]);
      }
      return list.length > 0;
    }
  }
  const guard = <T extends object>(name: string, target: T): T =>
    new Proxy(target, {
      get(object, key, receiver) {
        if (typeof key === 'symbol' || key in object || key === 'then' || key === 'toJSON')
          return Reflect.get(object, key, receiver);
        throw new Error(`electron stand-in: ${name}.${key} is not provided`);
      },
    });

  const waiting = new Map<
    number,
    { resolve: (value: unknown) => void; reject: (error: Error) => void; channel: string }
  >();
  let lastId = 0;
  const ipcRenderer = Object.assign(new EventEmitter(), {
    send: (channel: string, ...args: unknown[]) => post({ kind: 'send', channel, args: codec.encode(args) }),
    invoke: async (channel: string, ...args: unknown[]) => {
      lastId += 1;
      const id = lastId;
      const message = { kind: 'invoke', id, channel, args: codec.encode(args) } as const;
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject, channel });
        post(message);
      });
    },
  });
  const guardedIpc = guard('ipcRenderer', ipcRenderer);
  const electron = guard('electron (in a preload)', {
    ipcRenderer: guardedIpc,
    contextBridge: guard('contextBridge', {
      exposeInMainWorld: (key: string, api: unknown) => bridge().expose(key, api),
    }),
    webUtils: guard('webUtils', { getPathForFile: filePath }),
    webFrame: guard('webFrame', {}),
    crashReporter: guard('crashReporter', {}),
  });
  const modules: Record<string, unknown> = {
    electron,
    events: Object.assign(EventEmitter, { EventEmitter }),
    timers: { setTimeout, clearTimeout, setInterval, clearInterval },
    url: { URL, URLSearchParams },
  };

  return {
    require: (name) => {
      const plain = name.replace(/^node:/, '').replace(/^electron\/(renderer|common)$/, 'electron');
      if (!Object.hasOwn(modules, plain)) throw new Error(`module not found: ${name}`);
      return modules[plain];
    },
    process: guard('process (in a preload)', {
      argv: setup.argv,
      versions: setup.versions,
      platform: setup.platform,
      arch: setup.arch,
      type: 'renderer',
      sandboxed: true,
      contextIsolated: true,
      env: {},
    }),
    receive: (message) => {
      if (message.kind === 'event') {
        const args = codec.decode(message.args) as unknown[];
        ipcRenderer.emit(message.channel, { sender: guardedIpc, ports: [] }, ...args);
        return;
      }
      const call = waiting.get(message.id);
      waiting.delete(message.id);
      if (message.ok) call?.resolve(codec.decode(message.value));
      else call?.reject(new Error(`Error invoking remote method '${call.channel}': ${message.value}`));
    },
  };
}

// The preload's world: sets up the APIs and runs the preload in them. The function stands alone: its source runs in the window.
import type { Codec } from '../codec.ts';
import type { PermissionWish } from './ask-permissions.ts';
import type { Bridge } from './bridge.ts';
import type { Incoming, Outgoing, PreloadSetup, RendererApi } from './renderer-api.ts';
import type { Link } from './worlds.ts';

type Parts = {
  createCodec: () => Codec;
  linkWorlds: (offers: boolean, linked: (link: Link) => void) => void;
  createBridge: (link: Link, other: (message: { kind: string; detail?: unknown }) => void) => Bridge;
  createRendererApi: (
    codec: Codec,
    post: (message: Outgoing) => void,
    bridge: () => Bridge,
    filePath: (file: File) => string,
    setup: PreloadSetup,
  ) => RendererApi; // prettier-ignore
  watchWindow: (post: (message: Outgoing) => void, hold: boolean) => void;
  setup: PreloadSetup;
  /** The name of the binding that reaches the main process; of this world alone. */
  binding: string;
  chunk: number;
  preload: ((require: unknown, module: { exports: object }, exports: object, process: object) => void) | undefined;
};

export function runPreloadWorld(parts: Parts): void {
  const world = globalThis as unknown as Record<string, unknown>;
  const send = world[parts.binding] as (text: string) => void;
  let lastMessage = 0;
  const post = (message: Outgoing) => {
    const text = JSON.stringify(message);
    lastMessage += 1;
    for (let at = 0; at < text.length; at += parts.chunk) {
      const last = at + parts.chunk >= text.length ? 1 : 0;
      send(`${lastMessage}:${last}:${text.slice(at, at + parts.chunk)}`);
    }
  };
  // Answered while the world is stopped: the stand-in reads `file` and sets `path` through the debugger.
  const filePath = (file: File): string => {
    if (!(file instanceof File)) throw new TypeError('getPathForFile expected to receive a File');
    const standinFile = { file, path: '' };
    // biome-ignore lint/suspicious/noDebugger: this stop is the way to a synchronous answer
    debugger;
    return standinFile.path;
  };
  let pageLink: Link | undefined;
  let bridge: Bridge | undefined;
  parts.linkWorlds(true, (link) => {
    pageLink = link;
    bridge = parts.createBridge(link, ({ kind, detail }) => {
      if (kind === 'open') post({ kind: 'window', event: 'open', detail });
      if (kind === 'permission') post({ kind, wish: detail as PermissionWish });
    });
  });
  const needBridge = () => {
    if (!bridge) throw new Error('electron stand-in: the page has no world to bridge to');
    return bridge;
  };
  const api = parts.createRendererApi(parts.createCodec(), post, needBridge, filePath, parts.setup);
  let pieces = '';
  Object.defineProperty(world, 'standinReceive', {
    value: (text: string, last: boolean) => {
      pieces += text;
      if (!last) return;
      const message = JSON.parse(pieces) as Incoming;
      pieces = '';
      if (message.kind === 'permission') pageLink?.ask(message);
      else api.receive(message);
    },
  });
  parts.watchWindow(post, parts.setup.hold);
  const module = { exports: {} };
  try {
    parts.preload?.(api.require, module, module.exports, api.process);
  } catch (error) {
    const { message, stack } = error instanceof Error ? error : new Error(String(error));
    console.error(`Unable to load preload script\n${stack ?? message}`);
    post({ kind: 'preload-error', message, stack: stack ?? '' });
  }
}

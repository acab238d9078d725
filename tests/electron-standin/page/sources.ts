// The two scripts every document gets before any of its own.
import { readFileSync } from 'node:fs';
import { createCodec } from '../codec.ts';
import { askPermissions } from './ask-permissions.ts';
import { createBridge } from './bridge.ts';
import { runPreloadWorld } from './preload-world.ts';
import { refuseWindows } from './refuse-windows.ts';
import { createRendererApi, type PreloadSetup } from './renderer-api.ts';
import { watchWindow } from './watch-window.ts';
import { linkWorlds } from './worlds.ts';

export const WORLD = 'Electron Isolated Context';
export const BINDING = 'standinPost';
/** Characters per piece of a long message. */
export const CHUNK = 4_000_000;

/** For the page's own world. */
export const pageSource = () => `if (window === window.top) {
  (${linkWorlds})(false, (link) => {
    const answered = (${askPermissions})(link);
    (${createBridge})(link, ({ id }) => answered(id));
    (${refuseWindows})(link);
  });
} else (${refuseWindows})();`;

/** For the preload's world; `preload` is the file's path or undefined. */
export function preloadSource(preload: string | undefined, setup: PreloadSetup): string {
  const code =
    preload === undefined
      ? 'undefined'
      : `function (require, module, exports, process) {${readFileSync(preload, 'utf8')}\n}`;
  return `if (window === window.top) (${runPreloadWorld})({
  createCodec: ${createCodec}, linkWorlds: ${linkWorlds}, createBridge: ${createBridge},
  createRendererApi: ${createRendererApi}, watchWindow: ${watchWindow},
  setup: ${JSON.stringify(setup)}, binding: '${BINDING}', chunk: ${CHUNK}, preload: ${code},
});`;
}

import { guard } from '../guard.ts';
import { permissionHandlers } from '../permissions.ts';
import { webRequest } from './web-request.ts';

type Handler<K extends 'setPermissionRequestHandler' | 'setPermissionCheckHandler'> = Parameters<
  Electron.Session[K]
>[0];

/** The proxy of the environment for `url`, as Chromium's answer reads: `DIRECT` or `PROXY host:port`. */
async function resolveProxy(url: string): Promise<string> {
  const { protocol, hostname } = new URL(url);
  const { env } = process;
  const exempt = (env.no_proxy ?? env.NO_PROXY ?? '').split(',').map((name) => name.trim().replace(/^\*?\./, ''));
  const local = hostname === 'localhost' || hostname === '[::1]' || /^127\./.test(hostname);
  if (
    local ||
    exempt.some((name) => name !== '' && (name === '*' || hostname === name || hostname.endsWith(`.${name}`)))
  )
    return 'DIRECT';
  const proxy = protocol === 'https:' ? (env.https_proxy ?? env.HTTPS_PROXY) : (env.http_proxy ?? env.HTTP_PROXY);
  return proxy ? `PROXY ${new URL(proxy).host}` : 'DIRECT';
}

export const defaultSession = guard('session.defaultSession', {
  webRequest,
  resolveProxy,
  setPermissionRequestHandler: (handler: Handler<'setPermissionRequestHandler'>) => {
    permissionHandlers.request = handler;
  },
  setPermissionCheckHandler: (handler: Handler<'setPermissionCheckHandler'>) => {
    permissionHandlers.check = handler;
  },
  setDevicePermissionHandler: (_handler: unknown) => {},
  setSpellCheckerEnabled: (enabled: boolean) => {
    spellChecker = enabled;
  },
  isSpellCheckerEnabled: () => spellChecker,
});
let spellChecker = true;

export const session = guard('session', { defaultSession });

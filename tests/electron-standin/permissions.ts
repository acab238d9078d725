// The app's permission handlers, and Chromium's settings after their answers. Where no handler is set, Electron grants.
import type { WebContents } from './api/web-contents.ts';
import { originOf, toWindow } from './origin.ts';
import type { PermissionWish } from './page/ask-permissions.ts';
import { connection } from './runtime.ts';

export const permissionHandlers: {
  request: Parameters<Electron.Session['setPermissionRequestHandler']>[0];
  check: Parameters<Electron.Session['setPermissionCheckHandler']>[0];
} = { request: null, check: null };

// Electron's names, by the names of the web's permissions.
const ELECTRON: Record<string, string> = {
  camera: 'media',
  microphone: 'media',
  'clipboard-write': 'clipboard-sanitized-write',
};
const WEB: Record<string, string[]> = {
  media: ['camera', 'microphone'],
  'clipboard-sanitized-write': ['clipboard-write'],
};
const ALL = [
  'notifications',
  'camera',
  'microphone',
  'geolocation',
  'clipboard-read',
  'clipboard-write',
  'midi',
  'display-capture',
];

function answer(contents: WebContents, permission: string, check: boolean): Promise<boolean> {
  const { request, check: checkHandler } = permissionHandlers;
  const origin = originOf(contents._url);
  const details = { requestingUrl: contents._url, isMainFrame: true, securityOrigin: `${origin}/` };
  if (check) return Promise.resolve(checkHandler?.(contents as never, permission as never, origin, details) ?? true);
  if (!request) return Promise.resolve(true);
  return new Promise((resolve) => {
    request(contents as never, permission as never, (granted) => resolve(granted === true), details as never);
  });
}

const set = (name: string, granted: boolean, origin?: string) =>
  connection().root.send('Browser.setPermission', {
    permission: { name },
    setting: granted ? 'granted' : 'denied',
    ...(origin && { origin }),
  });

/** Asks the app about what a page is about to do, and sets Chromium to the answer. */
export async function decidePermission(contents: WebContents, { permission, check }: PermissionWish): Promise<void> {
  const name = ELECTRON[permission] ?? permission;
  const granted = await answer(contents, name, check);
  const origin = toWindow(originOf(contents._url));
  await Promise.all((WEB[name] ?? [name]).map((web) => set(web, granted, origin).catch(() => {})));
}

/** Until the app says otherwise, nothing is granted and nobody is prompted. */
export async function denyAll(): Promise<void> {
  await Promise.all(ALL.map((name) => set(name, false)));
}

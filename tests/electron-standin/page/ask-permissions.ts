// Before the page's call reaches Chromium, the app is asked, and Chromium set to its answer: the call itself then succeeds or fails as it
// would. The function stands alone: its source runs in the page's world.
import type { Link } from './worlds.ts';

export type PermissionWish = { id: number; permission: string; check: boolean };

/** Returns what to call when the app has answered wish `id`. */
export function askPermissions(link: Link): (id: number) => void {
  const waiting = new Map<number, () => void>();
  let lastId = 0;
  const ask = (permission: string, check = false) =>
    new Promise<void>((resolve) => {
      lastId += 1;
      waiting.set(lastId, resolve);
      link.ask({ kind: 'permission', detail: { id: lastId, permission, check } });
    });
  type Method = (...args: unknown[]) => unknown;
  const wrap = (holder: unknown, names: string[], permission: string) => {
    for (const name of names) {
      const methods = holder as Record<string, Method> | undefined;
      const original = methods?.[name];
      if (!methods || !original) continue;
      methods[name] = function asked(this: unknown, ...args: unknown[]) {
        return ask(permission).then(() => original.apply(this, args));
      };
    }
  };
  const of = (name: string) => (globalThis as unknown as Record<string, { prototype: object } | undefined>)[name];
  wrap(of('Notification'), ['requestPermission'], 'notifications');
  wrap(of('MediaDevices')?.prototype, ['getUserMedia'], 'media');
  wrap(of('MediaDevices')?.prototype, ['getDisplayMedia'], 'display-capture');
  wrap(of('Geolocation')?.prototype, ['getCurrentPosition', 'watchPosition'], 'geolocation');
  wrap(of('Clipboard')?.prototype, ['read', 'readText'], 'clipboard-read');
  wrap(of('Clipboard')?.prototype, ['write', 'writeText'], 'clipboard-sanitized-write');
  wrap(of('Navigator')?.prototype, ['requestMIDIAccess'], 'midi');
  const { query } = Permissions.prototype;
  Permissions.prototype.query = async function asked(this: Permissions, descriptor: PermissionDescriptor) {
    await ask(String(descriptor?.name), true);
    return query.call(this, descriptor);
  };
  return (id) => {
    waiting.get(id)?.();
    waiting.delete(id);
  };
}

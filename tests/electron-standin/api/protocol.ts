import { guard, notProvided } from '../guard.ts';
import { addScheme } from '../origin.ts';
import { runtime } from '../runtime.ts';

type Handler = (request: Request) => Response | Promise<Response>;
const handlers = new Map<string, Handler>();

export const handlerFor = (scheme: string): Handler | undefined => handlers.get(scheme);

/** Only schemes that are standard and secure, as an app's own pages need; others have no counterpart in Chromium. */
function registerSchemesAsPrivileged(schemes: Electron.CustomScheme[]): void {
  if (runtime.ready) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
  for (const { scheme, privileges = {} } of schemes) {
    if (!privileges.standard || !privileges.secure)
      throw notProvided(`a scheme that is not standard and secure (${scheme})`);
    addScheme(scheme);
    privileged.add(scheme);
  }
}
const privileged = new Set<string>();

function handle(scheme: string, handler: Handler): void {
  if (!runtime.ready) throw new Error('protocol.handle cannot be used before app is ready');
  if (!privileged.has(scheme)) throw notProvided(`protocol.handle('${scheme}') without privileges`);
  if (handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
  handlers.set(scheme, handler);
}

export const protocol = guard('protocol', {
  registerSchemesAsPrivileged,
  handle,
  unhandle: (scheme: string) => {
    if (!handlers.delete(scheme)) throw new Error(`Failed to unhandle protocol: ${scheme}`);
  },
  isProtocolHandled: (scheme: string) => handlers.has(scheme),
});

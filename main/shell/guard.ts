import { app, type Session, shell } from 'electron';
import { ORIGIN, originOf } from '../ipc.ts';

/** No permission is needed by anything the window does, so none is given. */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
}

/** Whatever page is ever made may not navigate away, open windows or attach webviews; links go to the browser. */
export function guardContents(): void {
  app.on('web-contents-created', (_event, contents) => {
    const stay = (event: { preventDefault(): void; url?: string }, url: string) => {
      if (originOf(url) !== ORIGIN) event.preventDefault();
    };
    contents.on('will-navigate', (event) => stay(event, event.url));
    contents.on('will-redirect', (event) => stay(event, event.url));
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(({ url }) => {
      void openLink(url);
      return { action: 'deny' };
    });
  });
}

/** Opens an address in the person's own browser or mail program. Only http, https and mailto; false for anything else, and where there is no such program. */
export async function openLink(url: string): Promise<boolean> {
  if (!URL.canParse(url) || !['http:', 'https:', 'mailto:'].includes(new URL(url).protocol)) return false;
  return shell.openExternal(new URL(url).href).then(
    () => true,
    () => false,
  );
}

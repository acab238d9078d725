// What every document of a window gets before its own scripts, and what the stand-in hears from it.

import { readFileSync } from 'node:fs';
import { receive } from './api/ipc-main.ts';
import { nativeTheme } from './api/native-theme.ts';
import type { WebContents } from './api/web-contents.ts';
import { holdsWindows, holdWindow } from './closing.ts';
import { answerFilePaths } from './file-path.ts';
import { notProvided } from './guard.ts';
import type { Outgoing } from './page/renderer-api.ts';
import { BINDING, pageSource, preloadSource, WORLD } from './page/sources.ts';
import { PageLink } from './page-link.ts';
import { watchOpening } from './page-opened.ts';
import { decidePermission } from './permissions.ts';
import type { Target } from './target.ts';
import { windowMessage } from './window-messages.ts';
import { words } from './words.ts';

export type WebPreferences = {
  preload?: string;
  additionalArguments?: string[];
  sandbox?: boolean;
  contextIsolation?: boolean;
  nodeIntegration?: boolean;
  webSecurity?: boolean;
  [other: string]: unknown;
};
// What the stand-in gives without being asked; the names beside it change nothing here.
const FIXED: Record<string, unknown> = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  webSecurity: true,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webviewTag: false,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
}; // prettier-ignore
const FREE = new Set(
  words(`
  preload additionalArguments spellcheck devTools navigateOnDragDrop backgroundThrottling safeDialogs
  disableDialogs autoplayPolicy defaultEncoding defaultFontFamily enableWebSQL images javascript webgl plugins`),
);

/** Throws by name on preferences that would make a window the stand-in cannot make. */
export function checkPreferences(preferences: WebPreferences): void {
  for (const [name, value] of Object.entries(preferences)) {
    if (name in FIXED ? value !== undefined && value !== FIXED[name] : !FREE.has(name)) {
      throw notProvided(`webPreferences.${name} = ${JSON.stringify(value)}`);
    }
  }
}

function hear(contents: WebContents, preload: string | undefined) {
  return (message: Outgoing, context: number) => {
    if (message.kind === 'window') return windowMessage(contents, message.event, message.detail);
    if (message.kind === 'preload-error') {
      const error = Object.assign(new Error(message.message), { stack: message.stack });
      return void contents.emit('preload-error', {}, preload, error);
    }
    if (message.kind === 'permission') {
      const { id } = message.wish;
      return void decidePermission(contents, message.wish).then(() =>
        contents._link.send({ kind: 'permission', id }, context),
      );
    }
    void receive(contents, message, context);
  };
}

export async function setUpPage(contents: WebContents, { id, session }: Target): Promise<void> {
  const { preload, additionalArguments = [] } = contents._preferences;
  contents._link = new PageLink(session, id, hear(contents, preload));
  watchOpening(contents, session);
  const { platform, arch, versions } = process;
  if (holdsWindows()) holdWindow(contents, session);
  const setup = {
    hold: holdsWindows(),
    argv: [process.execPath, '--type=renderer', ...additionalArguments],
    versions: versions as Record<string, string>,
    platform,
    arch,
  }; // prettier-ignore
  const needsPaths = preload !== undefined && readFileSync(preload, 'utf8').includes('getPathForFile');
  await Promise.all([
    session.send('Page.enable'),
    session.send('Runtime.enable'),
    session.send('Log.enable'),
    session.send('Page.setLifecycleEventsEnabled', { enabled: true }),
    session.send('Runtime.addBinding', { name: BINDING, executionContextName: WORLD }),
    session.send('Page.addScriptToEvaluateOnNewDocument', { source: pageSource() }),
    session.send('Page.addScriptToEvaluateOnNewDocument', { source: preloadSource(preload, setup), worldName: WORLD }),
    needsPaths && answerFilePaths(session),
    nativeTheme._apply(contents),
  ]);
}

// Chromium's command line: no network of its own, one window per BrowserWindow, true pixels.
import { availableParallelism } from 'node:os';

/** Chromium by itself asks for its maker's hosts, whatever is switched off: it finds none. */
export const OFFLINE = 'MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1';

const OWN: Record<string, string> = {
  'no-first-run': '',
  'no-default-browser-check': '',
  'no-startup-window': '',
  'no-pings': '',
  'host-resolver-rules': OFFLINE,
  'disable-background-networking': '',
  'disable-sync': '',
  'disable-component-update': '',
  'disable-default-apps': '',
  'disable-domain-reliability': '',
  'disable-breakpad': '',
  'disable-quic': '',
  'disable-extensions': '',
  'disable-search-engine-choice-screen': '',
  'disable-client-side-phishing-detection': '',
  // Electron's windows are not throttled like tabs are when other windows cover them
  'disable-backgrounding-occluded-windows': '',
  'disable-renderer-backgrounding': '',
  'disable-back-forward-cache': '',
  // No bar in the window about unusual switches
  'test-type': '',
  'force-device-scale-factor': '1',
  'password-store': 'basic',
  'use-mock-keychain': '',
};
export const FEATURES_OFF = [
  'Translate',
  'MediaRouter',
  'OptimizationHints',
  'HttpsUpgrades',
  'PaintHolding',
  'DestroyProfileOnBrowserClose',
  // Pages of the address bar that no window here shows: each start would load them, in a process of their own.
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxFullPopup',
];

type Options = { profile: string; headless: boolean; port: string | undefined; switches: Map<string, string> };

/** `switches` are the app's own (app.commandLine); they win over the stand-in's, but for the lists of features, which add up. */
export function chromiumFlags({ profile, headless, port, switches }: Options): string[] {
  const all = new Map([...Object.entries(OWN), ...switches]);
  all.set('disable-features', [...FEATURES_OFF, ...(switches.get('disable-features')?.split(',') ?? [])].join(','));
  all.set('user-data-dir', profile);
  all.set('remote-debugging-pipe', '');
  all.delete('remote-debugging-port');
  if (port !== undefined) all.set('remote-debugging-port', port);
  if (headless) {
    all.set('headless', 'new');
    all.set('screen-info', '{1920x1080}');
    all.set('disable-gpu', '');
  }
  if (process.getuid?.() === 0) all.set('no-sandbox', '');
  if (availableParallelism() <= 2) all.set('renderer-process-limit', '4');
  return [...all].map(([name, value]) => (value === '' ? `--${name}` : `--${name}=${value}`));
}

// The stand-in's beginning: this Node process becomes the app's main process.
import { open } from 'node:inspector';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { app } from '../api/app.ts';
import { isEnding } from '../api/quit.ts';
import { launchChromium } from '../chromium/launch.ts';
import { watchTargets } from '../closing.ts';
import { refuseStrangers } from '../page-opened.ts';
import { denyAll } from '../permissions.ts';
import { interceptRequests } from '../requests.ts';
import { runtime } from '../runtime.ts';
import { parseArguments, switchesOf } from './arguments.ts';
import { provideElectron } from './hooks.ts';
import { becomeElectron } from './identity.ts';
import { loadApp } from './load-app.ts';

const args = process.argv.slice(2);
const { modules, appPath, inspect, port } = parseArguments(args);
becomeElectron(process.env.STANDIN_EXECUTABLE ?? process.execPath, args);
for (const name of ['STANDIN_EXECUTABLE', 'STANDIN_HOME']) delete process.env[name];
for (const [name, value] of switchesOf(args)) app.commandLine.appendSwitch(name, value);
provideElectron();
if (inspect !== undefined) open(inspect);

const require = createRequire(import.meta.url);
for (const module of modules) require(resolve(module));

await loadApp(appPath);
// A second instance is on its way out by now.
if (!isEnding()) {
  const chromium = await launchChromium(app.commandLine._switches, port);
  runtime.chromium = chromium;
  await Promise.all([refuseStrangers(), interceptRequests(), denyAll()]);
  watchTargets();
  chromium.connection.closed.then(() => app.exit(1));
  // Electron puts its own handlers in place once the app's code has run: the first signal quits, a second one ends at once.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.removeAllListeners(signal);
    process.once(signal, () => app.quit());
  }
  app._ready();
}

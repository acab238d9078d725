// One way to start the program: on real Electron where its binary is, on the stand-in otherwise.
import type { ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';

const ROOT = resolve(import.meta.dirname, '../..');
const STANDIN = join(ROOT, 'tests/electron-standin');

/** The unpacked Electron beside its package, looked for without asking the package, which would download it. */
function electronIsHere(): boolean {
  const home = join(ROOT, 'node_modules/electron');
  const name = join(home, 'path.txt');
  return existsSync(name) && existsSync(join(home, 'dist', readFileSync(name, 'utf8')));
}

/** What the specs run on. STANDIN=1 asks for the stand-in where Electron is here too. */
export const runtime: 'electron' | 'stand-in' =
  electronIsHere() && process.env.STANDIN !== '1' ? 'electron' : 'stand-in';

export type LaunchOptions = {
  /** The data folder; a fresh one by default, removed after the test. */
  profile?: string;
  /** More arguments for the program. */
  args?: string[];
  env?: Record<string, string>;
  lang?: 'vi' | 'en';
  /** Another app than the program itself: its folder. */
  app?: string;
  /** Asks for the stand-in where Electron is here too. */
  on?: 'stand-in';
  /** A packed program's executable, which has its app beside it. */
  executable?: string;
};
export type Launched = {
  app: ElectronApplication;
  window: Page;
  profile: string;
  /** SIGKILL to the main process; resolves when it is gone. */
  kill: () => Promise<void>;
  /** Quits as a user would; resolves when the process is gone. */
  close: () => Promise<void>;
};

function environment(extra: Record<string, string> = {}): Record<string, string> {
  const { NODE_OPTIONS: _options, ELECTRON_RUN_AS_NODE: _asNode, ...own } = process.env as Record<string, string>;
  return { STANDIN_HEADLESS: '1', ...own, ...extra };
}

export const isGone = ({ exitCode, signalCode }: ChildProcess) => exitCode !== null || signalCode !== null;
export const gone = (main: ChildProcess) =>
  new Promise<void>((done) => {
    if (isGone(main)) done();
    else main.once('exit', () => done());
  });

/** Starts the program on a data folder. `output` collects what main and the window print. */
export async function start(
  options: LaunchOptions & { profile: string },
  output: (text: string) => void = () => undefined,
): Promise<Launched & { main: ChildProcess }> {
  const { profile, args = [], env, lang, app: folder = ROOT, on = runtime, executable } = options;
  if (on === 'stand-in') process.env.ELECTRON_OVERRIDE_DIST_PATH = STANDIN;
  const app = await _electron.launch({
    ...(executable && { executablePath: executable }),
    args: [...(executable ? [] : [folder]), `--profile=${profile}`, ...(lang ? [`--lang=${lang}`] : []), ...args],
    cwd: ROOT,
    env: environment(env),
    // leaves nativeTheme to the program
    colorScheme: null,
  });
  // asked for now: a closed application no longer tells
  const main = app.process();
  for (const stream of [main.stdout, main.stderr]) stream?.on('data', (text) => output(String(text)));
  app.on('window', (page) =>
    page.on('console', (message) => output(`[window] ${message.type()}: ${message.text()}\n`)),
  );
  const window = await app.firstWindow();
  await window.waitForURL((url) => url.protocol !== 'about:');
  const kill = async () => {
    main.kill('SIGKILL');
    await gone(main);
  };
  return { app, window, profile, kill, close: () => app.close(), main };
}

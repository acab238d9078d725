import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A display of its own with a window manager, a session bus and fcitx5: what a person's desktop has. */
export type Desktop = {
  /** What a program needs to be started on it. */
  env: Record<string, string>;
  /**
   * Resolves when the input method has the text field that has the focus. `refocus` gives a field the focus, again
   * where the first time came too early.
   */
  ready(refocus: () => Promise<unknown>): Promise<void>;
  /** Presses keys as a keyboard would, so many milliseconds apart. */
  type(keys: string, delay: number): Promise<void>;
  key(...names: string[]): Promise<void>;
  stop(): Promise<void>;
};

const PROFILE = (method: string): string =>
  [
    '[Groups/0]',
    'Name=Default',
    'Default Layout=us',
    `DefaultIM=${method}`,
    ...['keyboard-us', method].flatMap((name, at) => [`[Groups/0/Items/${at}]`, `Name=${name}`, 'Layout=']),
    '[GroupOrder]',
    '0=Default',
    '',
  ].join('\n');

/** A bus that starts nothing by itself: whoever asks for fcitx5 too early would get a second one, without the display. */
const BUS = `<busconfig><type>session</type><listen>unix:tmpdir=${tmpdir()}</listen>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy></busconfig>`;

/** `method`: fcitx5's name of it, switched on. `configs`: its settings, by file. Throws where a program does not start. */
export async function startDesktop(method: string, configs: Record<string, string> = {}): Promise<Desktop> {
  const home = mkdtempSync(join(tmpdir(), 'copydesk-desktop-'));
  mkdirSync(join(home, 'fcitx5/conf'), { recursive: true });
  writeFileSync(join(home, 'fcitx5/profile'), PROFILE(method));
  writeFileSync(join(home, 'fcitx5/config'), '[Behavior]\nActiveByDefault=True\n');
  writeFileSync(join(home, 'bus.conf'), BUS);
  for (const [name, text] of Object.entries(configs)) writeFileSync(join(home, 'fcitx5/conf', name), text);

  const started: ChildProcess[] = [];
  const launch = (command: string, args: string[], env: Record<string, string>, out: 'pipe' | 'ignore' = 'ignore') => {
    const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: ['ignore', out, 'ignore', out] });
    started.push(child);
    return child;
  };
  const display = `:${await firstLine(launch('Xvfb', ['-displayfd', '3', '-screen', '0', '1400x900x24', '-nolisten', 'tcp'], {}, 'pipe'), 3)}`;
  const bus = await firstLine(
    launch('dbus-daemon', [`--config-file=${join(home, 'bus.conf')}`, '--nofork', '--print-address=1'], {}, 'pipe'),
    1,
  );
  const env = {
    DISPLAY: display,
    DBUS_SESSION_BUS_ADDRESS: bus,
    XDG_CONFIG_HOME: home,
    GTK_IM_MODULE: 'fcitx',
    QT_IM_MODULE: 'fcitx',
    XMODIFIERS: '@im=fcitx',
    XDG_SESSION_TYPE: 'x11',
    LANG: 'C.UTF-8',
  };
  launch('openbox', ['--sm-disable'], env);
  launch('fcitx5', ['--disable=notifications,kimpanel,wayland,waylandim'], env);
  const call = (command: string, ...args: string[]) => run(command, args, { env: { ...process.env, ...env } });
  const until = async (what: string | (() => string), isSo: () => Promise<boolean>): Promise<void> => {
    const end = Date.now() + 20_000;
    while (!(await isSo().catch(() => false))) {
      if (Date.now() > end) throw new Error(`desktop: ${typeof what === 'string' ? what : what()}`);
      await new Promise((done) => setTimeout(done, 300));
    }
  };
  const remote = async (...args: string[]) => (await call('fcitx5-remote', ...args)).stdout.trim();
  await until('fcitx5 does not answer', async () => (await remote()) !== '');
  return {
    env,
    async ready(refocus) {
      // The window manager gives the focus to a window that opens; a busy one may take a while.
      await until('no window has the focus', async () => {
        await call('xdotool', 'search', '--onlyvisible', '--name', '.', 'windowactivate', '--sync');
        return (await call('xdotool', 'getactivewindow')).stdout.trim() !== '';
      });
      let state = '';
      await until(
        () => `${method} is not switched on (${state})`,
        async () => {
          state = `${await remote('-n')} ${await remote()} ${(await call('xdotool', 'getwindowfocus', 'getwindowname')).stdout}`;
          if (state.startsWith(`${method} 2`)) return true;
          await refocus();
          return false;
        },
      );
    },
    type: async (keys, delay) => void (await call('xdotool', 'type', '--delay', String(delay), '--', keys)),
    key: async (...names) => void (await call('xdotool', 'key', ...names)),
    async stop() {
      for (const child of started.reverse()) {
        const ended = new Promise((done) => child.once('exit', done));
        if (child.exitCode === null && child.kill('SIGKILL')) await ended;
      }
      rmSync(home, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function firstLine(child: ChildProcess, fd: number): Promise<string> {
  return new Promise((done, failed) => {
    let text = '';
    const stream = child.stdio[fd];
    if (!stream || !('on' in stream)) return failed(new Error('desktop: no pipe'));
    stream.on('data', (part: Buffer) => {
      text += part;
      if (text.includes('\n')) done(text.slice(0, text.indexOf('\n')).trim());
    });
    child.once('error', failed);
    child.once('exit', () => failed(new Error(`desktop: ${child.spawnfile} ended`)));
  });
}

/** Whether this machine has the programs of a desktop, as Debian's packages bring them (see scripts/prepare-machine.mjs). */
export const canHaveDesktop = (): boolean =>
  ['Xvfb', 'openbox', 'dbus-daemon', 'fcitx5', 'fcitx5-remote', 'xdotool'].every((name) =>
    (process.env.PATH ?? '').split(':').some((folder) => existsSync(join(folder, name))),
  );

// Dialogs by zenity when it is installed and there is a display; else they answer as if cancelled, and say so. Specs put their own in place.
import { execFile } from 'node:child_process';
import { extname } from 'node:path';
import { onPath } from '../chromium/find.ts';
import { guard } from '../guard.ts';
import { say } from '../log.ts';
import { runtime } from '../runtime.ts';

type Answer = { ok: boolean; code: number; text: string };

function ask(what: string, args: string[]): Promise<Answer> {
  const program = process.env.DISPLAY && !runtime.chromium?.headless ? onPath('zenity') : undefined;
  if (!program) {
    say(`${what} answered "cancelled": zenity, or a display, is not here`);
    return Promise.resolve({ ok: false, code: 1, text: '' });
  }
  return new Promise((resolve) => {
    execFile(program, args, (error, stdout) => {
      resolve({ ok: !error, code: error ? Number(error.code ?? 1) : 0, text: stdout.replace(/\n$/, '') });
    });
  });
}

/** The window argument is optional and comes first. */
const optionsOf = <T>(args: unknown[]): T => (args.length > 1 ? args[1] : args[0]) as T;

const filters = (list: Electron.FileFilter[] = []) =>
  list.map(
    ({ name, extensions }) =>
      `--file-filter=${name} | ${extensions.map((end) => (end === '*' ? '*' : `*.${end}`)).join(' ')}`,
  );
const fileArgs = (title: string | undefined, path: string | undefined) => [
  '--file-selection',
  ...(title ? [`--title=${title}`] : []),
  ...(path ? [`--filename=${path}`] : []),
]; // prettier-ignore

async function showOpenDialog(...args: unknown[]): Promise<Electron.OpenDialogReturnValue> {
  const { title, defaultPath, properties = ['openFile'], filters: list } = optionsOf<Electron.OpenDialogOptions>(args);
  const more = [
    ...(properties.includes('openDirectory') ? ['--directory'] : []),
    ...(properties.includes('multiSelections') ? ['--multiple', '--separator=\n'] : []),
  ]; // prettier-ignore
  const { ok, text } = await ask('dialog.showOpenDialog', [...fileArgs(title, defaultPath), ...more, ...filters(list)]);
  return { canceled: !ok, filePaths: ok ? text.split('\n') : [] };
}

async function showSaveDialog(...args: unknown[]): Promise<Electron.SaveDialogReturnValue> {
  const { title, defaultPath, filters: list = [] } = optionsOf<Electron.SaveDialogOptions>(args);
  const { ok, text } = await ask('dialog.showSaveDialog', [
    ...fileArgs(title, defaultPath),
    '--save',
    '--confirm-overwrite',
    ...filters(list),
  ]);
  const [first] = list[0]?.extensions ?? [];
  const filePath = ok && first && first !== '*' && extname(text) === '' ? `${text}.${first}` : text;
  return { canceled: !ok, filePath: ok ? filePath : '' };
}

async function showMessageBox(...args: unknown[]): Promise<Electron.MessageBoxReturnValue> {
  const { message, detail, buttons = ['OK'], cancelId, title } = optionsOf<Electron.MessageBoxOptions>(args);
  const away =
    cancelId ??
    Math.max(
      0,
      buttons.findIndex((label) => /^(cancel|no|huỷ|hủy|không)$/i.test(label.replace('&', ''))),
    );
  const labels = buttons.map((label) => label.replace('&', ''));
  const text = [message, detail].filter(Boolean).join('\n\n');
  const extra =
    labels.length > 1
      ? ['--switch', ...labels.map((label) => `--extra-button=${label}`)]
      : ['--switch', `--extra-button=${labels[0]}`];
  const answer = await ask('dialog.showMessageBox', [
    '--question',
    `--text=${text}`,
    '--no-markup',
    ...(title ? [`--title=${title}`] : []),
    ...extra,
  ]);
  const chosen = labels.indexOf(answer.text);
  return { response: chosen >= 0 ? chosen : away, checkboxChecked: false };
}

function showErrorBox(title: string, content: string): void {
  process.stderr.write(`${title}\n${content}\n`);
  if (runtime.chromium && !runtime.chromium.headless)
    void ask('dialog.showErrorBox', ['--error', `--title=${title}`, `--text=${content}`, '--no-markup']); // prettier-ignore
}

export const dialog = guard('dialog', { showOpenDialog, showSaveDialog, showMessageBox, showErrorBox });

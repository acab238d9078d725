// Runs a program under strace and reads what it did to one folder, and what it said on its standard output.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export type FileEvent =
  | { kind: 'open'; path: string; fd: number; truncate: boolean }
  | { kind: 'write'; path: string; fd: number; bytes: Buffer; offset: number | null }
  | { kind: 'truncate'; path: string; size: number }
  | { kind: 'sync'; path: string }
  | { kind: 'rename'; from: string; to: string }
  | { kind: 'copy'; from: string; to: string; fd: number; offset: number; size: number }
  | { kind: 'remove'; path: string }
  | { kind: 'mkdir'; path: string }
  | { kind: 'say'; line: string };

const CALLS =
  'openat,open,creat,write,pwrite64,writev,pwritev,pwritev2,fsync,fdatasync,sync_file_range,rename,renameat,renameat2,' +
  'unlink,unlinkat,rmdir,ftruncate,truncate,fallocate,mkdir,mkdirat,link,linkat,copy_file_range,sendfile,ioctl';

/** Why programs cannot be traced here; null where they can. */
export function whyNoTrace(): string | null {
  const { error, status, stderr } = spawnSync('strace', ['-f', '-o', '/dev/null', 'true'], { encoding: 'utf8' });
  if (error) return `strace does not start: ${error.message}`;
  return status === 0 ? null : `strace may not trace: ${stderr.split('\n')[0]}`;
}

/** Everything the program did under `folder`, in order. Throws when it fails, or does something this cannot follow. */
export function traceProgram(args: readonly string[], folder: string): FileEvent[] {
  const directory = mkdtempSync(join(tmpdir(), 'copydesk-trace-'));
  const output = join(directory, 'trace');
  try {
    const options = ['-f', '-y', '-xx', '-s', '16777216', '-e', `trace=${CALLS}`, '-o', output];
    const run = spawnSync('strace', [...options, process.execPath, ...args], { encoding: 'utf8' });
    if (run.status !== 0) throw new Error(`the traced program ended with ${run.status}: ${run.stderr}`);
    return wholeCalls(readFileSync(output, 'latin1')).flatMap((call) => parseCall(call, folder));
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** One line a call: those that strace cut in two (another thread came between) stand where they ended; a `say`, where it began. */
function wholeCalls(trace: string): string[] {
  const begun = new Map<string, string>();
  const calls: string[] = [];
  for (const line of trace.split('\n')) {
    const [, thread = '', text = ''] = /^(\d+)\s+(.*)$/.exec(line) ?? [];
    const unfinished = text.indexOf(' <unfinished ...>');
    const resumed = /^<\.\.\. \w+ resumed>(.*)$/.exec(text);
    if (unfinished >= 0) {
      const start = text.slice(0, unfinished);
      if (start.startsWith('write(1<')) calls.push(`${start}) = 0`);
      else begun.set(thread, start);
    } else if (resumed) {
      const start = begun.get(thread);
      begun.delete(thread);
      if (start !== undefined) calls.push(start + resumed[1]);
    } else calls.push(text);
  }
  return calls;
}

function parseCall(call: string, folder: string): FileEvent[] {
  const [, name = '', text = '', result = ''] = /^(\w+)\((.*)\)\s+= (-?\d+)/s.exec(call) ?? [];
  if (name === '' || Number(result) < 0) return [];
  const strings = [...text.matchAll(/"((?:\\x[0-9a-f]{2})*)"/g)].map((match) => bytesOf(match[1] as string));
  const [first = Buffer.alloc(0), second = Buffer.alloc(0)] = strings;
  const fd = Number(/^(\d+)</.exec(text)?.[1] ?? Number.NaN);
  if (name === 'write' && fd === 1) return [{ kind: 'say', line: first.toString('utf8').trimEnd() }];
  const opened = bytesOf(/^\d+<([^>]*)>/.exec(text)?.[1] ?? '').toString('utf8');
  // Calls named …at take a name within an open folder; fsync and write take an open file; the others, a path.
  const path = name.endsWith('at') ? resolve(opened, first.toString('utf8')) : opened || first.toString('utf8');
  if (name === 'ioctl' && !text.includes('FICLONE')) return [];
  if (path !== folder && !path.startsWith(`${folder}/`)) return [];
  const numbers = text
    .replaceAll(/"[^"]*"/g, '')
    .split(',')
    .map((part) => Number(part.trim()));
  switch (name) {
    case 'openat':
    case 'open':
      return [{ kind: 'open', path, fd: Number(result), truncate: text.includes('O_TRUNC') }];
    case 'write':
      return [{ kind: 'write', path, fd, bytes: first.subarray(0, Number(result)), offset: null }];
    case 'pwrite64':
      return [{ kind: 'write', path, fd, bytes: first.subarray(0, Number(result)), offset: numbers.at(-1) as number }];
    case 'fsync':
    case 'fdatasync':
      return [{ kind: 'sync', path }];
    case 'ftruncate':
      return [{ kind: 'truncate', path, size: numbers.at(-1) as number }];
    case 'rename':
      return [{ kind: 'rename', from: path, to: second.toString('utf8') }];
    case 'copy_file_range': {
      const [, offset, out, to] = /^[^,]*, \[(\d+)\][^,]*, (\d+)<([^>]*)>, NULL/.exec(text) ?? [];
      const target = bytesOf(to as string).toString('utf8');
      const numbered = { fd: Number(out), offset: Number(offset), size: Number(result) };
      return [{ kind: 'copy', from: path, to: target, ...numbered }];
    }
    case 'unlink':
    case 'unlinkat':
    case 'rmdir':
      return [{ kind: 'remove', path }];
    case 'mkdir':
      return [{ kind: 'mkdir', path }];
    default:
      throw new Error(`trace: ${name} on ${path} is not followed`);
  }
}

/** strace's -xx: every byte as \xNN. Text between quotes or brackets that is not so stands for itself. */
function bytesOf(text: string): Buffer {
  return text.startsWith('\\x') ? Buffer.from(text.replaceAll('\\x', ''), 'hex') : Buffer.from(text, 'latin1');
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { CallInput } from '../../preload/contract.ts';

/** `at`: the instant, counted from 0, at which the program is killed: each change of its job on disk, each write's answer. */
export type Errand = { folder: string; clock: number; at: number; asked: CallInput<'publish.start'> };

export const isWrite = ({ method }: { method: string }): boolean => method !== 'GET' && method !== 'HEAD';

/** Runs it in a process of its own: 'killed' at that instant, or 'ended' where there was none. Throws where it failed. */
export async function runErrand(errand: Errand): Promise<'killed' | 'ended'> {
  const env = { ...process.env, NODE_COMPILE_CACHE: path.join(tmpdir(), 'copydesk-compiled') };
  const program = path.join(import.meta.dirname, 'killed-desk.ts');
  const child = spawn(process.execPath, [program, JSON.stringify(errand)], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let trouble = '';
  child.stderr.on('data', (data) => {
    trouble += data;
  });
  const [code, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
  if (signal === 'SIGKILL') return 'killed';
  if (code === 0) return 'ended';
  throw new Error(`the errand ended with ${code ?? signal}: ${trouble}`);
}

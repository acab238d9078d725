import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** `sequences` replayed, letters `lost` and `doubled` in them, and runs of a real input method. */
export type Tally = { sequences: number; lost: number; doubled: number; realRuns: number };

/** Letters of `expected` that `got` lacks, and letters that `got` has beyond it: by their longest common subsequence. */
export function difference(expected: string, got: string): { lost: number; doubled: number } {
  const left = [...expected];
  const right = [...got];
  let row = right.map(() => 0);
  for (const letter of left) {
    const next: number[] = [];
    for (const [at, other] of right.entries())
      next.push(letter === other ? (row[at - 1] ?? 0) + 1 : Math.max(row[at] ?? 0, next[at - 1] ?? 0));
    row = next;
  }
  const common = row.at(-1) ?? 0;
  return { lost: left.length - common, doubled: right.length - common };
}

/** Builds the program, runs the specs of input methods, and gives their tally; throws where they did not run. */
export function measureInputMethods(): Tally & { passed: boolean } {
  const built = spawnSync('npm', ['run', 'build'], { stdio: ['ignore', 'ignore', 'inherit'] });
  if (built.status !== 0) throw new Error('the program could not be built');
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-ime-'));
  const { status } = spawnSync('npx', ['playwright', 'test', '--project', 'ime', '--reporter=line'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, IME_TALLIES: folder },
  });
  const total: Tally = { sequences: 0, lost: 0, doubled: 0, realRuns: 0 };
  const files = readdirSync(folder);
  for (const file of files) {
    const part: Partial<Tally> = JSON.parse(readFileSync(join(folder, file), 'utf8'));
    for (const [key, value] of Object.entries(part)) total[key as keyof Tally] += value;
  }
  rmSync(folder, { recursive: true, force: true });
  if (!files.some((file) => file.startsWith('replay'))) throw new Error('the replay of input methods did not run');
  return { ...total, passed: status === 0 };
}

import { type ChildProcess, spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import type { Order, Said } from './said.ts';

const PROGRAM = join(import.meta.dirname, 'person.ts');
/** One who neither dies nor ends hangs, and that is a failure too. */
const PATIENCE_MS = 120_000;

/** Somebody at a desk, in a process that has loaded the program and waits for its order. */
export class Person {
  readonly #child: ChildProcess;
  readonly #ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  readonly #ready: Promise<void>;
  #hear: (said: Said) => void = () => undefined;
  #last = '';
  /** What it wrote of errors. */
  trouble = '';

  constructor() {
    // What is compiled once, the next process loads.
    const env = { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'copydesk-compiled') };
    this.#child = spawn(process.execPath, [PROGRAM], { stdio: ['pipe', 'pipe', 'pipe'], env });
    this.#child.stderr?.on('data', (data) => {
      this.trouble += data;
    });
    this.#child.stdin?.on('error', () => undefined); // it is killed while it is written to
    this.#ended = new Promise((resolve) => this.#child.on('close', (code, signal) => resolve({ code, signal })));
    this.#ready = new Promise((resolve) => {
      createInterface({ input: this.#child.stdout as NonNullable<ChildProcess['stdout']> }).on('line', (line) => {
        const said = parse(line);
        if (said?.say === 'ready') resolve();
        else if (said) this.#hear(said);
        this.#last = line.slice(0, 200);
      });
    });
  }

  /** Sends it to work. Killed after `delay` ms, or where the order says so; or it ends by itself. */
  async work(order: Order, delay: number | null, hear: (said: Said) => void): Promise<'killed' | 'ended' | 'failed'> {
    this.#hear = hear;
    await Promise.race([this.#ready, this.#ended]);
    this.#child.stdin?.write(`${JSON.stringify(order)}\n`);
    const late = new AbortController();
    const kill = () => this.#child.kill('SIGKILL');
    let isLate = false;
    wait(delay ?? PATIENCE_MS, undefined, { signal: late.signal }).then(
      () => {
        isLate = delay === null;
        kill();
      },
      () => undefined,
    );
    const { code, signal } = await this.#ended;
    late.abort();
    if (isLate) this.trouble += `it hung after ${this.#last}`;
    if (signal === 'SIGKILL' && !isLate) return 'killed';
    return code === 0 ? 'ended' : 'failed';
  }

  end(): void {
    this.#child.kill('SIGKILL');
  }
}

/** A line; one that was cut off by the kill was not said. */
function parse(line: string): Said | null {
  try {
    return JSON.parse(line) as Said;
  } catch {
    return null;
  }
}

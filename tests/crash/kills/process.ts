import { type ChildProcess, spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Order, Said } from './said.ts';

const PROGRAM = join(import.meta.dirname, 'person.ts');
/** One who neither dies nor ends hangs, and that is a failure too. */
const PATIENCE_MS = 120_000;

/** An instant by chance: while the library is being opened, or in the midst of work. */
export type Moment = { ms: number; after: 'sent' | 'opened' };

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

  /** Sends it to work. Killed so long after it was sent or has opened the library, or where the order says so; or it ends. */
  async work(order: Order, kill: Moment | null, hear: (said: Said) => void): Promise<'killed' | 'ended' | 'failed'> {
    await Promise.race([this.#ready, this.#ended]);
    const timers: NodeJS.Timeout[] = [];
    let isLate = false;
    const killIn = (ms: number) => timers.push(setTimeout(() => this.#child.kill('SIGKILL'), ms));
    timers.push(
      setTimeout(() => {
        isLate = true;
        this.#child.kill('SIGKILL');
      }, PATIENCE_MS),
    );
    this.#hear = (said) => {
      hear(said);
      if (kill?.after === 'opened' && said.say === 'opened') killIn(kill.ms);
    };
    this.#child.stdin?.write(`${JSON.stringify(order)}\n`);
    if (kill?.after === 'sent') killIn(kill.ms);
    const { code, signal } = await this.#ended;
    for (const timer of timers) clearTimeout(timer);
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

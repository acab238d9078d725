import { EventEmitter } from 'node:events';
import { notProvided } from '../guard.ts';

// biome-ignore lint/suspicious/noExplicitAny: listeners of every shape
type Listener = (...args: any[]) => void;

/** An emitter that refuses, by name, listeners for events it will never send. */
export class Emitter extends EventEmitter {
  private readonly owner: string;
  private readonly provided: ReadonlySet<string>;

  constructor(owner: string, provided: readonly string[]) {
    super();
    this.owner = owner;
    this.provided = new Set(provided);
  }
  private check(event: string | symbol): void {
    if (typeof event !== 'string' || this.provided.has(event) || event === 'newListener' || event === 'removeListener')
      return;
    throw notProvided(`${this.owner}.on('${event}')`);
  }
  /** For the stand-in's own events, whose names begin with a hyphen. */
  _onOwn(event: `-${string}`, listener: Listener): void {
    super.on(event, listener);
  }
  override on(event: string | symbol, listener: Listener): this {
    this.check(event);
    return super.on(event, listener);
  }
  override addListener(event: string | symbol, listener: Listener): this {
    return this.on(event, listener);
  }
  override once(event: string | symbol, listener: Listener): this {
    this.check(event);
    return super.once(event, listener);
  }
  override prependListener(event: string | symbol, listener: Listener): this {
    this.check(event);
    return super.prependListener(event, listener);
  }
}

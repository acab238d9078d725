// The DevTools protocol over Chromium's pipe: JSON messages ended by NUL (--remote-debugging-pipe, fds 3 and 4).
// The pipe also ends Chromium when this process dies.
import { EventEmitter } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import type { Protocol } from '../../../node_modules/playwright-core/types/protocol.d.ts';

export type { Protocol };

type Commands = Protocol.CommandParameters;
type Results = Protocol.CommandReturnValues;
type Waiting = { method: string; resolve: (result: never) => void; reject: (error: Error) => void };
type Message = {
  id?: number;
  method?: string;
  params?: unknown;
  result?: unknown;
  error?: { message: string };
  sessionId?: string;
};

/** Events of one session, and commands to it. The root session is the browser's. */
export class Session extends EventEmitter {
  readonly id: string;
  private readonly connection: Connection;

  constructor(connection: Connection, id: string) {
    super();
    this.setMaxListeners(0);
    this.connection = connection;
    this.id = id;
  }

  /** Rejects with `METHOD: reason` when Chromium refuses, and when the connection or the session is gone. */
  send<M extends keyof Commands>(
    method: M,
    params?: Commands[M],
  ): Promise<M extends keyof Results ? Results[M] : void> {
    return this.connection.send(this.id, method, params) as never;
  }

  /** For what may fail because the window or the browser is going away. */
  sendQuietly<M extends keyof Commands>(method: M, params?: Commands[M]): void {
    this.send(method, params).catch(() => {});
  }

  listen<E extends keyof Protocol.Events>(event: E, listener: (params: Protocol.Events[E]) => void): void {
    this.on(event, listener);
  }
}

export class Connection {
  private readonly sessions = new Map<string, Session>();
  private readonly waiting = new Map<number, Waiting>();
  private pieces: Buffer[] = [];
  private lastId = 0;
  private readonly output: Writable;
  readonly root: Session;
  readonly closed: Promise<void>;

  constructor(output: Writable, input: Readable) {
    this.output = output;
    this.root = this.session('');
    output.on('error', () => {});
    input.on('error', () => {});
    input.on('data', (data: Buffer) => this.receive(data));
    this.closed = new Promise((resolve) => {
      input.once('close', () => {
        for (const { method, reject } of this.waiting.values()) reject(new Error(`${method}: Chromium is gone`));
        this.waiting.clear();
        resolve();
      });
    });
  }

  session(id: string): Session {
    const known = this.sessions.get(id);
    if (known) return known;
    const session = new Session(this, id);
    this.sessions.set(id, session);
    return session;
  }

  forget(id: string): void {
    this.sessions.delete(id);
  }

  send(sessionId: string, method: string, params: unknown): Promise<unknown> {
    this.lastId += 1;
    const id = this.lastId;
    return new Promise((resolve, reject) => {
      if (!this.output.writable) return reject(new Error(`${method}: Chromium is gone`));
      this.waiting.set(id, { method, resolve, reject });
      this.output.write(`${JSON.stringify({ id, method, params, ...(sessionId && { sessionId }) })}\0`);
    });
  }

  private receive(data: Buffer): void {
    let rest = data;
    for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
      this.pieces.push(rest.subarray(0, end));
      const text = Buffer.concat(this.pieces).toString('utf8');
      this.pieces = [];
      rest = rest.subarray(end + 1);
      this.dispatch(JSON.parse(text) as Message);
    }
    if (rest.length > 0) this.pieces.push(rest);
  }

  private dispatch(message: Message): void {
    if (message.id !== undefined) {
      const waiting = this.waiting.get(message.id);
      this.waiting.delete(message.id);
      if (message.error) waiting?.reject(new Error(`${waiting.method}: ${message.error.message}`));
      else waiting?.resolve(message.result as never);
    } else if (message.method) {
      this.sessions.get(message.sessionId ?? '')?.emit(message.method, message.params);
    }
  }
}

import { EventEmitter } from 'node:events';
import { createCodec } from '../codec.ts';
import { guard } from '../guard.ts';
import type { Outgoing } from '../page/renderer-api.ts';
import { PreventableEvent } from './event.ts';
import type { WebContents } from './web-contents.ts';
import type { WebFrameMain } from './web-frame.ts';

type Handler = (event: never, ...args: never[]) => unknown;
const codec = createCodec();

/** Clones as IPC does: throws where a value cannot be. */
export const encodeArgs = (args: unknown[]): string => codec.encode(structuredClone(args));

class IpcMain extends EventEmitter {
  readonly _handlers = new Map<string, { handler: Handler; once: boolean }>();

  handle(channel: string, handler: Handler): void {
    this._add(channel, handler, false);
  }
  handleOnce(channel: string, handler: Handler): void {
    this._add(channel, handler, true);
  }
  removeHandler(channel: string): void {
    this._handlers.delete(channel);
  }
  _add(channel: string, handler: Handler, once: boolean): void {
    if (this._handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    if (typeof handler !== 'function')
      throw new TypeError(`Expected handler to be a function, but found type '${typeof handler}'`);
    this._handlers.set(channel, { handler, once });
  }
}

export const ipcMain = guard('ipcMain', new IpcMain());

/** `senderFrame` is null once the document that sent the message is gone. */
class IpcMainEvent extends PreventableEvent {
  readonly type = 'frame';
  readonly ports: never[] = [];
  readonly sender: WebContents;
  readonly processId: number;
  readonly frameId: number;
  readonly frameTreeNodeId: number;
  returnValue: unknown;
  private readonly frame: () => WebFrameMain | null;
  readonly reply: (channel: string, ...args: unknown[]) => void;

  constructor(sender: WebContents, context: number) {
    super();
    this.sender = sender;
    const { mainFrame } = sender;
    this.processId = mainFrame.processId;
    this.frameId = mainFrame.routingId;
    this.frameTreeNodeId = mainFrame.frameTreeNodeId;
    this.frame = () => (sender._link.context === context && !sender.isDestroyed() ? mainFrame : null);
    this.reply = (channel, ...args) => sender.send(channel, ...args);
  }

  get senderFrame(): WebFrameMain | null {
    return this.frame();
  }
}

async function answer(channel: string, event: IpcMainEvent, args: unknown[]): Promise<{ ok: boolean; value: string }> {
  const entry = ipcMain._handlers.get(channel);
  try {
    if (!entry) throw new Error(`No handler registered for '${channel}'`);
    if (entry.once) ipcMain.removeHandler(channel);
    const result = await entry.handler(event as never, ...(args as never[]));
    return { ok: true, value: codec.encode(structuredClone(result)) };
  } catch (error) {
    console.error(`Error occurred in handler for '${channel}':`, error);
    return { ok: false, value: String(error) };
  }
}

/** A message of a window's preload, already known to come from it. */
export async function receive(
  sender: WebContents,
  message: Extract<Outgoing, { channel: string }>,
  context: number,
): Promise<void> {
  const event = new IpcMainEvent(sender, context);
  const args = codec.decode(message.args) as unknown[];
  if (message.kind === 'send') {
    sender.ipc.emit(message.channel, event, ...args);
    ipcMain.emit(message.channel, event, ...args);
    return;
  }
  const reply = await answer(message.channel, event, args);
  sender._link.send({ kind: 'reply', id: message.id, ...reply }, context);
}

import { type CallName, type CallOutput, CHANNEL, calls, type Failure, type Result } from '../preload/contract.ts';

/** Each call's answer. `sender` is the window's WebContents, for the few that are about that window. */
export type Handlers = {
  [K in CallName]: (
    input: ReturnType<(typeof calls)[K]['input']['parse']>,
    sender: unknown,
  ) => Promise<Result<CallOutput<K>>>;
};

type Handler = (input: unknown, sender: unknown) => Promise<unknown>;

/** The little of Electron's ipcMain and of its event that is needed here. */
export type IpcMainLike = {
  handle(channel: string, listener: (event: IpcEvent, ...args: unknown[]) => unknown): void;
};
export type IpcEvent = { senderFrame: { url: string; parent: unknown } | null; sender: unknown };

/**
 * Puts every call of the contract behind one channel. Each is refused unless it comes from the main frame of a window
 * that `knows` it, from our own origin, with a payload of the right shape and size. Errors become codes: nothing of an
 * unexpected one but `internal` reaches the window; `report` gets it whole. A call that nobody answers now: libraryClosed.
 */
export function registerCalls(
  ipc: IpcMainLike,
  handlers: () => Partial<Handlers>,
  knows: (sender: unknown) => boolean,
  report: (call: string, error: unknown) => void,
): void {
  ipc.handle(CHANNEL.call, async (event, name, input): Promise<unknown> => {
    if (!isTrusted(event, knows)) return failure('forbidden');
    if (typeof name !== 'string' || !Object.hasOwn(calls, name)) return failure('unknownCall');
    const call = calls[name as CallName];
    if (!fits(input, call.maxBytes)) return failure('badRequest', 'too large');
    const parsed = call.input.safeParse(input);
    if (!parsed.success) return failure('badRequest', parsed.error.issues[0]?.message);
    try {
      const handler = handlers()[name as CallName] as Handler | undefined;
      if (!handler) return failure('libraryClosed');
      return await handler(parsed.data, event.sender);
    } catch (error) {
      report(name, error);
      return failure('internal');
    }
  });
}

/** The origin of everything the window loads. */
export const ORIGIN = 'app://desk';

function isTrusted(event: IpcEvent, knows: (sender: unknown) => boolean): boolean {
  const frame = event.senderFrame; // null once the frame has gone
  return frame !== null && frame.parent === null && originOf(frame.url) === ORIGIN && knows(event.sender);
}

/** Scheme and host, lower case. URL.origin is "null" for schemes of one's own. */
export function originOf(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, host } = new URL(url);
  return `${protocol}//${host}`;
}

/** Whether a payload has at most `limit` bytes, counted without copying it: 2 for a character, 8 for anything else. */
export function fits(value: unknown, limit: number): boolean {
  let left = limit;
  const queue: unknown[] = [value];
  while (queue.length > 0 && left >= 0) {
    const item = queue.pop();
    if (typeof item === 'string') left -= item.length * 2;
    else if (ArrayBuffer.isView(item) || item instanceof ArrayBuffer) left -= item.byteLength;
    else left -= 8;
    if (!item || typeof item !== 'object' || ArrayBuffer.isView(item)) continue;
    if (Array.isArray(item) && item.length * 8 > left) return false;
    for (const [key, inner] of Object.entries(item)) queue.push(Array.isArray(item) ? null : key, inner);
  }
  return left >= 0;
}

const failure = (code: Failure['code'], detail?: string): Failure => ({ ok: false, code, ...(detail && { detail }) });

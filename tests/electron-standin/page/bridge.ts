// What contextBridge does to values on their way between the worlds: data is cloned, functions, promises and errors get a
// counterpart on the other side. The function stands alone: its source runs in both worlds of the window.
import type { Link } from './worlds.ts';

export type Bridge = {
  /** Shows `api` to the other world as `window[key]`. */
  expose: (key: string, api: unknown) => void;
};

/** `other` gets what is not the bridge's own from the other world. */
export function createBridge(
  link: Link,
  other?: (message: { kind: string; detail?: unknown; id?: number }) => void,
): Bridge {
  type Marked = { standin: 'function' | 'promise' | 'error'; id?: number; message?: string; stack?: string };
  type Message =
    | { kind: 'call'; id: number; args: unknown }
    | { kind: 'settle'; id: number; ok: boolean; value: unknown }
    | { kind: 'expose'; key: string; value: unknown }
    | { kind: 'open'; detail: unknown }; // prettier-ignore
  const MARK = 'standin';
  const functions = new Map<number, (...args: unknown[]) => unknown>();
  const known = new WeakMap<object, number>();
  const promises = new Map<number, { resolve: (value: unknown) => void; reject: (reason: unknown) => void }>();
  let lastId = 0;

  const isPlain = (value: object) => {
    const parent = Object.getPrototypeOf(value);
    return (
      Object.prototype.toString.call(value) === '[object Object]' && (parent === null || !(value instanceof Promise))
    );
  };

  function markFunction(value: (...args: unknown[]) => unknown): Marked {
    let id = known.get(value);
    if (id === undefined) {
      lastId += 1;
      id = lastId;
      known.set(value, id);
      functions.set(id, value);
    }
    return { [MARK]: 'function', id };
  }

  function markPromise(value: Promise<unknown>): Marked {
    lastId += 1;
    const id = lastId;
    const settle = (ok: boolean) => (result: unknown) => {
      try {
        link.ask({ kind: 'settle', id, ok, value: encode(result) });
      } catch (error) {
        link.ask({ kind: 'settle', id, ok: false, value: encode(error) });
      }
    };
    value.then(settle(true), settle(false));
    return { [MARK]: 'promise', id };
  }

  function encode(value: unknown, seen = new Map<object, unknown>()): unknown {
    if (typeof value === 'function') return markFunction(value as never);
    if (typeof value === 'symbol') throw new TypeError('A symbol cannot cross the context bridge');
    if (value === null || typeof value !== 'object') return value;
    const done = seen.get(value);
    if (done) return done;
    if (value instanceof Promise) return markPromise(value);
    if (value instanceof Error) return { [MARK]: 'error', message: value.message, stack: value.stack };
    if (Array.isArray(value)) {
      const list: unknown[] = [];
      seen.set(value, list);
      for (const item of value) list.push(encode(item, seen));
      return list;
    }
    // dates, maps, buffers, files: cloned whole; what cannot be throws here, not silently on the way
    if (!isPlain(value)) return value instanceof Blob || ArrayBuffer.isView(value) ? value : structuredClone(value);
    const copy: Record<string, unknown> = {};
    seen.set(value, copy);
    for (const [key, item] of Object.entries(value)) copy[key] = encode(item, seen);
    return copy;
  }

  function decode(value: unknown, seen = new Set<object>()): unknown {
    if (value === null || typeof value !== 'object' || seen.has(value)) return value;
    const { [MARK]: mark, id, message, stack } = value as Marked;
    if (mark === 'function') return (...args: unknown[]) => call(id as number, args);
    if (mark === 'promise') return new Promise((resolve, reject) => promises.set(id as number, { resolve, reject }));
    if (mark === 'error') return Object.assign(new Error(message), { stack });
    seen.add(value);
    if (!Array.isArray(value) && !isPlain(value)) return value;
    const holder = value as Record<string, unknown>;
    for (const key of Object.keys(holder)) holder[key] = decode(holder[key], seen);
    return value;
  }

  function call(id: number, args: unknown[]): unknown {
    const { ok, value } = link.ask({ kind: 'call', id, args: encode(args) }) as { ok: boolean; value: unknown };
    if (!ok) throw decode(value);
    return decode(value);
  }

  function freeze(value: unknown): unknown {
    if (value === null || typeof value !== 'object' || Object.isFrozen(value)) return value;
    if (!Array.isArray(value) && !isPlain(value)) return value;
    Object.freeze(value);
    for (const item of Object.values(value)) freeze(item);
    return value;
  }

  function show(key: string, value: unknown): { ok: boolean; value?: unknown } {
    if (Object.hasOwn(window, key)) {
      return {
        ok: false,
        value: encode(new Error('Cannot bind an API on top of an existing property on the window object')),
      };
    }
    Object.defineProperty(window, key, { value: freeze(decode(value)), enumerable: true });
    return { ok: true };
  }

  function run(id: number, args: unknown): unknown {
    try {
      const result = functions.get(id)?.(...(decode(args) as unknown[]));
      return { ok: true, value: encode(result) };
    } catch (error) {
      return { ok: false, value: encode(error instanceof Error ? error : new Error(String(error))) };
    }
  }

  link.answer((raw) => {
    const message = raw as Message;
    if (message.kind === 'call') return run(message.id, message.args);
    if (message.kind === 'expose') return show(message.key, message.value);
    if (message.kind !== 'settle') return other?.(message);
    const promise = promises.get(message.id);
    promises.delete(message.id);
    return promise?.[message.ok ? 'resolve' : 'reject'](decode(message.value));
  });

  return {
    expose: (key, api) => {
      const { ok, value } = link.ask({ kind: 'expose', key, value: encode(api) }) as { ok: boolean; value: unknown };
      if (!ok) throw decode(value);
    },
  };
}

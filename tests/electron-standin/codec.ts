// Structured-clone values as text, for the way between the main process and a window. The function stands alone, since
// its source also runs in the window.

export type Codec = {
  /** Throws a DataCloneError, as Electron's IPC does, for functions, symbols, promises, nodes, blobs… */
  encode: (value: unknown) => string;
  decode: (text: string) => unknown;
};

export function createCodec(): Codec {
  // JSON stands for itself; everything else is `{ $: kind, v: … }`, and a plain object that has a `$` is wrapped too.
  type Tagged = { $: string; v?: unknown; n?: string; m?: unknown };
  const views = [
    Int8Array,
    Uint8Array,
    Uint8ClampedArray,
    Int16Array,
    Uint16Array,
    Int32Array,
    Uint32Array,
    Float32Array,
    Float64Array,
    BigInt64Array,
    BigUint64Array,
    DataView,
  ]; // prettier-ignore
  const errors = [EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError, Error];
  const refuse = (): never => {
    throw new DOMException('An object could not be cloned.', 'DataCloneError');
  };
  const toBase64 = (buffer: ArrayBuffer): string => {
    if (typeof Buffer === 'function') return Buffer.from(buffer).toString('base64');
    return (new Uint8Array(buffer) as unknown as { toBase64(): string }).toBase64();
  };
  const fromBase64 = (text: string): ArrayBuffer => {
    if (typeof Buffer !== 'function') {
      return (Uint8Array as unknown as { fromBase64(text: string): Uint8Array<ArrayBuffer> }).fromBase64(text).buffer;
    }
    const bytes = Buffer.from(text, 'base64');
    return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
  };

  const encodeNumber = (value: number): unknown =>
    Number.isFinite(value) && !Object.is(value, -0)
      ? value
      : { $: 'number', v: Object.is(value, -0) ? '-0' : String(value) };

  function encodeValue(value: unknown, seen: Map<object, number>): unknown {
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
    if (typeof value === 'number') return encodeNumber(value);
    if (value === undefined) return { $: 'undefined' };
    if (typeof value === 'bigint') return { $: 'bigint', v: String(value) };
    if (typeof value !== 'object') return refuse();
    const known = seen.get(value);
    if (known !== undefined) return { $: 'ref', v: known };
    seen.set(value, seen.size);
    return encodeObject(value, seen);
  }

  function encodeObject(value: object, seen: Map<object, number>): unknown {
    const inner = (item: unknown) => encodeValue(item, seen);
    if (Array.isArray(value)) return value.map(inner);
    if (value instanceof Date) return { $: 'date', v: encodeNumber(value.getTime()) };
    if (value instanceof RegExp) return { $: 'regexp', v: value.source, m: value.flags };
    if (value instanceof Map) return { $: 'map', v: [...value].map(([key, item]) => [inner(key), inner(item)]) };
    if (value instanceof Set) return { $: 'set', v: [...value].map(inner) };
    if (value instanceof ArrayBuffer) return { $: 'buffer', v: toBase64(value) };
    const view = views.find((candidate) => value instanceof candidate);
    if (view) {
      const { buffer, byteOffset, byteLength } = value as Uint8Array<ArrayBuffer>;
      return { $: 'view', n: view.name, v: toBase64(buffer.slice(byteOffset, byteOffset + byteLength)) };
    }
    if (value instanceof Error) return { $: 'error', n: value.name, v: value.message, m: value.stack };
    for (const boxed of [Boolean, Number, String]) {
      if (value instanceof boxed) return { $: 'boxed', v: inner(value.valueOf()) };
    }
    if (Object.prototype.toString.call(value) !== '[object Object]') return refuse();
    const plain: Record<string, unknown> = {};
    for (const [key, item] of Object.entries(value)) {
      Object.defineProperty(plain, key, { value: inner(item), enumerable: true, configurable: true, writable: true });
    }
    return '$' in plain ? { $: 'object', v: plain } : plain;
  }

  function decodeValue(node: unknown, seen: unknown[]): unknown {
    if (node === null || typeof node !== 'object') return node;
    const inner = (item: unknown) => decodeValue(item, seen);
    if (Array.isArray(node)) {
      const list: unknown[] = [];
      seen.push(list);
      for (const item of node) list.push(inner(item));
      return list;
    }
    if ('$' in node) return decodeTagged(node as Tagged, seen);
    return decodePlain(node, seen);
  }

  function decodePlain(node: object, seen: unknown[]): object {
    const plain = {};
    seen.push(plain);
    for (const [key, item] of Object.entries(node)) {
      Object.defineProperty(plain, key, {
        value: decodeValue(item, seen),
        enumerable: true,
        configurable: true,
        writable: true,
      });
    }
    return plain;
  }

  function decodeTagged({ $, v, n, m }: Tagged, seen: unknown[]): unknown {
    const keep = <T>(made: T): T => {
      seen.push(made);
      return made;
    };
    const inner = (item: unknown) => decodeValue(item, seen);
    if ($ === 'undefined') return undefined;
    if ($ === 'number') return Number(v);
    if ($ === 'bigint') return BigInt(v as string);
    if ($ === 'ref') return seen[v as number];
    if ($ === 'object') return decodePlain(v as object, seen);
    if ($ === 'date') return keep(new Date(decodeValue(v, seen) as number));
    if ($ === 'regexp') return keep(new RegExp(v as string, m as string));
    if ($ === 'buffer') return keep(fromBase64(v as string));
    if ($ === 'view') {
      const View = (views.find((view) => view.name === n) ?? Uint8Array) as new (
        buffer: ArrayBuffer,
      ) => ArrayBufferView;
      return keep(new View(fromBase64(v as string)));
    }
    if ($ === 'boxed') {
      const place = seen.push(undefined) - 1;
      seen[place] = Object(inner(v));
      return seen[place];
    }
    if ($ === 'error') {
      const Kind = errors.find((kind) => kind.name === n) ?? Error;
      const error = keep(new Kind(v as string));
      if (typeof m === 'string') error.stack = m;
      return error;
    }
    if ($ === 'map') {
      const map = keep(new Map());
      for (const [key, item] of v as unknown[][]) map.set(inner(key), inner(item));
      return map;
    }
    if ($ === 'set') {
      const set = keep(new Set());
      for (const item of v as unknown[]) set.add(inner(item));
      return set;
    }
    throw new Error(`unknown kind ${$}`);
  }

  return {
    encode: (value) => JSON.stringify(encodeValue(value, new Map())),
    decode: (text) => decodeValue(JSON.parse(text), []),
  };
}

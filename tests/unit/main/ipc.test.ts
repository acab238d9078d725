import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { fits, type Handlers, type IpcEvent, originOf, registerCalls } from '../../../main/ipc.ts';
import { CHANNEL } from '../../../preload/contract.ts';
import { newId } from '../../../story/ids.ts';

const window = { name: 'the desk' };
const frame = (url: string, parent: unknown = null) => ({ senderFrame: { url, parent }, sender: window });
const page = frame('app://desk/');

function setUp(handlers: Partial<Record<string, (input: never) => Promise<unknown>>>) {
  let listener: ((event: IpcEvent, ...args: unknown[]) => unknown) | undefined;
  const report = vi.fn();
  const ipc = {
    handle(channel: string, handle: typeof listener) {
      expect(channel).toBe(CHANNEL.call);
      listener = handle;
    },
  };
  registerCalls(
    ipc as never,
    () => handlers as unknown as Handlers,
    (sender) => sender === window,
    report,
  );
  return { call: (event: IpcEvent, ...args: unknown[]) => listener?.(event, ...args), report };
}

describe('the door between window and main', () => {
  const list = vi.fn(async () => ({ ok: true, value: [] }));

  it('answers the main frame of our own window', async () => {
    const { call } = setUp({ 'destination.list': list });
    expect(await call(page, 'destination.list', {})).toEqual({ ok: true, value: [] });
  });

  it.each([
    ['another origin', frame('https://example.test/')],
    ['an origin that only begins like ours', frame('app://desk.evil/')],
    ['another scheme', frame('file:///desk/')],
    ['a frame inside the page', frame('app://desk/', { url: 'app://desk/' })],
    ['a frame that has gone', { senderFrame: null, sender: window }],
    ['another window', { ...page, sender: { name: 'a stranger' } }],
  ])('refuses %s, and runs nothing', async (_name, event) => {
    list.mockClear();
    const { call } = setUp({ 'destination.list': list });
    expect(await call(event, 'destination.list', {})).toEqual({ ok: false, code: 'forbidden' });
    expect(list).not.toHaveBeenCalled();
  });

  it.each(['nothing.here', 'toString', '__proto__', 'constructor', 7, undefined])(
    'does not know the call %s',
    async (name) => {
      const { call } = setUp({});
      expect(await call(page, name, {})).toEqual({ ok: false, code: 'unknownCall' });
    },
  );

  it.each([
    [{ id: 'x', expectedSeq: 0, change: {} }],
    [{ id: newId(), expectedSeq: -1, change: {} }],
    [{ id: newId(), expectedSeq: 0, change: { fields: { headline: 7 } } }],
    [{ id: newId(), expectedSeq: 0, change: {}, more: true }],
    [null],
    ['text'],
  ])('refuses a payload of the wrong shape: %j', async (input) => {
    const append = vi.fn();
    const { call } = setUp({ 'story.append': append });
    expect(await call(page, 'story.append', input)).toMatchObject({ ok: false, code: 'badRequest' });
    expect(append).not.toHaveBeenCalled();
  });

  it('refuses a payload that is too large before parsing it', async () => {
    const { call } = setUp({ 'link.open': vi.fn() });
    expect(await call(page, 'link.open', { url: 'x'.repeat(1024 * 1024) })).toEqual({
      ok: false,
      code: 'badRequest',
      detail: 'too large',
    });
  });

  it('tells the window nothing of an unexpected error', async () => {
    const { call, report } = setUp({
      'destination.list': async () => {
        throw new Error('/home/reporter/secret');
      },
    });
    expect(await call(page, 'destination.list', {})).toEqual({ ok: false, code: 'internal' });
    expect(report).toHaveBeenCalledWith(
      'destination.list',
      expect.objectContaining({ message: '/home/reporter/secret' }),
    );
  });
});

it('the preload, which writes the channels out, names the same ones', () => {
  const preload = readFileSync(path.join(import.meta.dirname, '../../../preload/index.ts'), 'utf8');
  expect([...preload.matchAll(/^const (CALL|EVENT) = '(.+)';$/gm)].map(([, name, value]) => [name, value])).toEqual([
    ['CALL', CHANNEL.call],
    ['EVENT', CHANNEL.event],
  ]);
});

describe('the size of a payload', () => {
  it('counts texts, bytes and nesting', () => {
    expect(fits('abc', 6)).toBe(true);
    expect(fits('abcd', 6)).toBe(false);
    expect(fits({ bytes: new Uint8Array(100) }, 100)).toBe(false);
    expect(fits({ bytes: new Uint8Array(100) }, 200)).toBe(true);
    expect(
      fits(
        Array.from({ length: 1_000_000 }, () => 1),
        1000,
      ),
    ).toBe(false);
    expect(fits(undefined, 8)).toBe(true);
  });
});

describe('an address’s origin', () => {
  it.each([
    ['app://desk/media/1', 'app://desk'],
    ['APP://desk/', 'app://desk'],
    ['https://a.test:8/x', 'https://a.test:8'],
    ['nonsense', null],
  ])('%s', (url, origin) => expect(originOf(url)).toBe(origin));
});

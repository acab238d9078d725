import { expect, test } from './app.ts';

test('the page reaches nothing of the preload but what was exposed', async ({ start }) => {
  const { window: page } = await start();
  const found = await page.evaluate(() => ({
    require: typeof (window as never as Record<string, unknown>).require,
    process: typeof (window as never as Record<string, unknown>).process,
    ipc: typeof (window as never as Record<string, unknown>).ipcRenderer,
    standin: Object.getOwnPropertyNames(window).filter((name) => /standin|electron/i.test(name)),
    constructed: window.probe.add.constructor === Function,
  }));
  expect(found).toEqual({
    require: 'undefined',
    process: 'undefined',
    ipc: 'undefined',
    standin: [],
    constructed: true,
  });
});

test('a page cannot take the way between the worlds by listening or calling first', async ({ start }) => {
  const { window: page } = await start();
  const caught = await page.evaluate(() => {
    const events: string[] = [];
    const dispatch = EventTarget.prototype.dispatchEvent;
    for (const name of ['standin-link', 'standin-hello']) addEventListener(name, () => events.push(name), true);
    window.dispatchEvent(new Event('standin-hello'));
    window.probe.add(1, 2);
    return { events, same: dispatch === EventTarget.prototype.dispatchEvent };
  });
  // Its own hello is answered by nobody.
  expect(caught).toEqual({ events: ['standin-hello'], same: true });
});

test('the exposed object is there before the page’s scripts, frozen, and cannot be replaced', async ({ start }) => {
  const { window: page } = await start();
  const result = await page.evaluate(() => ({
    first: (window as never as { scriptSaw: string }).scriptSaw,
    frozen: Object.isFrozen(window.probe) && Object.isFrozen(window.probe.plain.list),
    replaced: Reflect.set(window, 'probe', 1) || Reflect.deleteProperty(window, 'probe'),
  }));
  expect(result).toEqual({ first: 'function', frozen: true, replaced: false });
});

test('values are cloned across the bridge, functions and promises get a counterpart', async ({ start }) => {
  const { window: page } = await start();
  const result = await page.evaluate(async () => {
    const given = { deep: { list: [1] } };
    const back = window.probe.echo(given) as typeof given;
    const failed = (() => {
      try {
        window.probe.fail();
        return undefined;
      } catch (error) {
        return [(error as Error).message, error instanceof Error];
      }
    })();
    return {
      equal: JSON.stringify(back),
      same: back === given || back.deep === given.deep,
      ownPrototype: Object.getPrototypeOf(back) === Object.prototype,
      twice: window.probe.twice((value) => value * 2),
      later: await window.probe.later({ a: 1 }),
      failed,
      map: window.probe.kind(new Map()),
      bytes: window.probe.kind(new Uint8Array(2)),
      element: (() => {
        try {
          return window.probe.kind(document.body);
        } catch (error) {
          return (error as Error).name;
        }
      })(),
    };
  });
  expect(result).toEqual({
    equal: '{"deep":{"list":[1]}}',
    same: false,
    ownPrototype: true,
    twice: 12,
    later: { a: 1 },
    failed: ['said no', true],
    map: '[object Map]',
    bytes: '[object Uint8Array]',
    element: 'DataCloneError',
  });
});

test('a sandboxed preload may require only what the documents list', async ({ start }) => {
  const { window: page } = await start();
  const kinds = await page.evaluate(() =>
    ['electron', 'events', 'timers', 'url', 'fs', 'node:child_process', './other.cjs'].map((name) => {
      try {
        return window.probe.need(name);
      } catch (error) {
        return (error as Error).message;
      }
    }),
  );
  expect(kinds.slice(0, 4)).toEqual(['object', 'function', 'object', 'object']);
  expect(kinds.slice(4)).toEqual([
    'module not found: fs',
    'module not found: node:child_process',
    'module not found: ./other.cjs',
  ]);
});

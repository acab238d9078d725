import { expect, test } from './app.ts';

test('arguments and results keep their kinds, there and back', async ({ start }) => {
  const { window: page } = await start();
  const result = await page.evaluate(async () => {
    const shared = { name: 'một' };
    const cyclic: Record<string, unknown> = { $: 'dollar' };
    cyclic.self = cyclic;
    const given = {
      nothing: undefined,
      none: null,
      numbers: [0, -0, NaN, Infinity, -Infinity, 1.5],
      big: 12345678901234567890n,
      text: 'Hoà bình, 57,54% \u{1F4F0}',
      when: new Date(1234567890123),
      never: new Date(NaN),
      pattern: /a+/giu,
      map: new Map<unknown, unknown>([['k', new Set([1, 'two'])]]),
      bytes: new Uint8Array([0, 1, 255]),
      part: new Uint8Array([9, 8, 7, 6]).subarray(1, 3),
      buffer: new Uint16Array([513]).buffer,
      floats: new Float64Array([0.1]),
      error: new RangeError('too long'),
      twice: [shared, shared],
      cyclic,
      empty: [[], {}],
    };
    type Given = typeof given;
    const back = (await window.probe.invoke('echo', given)) as Given;
    return {
      keys: Object.keys(back).join() === Object.keys(given).join(),
      nothing: 'nothing' in back && back.nothing === undefined && back.none === null,
      numbers: back.numbers.every((value, at) => Object.is(value, given.numbers[at])),
      plain: back.big === given.big && back.text === given.text,
      dates: back.when.getTime() === 1234567890123 && Number.isNaN(back.never.getTime()),
      pattern: String(back.pattern),
      map: [...(back.map.get('k') as Set<unknown>)],
      bytes: [
        back.bytes instanceof Uint8Array,
        ...back.bytes,
        ...back.part,
        ...new Uint8Array(back.buffer),
        ...back.floats,
      ],
      // the bridge makes every error a plain one
      error: [back.error instanceof Error, back.error instanceof RangeError, back.error.message],
      twice: back.twice[0] === back.twice[1],
      cyclic: back.cyclic.self === back.cyclic && back.cyclic.$ === 'dollar',
      empty: JSON.stringify(back.empty),
    };
  });
  expect(result).toEqual({
    keys: true,
    nothing: true,
    numbers: true,
    plain: true,
    dates: true,
    pattern: '/a+/giu',
    map: [1, 'two'],
    bytes: [true, 0, 1, 255, 8, 7, 1, 2, 0.1],
    error: [true, false, 'too long'],
    twice: true,
    cyclic: true,
    empty: '[[],{}]',
  });
});

test('sixty megabytes arrive whole', async ({ start }) => {
  const { window: page } = await start();
  const result = await page.evaluate(async () => {
    const bytes = new Uint8Array(60_000_000);
    bytes[59_999_999] = 7;
    const back = (await window.probe.invoke('echo', bytes)) as Uint8Array;
    return [back.length, back.at(-1)];
  });
  expect(result).toEqual([60_000_000, 7]);
});

test('of a handler’s error only its text reaches the window', async ({ start }) => {
  const { window: page } = await start();
  const errors = await page.evaluate(async () => {
    const failing = async (channel: string, ...args: unknown[]) => {
      const error = await window.probe.invoke(channel, ...args).then(
        () => new Error('did not fail'),
        (thrown: Error) => thrown,
      ); // prettier-ignore
      return [error.message, Object.keys(error).join()];
    };
    return [await failing('fail'), await failing('nobody'), await failing('unclonable')];
  });
  expect(errors.slice(0, 2)).toEqual([
    ["Error invoking remote method 'fail': RangeError: out of ink", ''],
    ["Error invoking remote method 'nobody': Error: No handler registered for 'nobody'", ''],
  ]);
  expect(errors[2]?.[0]).toMatch(/^Error invoking remote method 'unclonable': .*could not be cloned/);
});

test('main can send, and a listener can be taken off again', async ({ start }) => {
  const { app, window: page } = await start();
  const got = await page.evaluate(async () => {
    const values: unknown[] = [];
    const off = window.probe.on('noted', (value) => values.push(value));
    window.probe.send('note', 1);
    while (values.length < 1) await new Promise((done) => setTimeout(done, 5));
    off();
    window.probe.send('note', 2);
    await window.probe.invoke('echo', 0);
    return values;
  });
  expect(got).toEqual([1]);
  const refused = await app.evaluate(({ BrowserWindow }) => {
    try {
      BrowserWindow.getAllWindows()[0]?.webContents.send('x', () => 1);
      return 'sent';
    } catch (error) {
      return (error as Error).name;
    }
  });
  expect(refused).toBe('DataCloneError');
});

test('the sender’s frame is known, and null once its document is gone', async ({ start }) => {
  const { app, window: page } = await start();
  expect(await page.evaluate(() => window.probe.invoke('who'))).toEqual({
    url: 'app://desk/page.html',
    origin: 'app://desk',
    main: true,
    top: true,
  });
  await app.evaluate(({ ipcMain }) => {
    ipcMain.once('note', (event) => Object.assign(globalThis, { late: event }));
  });
  await page.evaluate(() => window.probe.send('note', 0));
  await expect.poll(() => app.evaluate(() => 'late' in globalThis)).toBe(true);
  await page.reload();
  await expect
    .poll(() =>
      app.evaluate(() => (globalThis as never as { late: { senderFrame: unknown } }).late.senderFrame === null),
    )
    .toBe(true);
});

test('webUtils gives the path of a chosen file, and none for a made one', async ({ start }) => {
  const { window: page, profile } = await start();
  const { writeFileSync } = await import('node:fs');
  const file = `${profile}/ảnh một.txt`;
  writeFileSync(file, 'x');
  await page.setInputFiles('#file', file);
  const paths = await page.evaluate(() => {
    const [chosen] = (document.querySelector('#file') as HTMLInputElement).files ?? [];
    const attempt = () => {
      try {
        return window.probe.pathOf('no file');
      } catch (error) {
        return (error as Error).message;
      }
    };
    return [window.probe.pathOf(chosen), window.probe.pathOf(new File(['x'], 'made.txt')), attempt()];
  });
  expect(paths).toEqual([file, '', 'getPathForFile expected to receive a File']);
});

// A line that breaks where it hurts: before a write has arrived whole, and in the middle of its answer.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Desk, dataFolder, openDesk } from './desk.ts';
import { oneOfEach } from './evidence.ts';
import { type FaultProxy, type Seen, startFaultProxy } from './fault-proxy.ts';
import { PLACES, type Place } from './places.ts';

describe.each(PLACES)('a line to $name', ({ missing, start, writes }) => {
  const reason = missing();
  describe.skipIf(reason)(`that breaks${reason ? ` (${reason})` : ''}`, () => {
    let place: Place;
    let proxy: FaultProxy;
    let desk: Desk;
    let data: ReturnType<typeof dataFolder>;
    beforeAll(async () => {
      place = await start();
      proxy = await startFaultProxy(place.url);
    });
    afterAll(async () => {
      await proxy?.close();
      await place?.stop();
    });
    beforeEach(async () => {
      await place.clear();
      proxy.reset();
      data = dataFolder();
      desk = await openDesk(data.folder);
    });
    afterEach(async () => {
      await desk.close();
      data.remove();
    });
    const is = oneOfEach(() => ({ place, desk }));
    const first = (kind: 'photo' | 'draft' | 'update') => {
      let done = false;
      return (seen: Seen) => {
        if (done || !writes(seen, kind)) return false;
        done = true;
        return true;
      };
    };

    test.each(['photo', 'draft', 'update'] as const)(
      'cut before the %s has come: nothing was done, and then once',
      async (kind) => {
        const hit = first(kind);
        proxy.fault = (seen) => (hit(seen) ? { cut: 'at once' } : undefined);
        const story = await desk.story();
        const job = await desk.publish(story, await place.account(desk, proxy.url));
        expect(job).toMatchObject({ state: 'waiting', error: { code: 'badAnswer' } });
        expect((await place.posts()).map(({ status }) => status)).toEqual(kind === 'update' ? ['draft'] : []);
        expect((await desk.settle(job.id)).state).toBe('done');
        // The one that was cut, and the one that went through.
        expect(proxy.seen.filter((seen) => writes(seen, kind)).length).toBe(2);
        await is.published(story);
      },
    );

    test.each(['photo', 'draft', 'update'] as const)(
      'cut within the answer to the %s: done, looked for, and not done again',
      async (kind) => {
        const hit = first(kind);
        proxy.fault = (seen) => (hit(seen) ? { cut: 'within the answer', forward: true } : undefined);
        const story = await desk.story();
        const job = await desk.publish(story, await place.account(desk, proxy.url));
        expect(job).toMatchObject({ state: 'waiting', error: { code: 'badAnswer' } });
        expect((await desk.settle(job.id)).state).toBe('done');
        expect(proxy.seen.filter((seen) => writes(seen, kind)).length).toBe(1);
        await is.published(story);
      },
    );

    test('half of an answer to the reading back is no answer: read again, and only then the receipt', async () => {
      let isUpdated = false;
      let cuts = 0;
      proxy.fault = (seen) => {
        if (isUpdated && cuts === 0 && seen.method === 'GET') {
          cuts += 1;
          return { cut: 'within the answer', forward: true };
        }
        isUpdated ||= writes(seen, 'update');
        return undefined;
      };
      const story = await desk.story();
      const job = await desk.publish(story, await place.account(desk, proxy.url));
      expect([cuts, job.state, job.step, desk.receipts]).toEqual([1, 'waiting', 'readBack', []]);
      expect((await desk.settle(job.id)).state).toBe('done');
      await is.published(story);
    });
  });
});

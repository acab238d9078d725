// A server that dies, freezes, loses its database, has the wrong time or no room left, in the middle of a publication.
import { spawnSync } from 'node:child_process';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Job } from '../../preload/contract.ts';
import { type Desk, dataFolder, good, openDesk } from './desk.ts';
import { oneOfEach } from './evidence.ts';
import { type FaultProxy, type Seen, startFaultProxy } from './fault-proxy.ts';
import { PLACES, type Place, type WriteKind } from './places.ts';
import { until } from './processes.ts';

const HOUR = 3_600_000;

describe.each(PLACES.filter(({ isQuick }) => isQuick))('a $name', ({ missing, start, writes, binsLateDrafts }) => {
  const reason = missing();
  describe.skipIf(reason)(`in trouble${reason ? ` (${reason})` : ''}`, () => {
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
    const account = () => place.account(desk, proxy.url);
    /** Does something at the first write of a kind, before the server gets it; resolves then. */
    function at(kind: WriteKind | 'update', then: () => unknown): Promise<Seen> {
      const { promise, resolve, reject } = Promise.withResolvers<Seen>();
      let done = false;
      proxy.before = async (seen) => {
        if (done || !writes(seen, kind)) return;
        done = true;
        await Promise.resolve(then()).then(() => resolve(seen), reject);
      };
      return promise;
    }
    async function begin(story: string, to: string): Promise<string> {
      const { seq } = good(await desk.store.readStory(story));
      return good(await desk.outbox.startPublication({ storyId: story, destinationId: to, seq, confirmed: true })).id;
    }

    test('killed between the photo and the story: the photo is used, not sent again', async () => {
      const story = await desk.story();
      const killed = at('draft', () => place.kill());
      const job = await desk.publish(story, await account());
      await killed;
      expect(job).toMatchObject({ state: 'waiting', step: 'draft' });
      await place.start();
      expect([(await place.posts()).length, (await place.photos()).length]).toEqual([0, 1]);
      expect((await desk.settle(job.id)).state).toBe('done');
      expect(proxy.seen.filter((seen) => writes(seen, 'photo')).length).toBe(1);
      await is.published(story);
    });

    test.each(['photo', 'draft', 'update'] as const)(
      'its database killed (-9) as the %s comes: waits, and once there is one, goes on',
      async (kind) => {
        const story = await desk.story();
        const killed = at(kind, () => place.database.kill());
        const job = await desk.publish(story, await account());
        await killed;
        expect(job.state).toBe('waiting');
        expect(['serverError', 'serverBusy', 'badAnswer']).toContain(job.error?.code);
        await place.database.start();
        expect((await desk.settle(job.id)).state).toBe('done');
        await is.published(story);
      },
    );

    test.each(['photo', 'draft', 'update'] as const)(
      'its database frozen as the %s comes: the job waits with it, and nothing is done twice',
      async (kind) => {
        const story = await desk.story();
        const frozen = at(kind, () => place.database.freeze());
        const id = await begin(story, await account());
        await frozen;
        // The computer slept meanwhile, too: waking up starts no second try beside the one that runs.
        desk.clock.ms += 8 * HOUR;
        desk.outbox.kick();
        desk.outbox.setOnline(true);
        expect((await desk.job(id)).state).toBe('running');
        place.database.thaw();
        expect((await desk.settle(id)).state).toBe('done');
        expect(proxy.seen.filter((seen) => writes(seen, kind)).length).toBe(1);
        await is.published(story);
      },
    );

    test.each(['photo', 'draft'] as const)(
      'asleep in the middle of the %s, and the line is gone on waking: found, and used',
      async (kind) => {
        const story = await desk.story();
        const frozen = at(kind, () => place.freeze());
        let isLost = false;
        proxy.fault = (seen) => {
          if (isLost || !writes(seen, kind)) return undefined;
          isLost = true;
          return { cut: true, forward: true };
        };
        const id = await begin(story, await account());
        await frozen;
        desk.clock.ms += 8 * HOUR;
        desk.outbox.kick();
        place.thaw();
        await desk.outbox.idle();
        expect([isLost, (await desk.job(id)).error?.code]).toEqual([true, 'badAnswer']);
        await is.stored(kind);
        expect((await desk.settle(id)).state).toBe('done');
        expect(proxy.seen.filter((seen) => writes(seen, kind)).length).toBe(1);
        await is.published(story);
      },
    );

    test.skipIf(!binsLateDrafts)(
      'so late with a draft that another one was made: one story, and the late draft in the bin',
      async () => {
        const story = await desk.story();
        const [release, arrived] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
        let drafts = 0;
        proxy.fault = (seen) => {
          if (!writes(seen, 'draft') || drafts++ > 0) return undefined;
          return { status: 504, late: release.promise };
        };
        const job = await desk.publish(story, await account());
        expect(job).toMatchObject({ state: 'waiting', error: { code: 'serverError' } });
        // Asked again at once, nothing would be found yet.
        expect(Date.parse(job.nextAttemptAt!)).toBe(desk.clock.ms + 10_000);
        proxy.before = async (seen) => {
          if (!writes(seen, 'update')) return;
          proxy.before = null;
          release.resolve();
          await until('the late draft', async () => (await place.posts()).length === 2);
          arrived.resolve();
        };
        expect((await desk.settle(job.id)).state).toBe('done');
        await arrived.promise;
        expect(drafts).toBe(2);
        await is.published(story);
      },
    );

    test.skipIf(process.getuid?.() !== 0)(
      'no room for the photo: nothing goes out without it, and it does once there is',
      async () => {
        const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', place.uploads], {
          encoding: 'utf8',
        });
        expect(mounted.stderr).toBe('');
        const story = await desk.story();
        const to = await account();
        let job: Job;
        try {
          job = await desk.publish(story, to);
          expect(job).toMatchObject({ step: 'photos' });
          expect(['uploadRefused', 'tooLargeForServer', 'serverError']).toContain(job.error?.code);
          expect(await place.posts()).toEqual([]);
        } finally {
          spawnSync('umount', [place.uploads]);
        }
        if (job.state === 'stopped') good(await desk.outbox.retry(job.id));
        expect((await desk.settle(job.id)).state).toBe('done');
        await is.published(story);
      },
    );

    test.each(['-5h', '+5h'])('its clock is wrong by %s: no difference to a publication', async (clock) => {
      await place.kill();
      await place.start({ clock });
      const story = await desk.story();
      const to = await account();
      const said = await fetch(place.url);
      expect(Math.abs(Date.parse(said.headers.get('date') ?? '') - Date.now())).toBeGreaterThan(4 * HOUR);
      expect((await desk.publish(story, to)).state).toBe('done');
      await is.published(story);
      await desk.edit(story, (now) => ({ ...now, fields: { ...now.fields, headline: 'Sửa lại đầu đề' } }));
      expect((await desk.publish(story, to)).state).toBe('done');
      await is.published(story, ['created', 'updated']);
      await place.kill();
      await place.start();
    });

    test.each([-3, 3])('our own clock is wrong by %d days: no difference to a publication', async (days) => {
      desk.clock.ms += days * 24 * HOUR;
      const story = await desk.story();
      expect((await desk.publish(story, await account())).state).toBe('done');
      await is.published(story);
    });
  });
});

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Operation } from '../../preload/contract.ts';
import type { Figure, Story } from '../../story/model.ts';
import { everyBlock } from '../unit/formats/every-block.ts';
import { type Desk, dataFolder, openDesk } from './desk.ts';
import { type FaultProxy, startFaultProxy } from './fault-proxy.ts';
import { PLACES, type Place } from './places.ts';

const HOUR = 3_600_000;
const headline = (text: string) => (story: Story) => ({ ...story, fields: { ...story.fields, headline: text } });
const field = (name: 'correction', text: string) => (story: Story) => ({
  ...story,
  fields: { ...story.fields, [name]: text },
});
/** Every kind of block, with the photo that the desk has. */
const withEveryBlock = (story: Story): Story => {
  const { photo, width, height } = story.body.find((block): block is Figure => block.type === 'figure')!;
  const body = everyBlock().body.map((block) => (block.type === 'figure' ? { ...block, photo, width, height } : block));
  return { ...story, body };
};

/** What every destination of a network has to do alike, each against its real server. */
describe.each(PLACES)('$name as a destination', ({ missing, start }) => {
  const why = missing();
  describe.skipIf(why)(why ?? 'does what is asked', () => {
    let place: Place;
    let proxy: FaultProxy;
    let desk: Desk;
    let data: ReturnType<typeof dataFolder>;
    let to: string;
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
      data = dataFolder();
      desk = await openDesk(data.folder);
      to = await place.account(desk, proxy.url);
      proxy.reset();
    });
    afterEach(async () => {
      await desk.close();
      data.remove();
    });
    const offers = async (operation: Operation) =>
      (await desk.accounts.list()).find(({ id }) => id === to)!.capabilities.operations.includes(operation);
    const ask = async (story: string, operation: Operation, at: string | null = null) => {
      expect(await desk.publish(story, to, { operation, ...(at !== null && { at }) })).toMatchObject({
        state: 'done',
        error: null,
      });
      return desk.receipts.at(-1)!;
    };
    const statuses = async () => (await place.posts()).map(({ status }) => status);
    const writes = () => proxy.seen.filter(({ method }) => method !== 'GET' && method !== 'HEAD');

    test('publishing makes one story, equal to what was sent; again, unchanged, nothing is sent', async () => {
      const story = await desk.story(withEveryBlock);
      expect(await ask(story, 'publish')).toMatchObject({ operation: 'created', status: 'published', differences: [] });
      expect([await statuses(), (await place.photos()).length]).toEqual([['published'], 1]);
      proxy.reset();
      expect(await ask(story, 'publish')).toMatchObject({ operation: 'unchanged', differences: [] });
      expect(writes()).toEqual([]);
      expect([await statuses(), (await place.photos()).length]).toEqual([['published'], 1]);
    });

    test('an update changes the same story, and sends no photo again', async () => {
      const story = await desk.story();
      const first = await ask(story, 'publish');
      await desk.edit(story, headline('Hồng xuống núi'));
      const second = await ask(story, 'publish');
      expect(second).toMatchObject({ operation: 'updated', remoteId: first.remoteId, differences: [] });
      expect((await place.posts()).map(({ title }) => title)).toEqual(['Hồng xuống núi']);
      expect(await place.photos()).toHaveLength(1);
    });

    test('a schedule waits there for its hour, can be moved, and brought forward', async () => {
      const story = await desk.story();
      const at = new Date(Math.ceil(Date.now() / 1000) * 1000 + 24 * HOUR).toISOString();
      expect(await ask(story, 'schedule', at)).toMatchObject({
        status: 'scheduled',
        scheduledFor: at,
        differences: [],
      });
      expect(await statuses()).toEqual(['scheduled']);
      const later = new Date(Date.parse(at) + HOUR).toISOString();
      expect(await ask(story, 'schedule', later)).toMatchObject({ scheduledFor: later, differences: [] });
      expect(await ask(story, 'publish')).toMatchObject({ status: 'published', differences: [] });
      expect(await statuses()).toEqual(['published']);
    });

    // Ghost shows a draft to whoever knows its secret address: what readers find is what the front page leads to.
    const frontPage = async () => (await fetch(place.url)).text();

    test('pending, private, draft: nobody reads them, and they can be published', async () => {
      for (const operation of ['pending', 'private', 'draft'] as const) {
        if (!(await offers(operation))) continue;
        await place.clear();
        const story = await desk.story(headline(`Bài ${operation}`));
        const kept = await ask(story, operation);
        expect(kept).toMatchObject({ asked: operation, status: operation, differences: [] });
        expect(await frontPage()).not.toContain(`Bài ${operation}`);
        expect(await ask(story, 'publish')).toMatchObject({
          remoteId: kept.remoteId,
          status: 'published',
          differences: [],
        });
        expect(await statuses()).toEqual(['published']);
        expect(await frontPage()).toContain(`Bài ${operation}`);
      }
    });

    test('taken back, readers find it no more; published again it is the same story', async () => {
      const story = await desk.story();
      const out = await ask(story, 'publish');
      expect(await ask(story, 'unpublish')).toMatchObject({
        operation: 'withdrawn',
        status: 'withdrawn',
        differences: [],
      });
      expect((await fetch(out.url)).status).toBe(404);
      expect(await statuses()).toEqual(['draft']);
      expect(await ask(story, 'publish')).toMatchObject({ remoteId: out.remoteId, url: out.url, status: 'published' });
      expect(await statuses()).toEqual(['published']);
    });

    test('a correction can be read by readers', async () => {
      const story = await desk.story();
      const out = await ask(story, 'publish');
      const words = 'Đính chính 14/6: tổng thu là 3,7 tỷ đồng, không phải 37 tỷ.';
      await desk.edit(story, field('correction', words));
      expect(await ask(story, 'correct')).toMatchObject({ asked: 'correct', remoteId: out.remoteId, differences: [] });
      expect(await (await fetch(out.url)).text()).toContain(words);
    });

    test('another newsroom’s story of the same headline is left as it is', async () => {
      const elsewhere = dataFolder();
      const other = await openDesk(elsewhere.folder);
      try {
        await other.publish(await other.story(), await place.account(other));
        const [theirs] = await place.posts();
        const page = await (await fetch(theirs!.url)).text();
        const story = await desk.story();
        const out = await ask(story, 'publish');
        expect(out.remoteId).not.toBe(theirs!.id);
        expect(out.differences.map(({ where }) => where)).toEqual(['slug']);
        await ask(story, 'unpublish');
        expect((await place.posts()).map(({ id, status }) => [id, status])).toEqual([
          [theirs!.id, 'published'],
          [out.remoteId, 'draft'],
        ]);
        expect(page.includes('Sáng sớm') && (await (await fetch(theirs!.url)).text()).includes('Sáng sớm')).toBe(true);
      } finally {
        await other.close();
        elsewhere.remove();
      }
    });
  });
});

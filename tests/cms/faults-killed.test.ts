// The program killed (SIGKILL) after everything it keeps and after every write's answer: the next start ends the job, once.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Operation } from '../../preload/contract.ts';
import { type Desk, dataFolder, good, openDesk } from './desk.ts';
import { runErrand } from './errand.ts';
import { PLACES, type Place, type PlacePost } from './places.ts';

type Case = { what: string; operation: Operation; isThere: boolean; status: PlacePost['status']; made: string[] };
const CASES: Case[] = [
  { what: 'first publication', operation: 'publish', isThere: false, status: 'published', made: ['created'] },
  { what: 'update', operation: 'publish', isThere: true, status: 'published', made: ['created', 'updated'] },
  { what: 'withdrawal', operation: 'unpublish', isThere: true, status: 'draft', made: ['created', 'withdrawn'] },
];
/** More than any of them has; where there is none any more, the program ends by itself, and the same must hold. */
const INSTANTS = 12;
/** Every one of them has so many. */
const FEWEST = 4;

const [{ name, missing, start }] = PLACES as [(typeof PLACES)[number]];
const reason = missing();
describe.skipIf(reason)(`the program, publishing to ${name}, killed${reason ? ` (${reason})` : ''}`, () => {
  let place: Place;
  let desk: Desk | undefined;
  let data: ReturnType<typeof dataFolder>;
  beforeAll(async () => {
    place = await start();
  });
  afterAll(() => place?.stop());
  beforeEach(async () => {
    await place.clear();
    data = dataFolder();
  });
  afterEach(async () => {
    await desk?.close();
    data.remove();
  });

  describe.each(CASES)('in a $what', ({ operation, isThere, status, made }) => {
    test.each([...Array(INSTANTS).keys()])('at instant %d', async (at) => {
      desk = await openDesk(data.folder);
      const destinationId = await place.account(desk);
      const storyId = await desk.story();
      if (isThere) expect((await desk.publish(storyId, destinationId)).state).toBe('done');
      if (isThere && operation === 'publish')
        await desk.edit(storyId, (now) => ({ ...now, fields: { ...now.fields, headline: 'Đầu đề đã sửa' } }));
      const { seq } = good(await desk.store.readStory(storyId));
      const { clock } = desk;
      await desk.close();

      const asked = { storyId, destinationId, seq, confirmed: true, operation, at: null };
      const end = await runErrand({ folder: data.folder, clock: clock.ms, at, asked });
      if (at < FEWEST) expect(end).toBe('killed');

      desk = await openDesk(data.folder, clock);
      const jobs = await desk.outbox.jobs(storyId);
      expect(jobs.length).toBe(isThere ? 2 : 1);
      expect((await desk.settle(jobs.at(-1)!.id)).state).toBe('done');
      expect((await place.posts()).map((post) => post.status)).toEqual([status]);
      expect((await place.photos()).length).toBe(1);
      const receipts = await desk.store.listReceipts(storyId);
      expect(receipts.map((receipt) => receipt.operation)).toEqual(made.toReversed());
    });
  });
});

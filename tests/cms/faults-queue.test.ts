// A day without a network, with fifty stories waiting for it.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Figure, Story } from '../../story/model.ts';
import { type Desk, dataFolder, good, openDesk } from './desk.ts';
import { type FaultProxy, startFaultProxy } from './fault-proxy.ts';
import { PLACES, type Place } from './places.ts';
import { freePort } from './processes.ts';

const HOUR = 3_600_000;
/** Every tenth has a photo; each fifth goes to the second account. */
const STORIES = 50;

const [{ name, missing, start }] = PLACES as [(typeof PLACES)[number]];
const reason = missing();
describe.skipIf(reason)(`a day offline before ${name}${reason ? ` (${reason})` : ''}`, () => {
  let place: Place;
  let desk: Desk;
  let data: ReturnType<typeof dataFolder>;
  const proxies: FaultProxy[] = [];
  beforeAll(async () => {
    place = await start();
  });
  afterAll(() => place?.stop());
  beforeEach(async () => {
    await place.clear();
    data = dataFolder();
    desk = await openDesk(data.folder);
  });
  afterEach(async () => {
    for (const proxy of proxies.splice(0)) await proxy.close();
    await desk.close();
    data.remove();
  });

  test('fifty stories: all go out, each once, in their order, one at a time for each destination', async () => {
    const ports = [await freePort(), await freePort()];
    const to = await Promise.all(ports.map((port) => place.account(desk, `http://127.0.0.1:${port}`)));
    const queued: { title: string; job: string; account: number }[] = [];
    for (let number = 0; number < STORIES; number++) {
      const title = `Tin số ${number}`;
      const account = number % 5 === 4 ? 1 : 0;
      const story = await desk.story((plain) => titled(plain, title, number % 10 === 0), number + 1);
      const { seq } = good(await desk.store.readStory(story));
      const asked = { storyId: story, destinationId: to[account]!, seq, confirmed: true };
      queued.push({ title, job: good(await desk.outbox.startPublication(asked)).id, account });
    }
    // The day goes by: it is tried again and again, the program is closed and opened, and nothing is given up.
    for (const hours of [1, 3, 5, 7, 8]) {
      await desk.outbox.idle();
      desk.clock.ms += hours * HOUR;
      desk.outbox.kick();
      if (hours === 5) {
        await desk.close();
        desk = await openDesk(data.folder, desk.clock);
      }
    }
    await desk.outbox.idle();
    const waiting = await desk.outbox.jobs();
    expect(waiting.map(({ state, error }) => `${state} ${error?.code}`)).toEqual(queued.map(() => 'waiting refused'));
    expect(await place.posts()).toEqual([]);

    for (const port of ports) proxies.push(await startFaultProxy(place.url, port));
    desk.outbox.setOnline(true);
    await desk.outbox.idle();
    expect((await desk.outbox.jobs()).map(({ state }) => state)).toEqual(queued.map(() => 'done'));
    const posts = await place.posts();
    expect(posts.map(({ status }) => status)).toEqual(queued.map(() => 'published'));
    for (const account of [0, 1]) {
      const titles = queued.filter((one) => one.account === account).map(({ title }) => title);
      expect(posts.map(({ title }) => title).filter((title) => titles.includes(title))).toEqual(titles);
    }
    expect((await place.photos()).length).toBe(STORIES / 10);
    expect(desk.receipts.map(({ differences }) => differences)).toEqual(queued.map(() => []));
    expect(proxies.map(({ atOnce }) => atOnce)).toEqual([1, 1]);
  });
});

const titled = (story: Story, headline: string, hasPhoto: boolean): Story => ({
  ...story,
  fields: { ...story.fields, headline },
  body: story.body.filter((block): block is Exclude<typeof block, Figure> => hasPhoto || block.type !== 'figure'),
});

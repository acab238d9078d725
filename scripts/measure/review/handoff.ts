import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openPerson } from '../../../main/person.ts';
import { createReview } from '../../../main/review/index.ts';
import { NO_NOTE } from '../../../story/formats/copydesk/manifest.ts';
import { type Desk, dataFolder, good, keychain, openDesk } from '../../../tests/cms/desk.ts';
import { storyWithPhotos } from '../publish/story.ts';

const PHOTOS = 5;
const WORDS = 1_200;
const ROUNDS = 3;

/** Of a story of 1,200 words with 5 photos of 18 megapixels. */
export type HandoffFigures = {
  /** Medians in milliseconds. `send`: from the stored story to the file, synced. `takeIn`: from the file to a story that was never there. */
  handoffMs: { send: number; takeIn: number };
  /** The file, in kilobytes. `photos`: the originals in it. */
  handoffKb: { file: number; photos: number };
};

/** Out of one library and into others, with the real stores and photos; nothing of the window. */
export async function measureHandoff(): Promise<HandoffFigures> {
  const folder = mkdtempSync(path.join(tmpdir(), 'copydesk-handoff-'));
  const send: number[] = [];
  const takeIn: number[] = [];
  const file = path.join(folder, 'story.copydesk');
  const sender = await library('Lường Văn Hà');
  try {
    const story = await storyWithPhotos(sender.desk, 1, PHOTOS, WORDS);
    good(await sender.desk.store.createStory(story, sender.author));
    let photos = 0;
    for (const block of story.body)
      if (block.type === 'figure') photos += good(await sender.desk.media.readOriginal(block.photo)).byteLength;
    for (let round = 0; round < ROUNDS; round++) {
      send.push(await timed(async () => good(await sender.review.send(story.id, 0, NO_NOTE, file))));
      const receiver = await library('Thu Hà');
      takeIn.push(
        await timed(async () => {
          const received = good(await receiver.review.receive(file));
          if (received.kind !== 'asks') throw new Error('an unknown sender was not asked about');
          good(await receiver.review.take(received.question.id, false));
        }),
      );
      await receiver.close();
    }
    const kb = (bytes: number) => Math.round(bytes / 1000);
    return {
      handoffMs: { send: median(send), takeIn: median(takeIn) },
      handoffKb: { file: kb(statSync(file).size), photos: kb(photos) },
    };
  } finally {
    await sender.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function library(name: string) {
  const data = dataFolder();
  const desk: Desk = await openDesk(data.folder);
  const person = await openPerson(desk.store, keychain, name);
  const photos = { read: desk.media.readOriginal, import: desk.media.importPhoto };
  return {
    desk,
    author: person.person().fingerprint,
    review: createReview({ store: desk.store, photos, person }),
    async close() {
      await desk.close();
      data.remove();
    },
  };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}
const median = (times: readonly number[]): number =>
  Math.round(times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0);

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Desk, dataFolder, good, openDesk } from '../../../tests/cms/desk.ts';
import type { Place, PlaceKind } from '../../../tests/cms/places.ts';
import { sampleStories } from './story.ts';

export type Equal = Record<string, { stories: number; equal: number; different: string[] }>;

/** Publishes the whole sample set to each destination, reads it back and counts the receipts without a difference. */
export async function equalAfterReadBack(places: readonly [PlaceKind, Place][]): Promise<Equal> {
  const data = dataFolder();
  const folder = mkdtempSync(path.join(tmpdir(), 'measure-folder-'));
  const desk = await openDesk(data.folder);
  try {
    const stories = await sampleStories(desk);
    for (const story of stories) good(await desk.store.createStory(story, 'pv'));
    const figures: Equal = {};
    for (const [{ name }, place] of places) {
      await place.clear();
      figures[name] = await publishAll(desk, await place.account(desk), stories);
    }
    const to = await desk.destination({ type: 'folder', path: folder, open: false });
    figures.folder = await publishAll(desk, to, stories);
    return figures;
  } finally {
    await desk.close();
    data.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function publishAll(desk: Desk, to: string, stories: readonly { id: string }[]): Promise<Equal[string]> {
  const different: string[] = [];
  for (const { id } of stories) {
    const job = await desk.publish(id, to);
    const receipt = (await desk.store.listReceipts(id)).find(({ destinationId }) => destinationId === to);
    if (!receipt) different.push(`${job.state}: ${job.error?.code}`);
    else
      different.push(
        ...receipt.differences.slice(0, 1).map(({ where, ours, theirs }) => `${where}: ${ours} / ${theirs}`),
      );
  }
  return { stories: stories.length, equal: stories.length - different.length, different };
}

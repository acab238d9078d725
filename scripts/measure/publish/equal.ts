import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { DestinationConfig } from '../../../preload/contract.ts';
import { type Desk, dataFolder, good, openDesk } from '../../../tests/cms/desk.ts';
import type { WordPressSite } from '../../../tests/cms/wordpress.ts';
import { sampleStories } from './story.ts';

export type Equal = Record<string, { stories: number; equal: number; different: string[] }>;

/** Publishes the whole sample set to each destination, reads it back and counts the receipts without a difference. */
export async function equalAfterReadBack(site: WordPressSite): Promise<Equal> {
  site.clear();
  const data = dataFolder();
  const folder = mkdtempSync(path.join(tmpdir(), 'measure-folder-'));
  const desk = await openDesk(data.folder);
  const { user, password } = site.users.editor;
  const places: Record<string, [DestinationConfig, string?]> = {
    wordpress: [{ type: 'wordpress', url: site.url, user }, password],
    folder: [{ type: 'folder', path: folder, open: false }],
  };
  try {
    const stories = await sampleStories(desk);
    for (const story of stories) good(await desk.store.createStory(story, 'pv'));
    const figures: Equal = {};
    for (const [name, [config, secret]] of Object.entries(places))
      figures[name] = await publishAll(desk, await desk.destination(config, secret), stories);
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

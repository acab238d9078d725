// A desk with one destination: a folder beside its library.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import type { Story } from '../../../story/model.ts';
import { type Desk, dataFolder, openDesk } from '../../cms/desk.ts';

/** The folder's name of the story that a desk makes. */
export const SLUG = 'xa-vung-cao-dua-hong-khong-hat-ra-cho-phien';
export const headline = (text: string) => (story: Story) => ({ ...story, fields: { ...story.fields, headline: text } });
export type Ninjs = {
  uri: string;
  associations?: { renditions: { href: string; width: number }[] }[];
  headlines: { value: string }[];
};

/** Afresh for each test of the file that calls it. */
export function folderDesk() {
  const now = {} as { data: ReturnType<typeof dataFolder>; desk: Desk; root: string; to: string };
  beforeEach(async () => {
    now.data = dataFolder();
    now.desk = await openDesk(path.join(now.data.folder, 'profile'));
    now.root = path.join(now.data.folder, 'Copydesk');
    now.to = await now.desk.destination({ type: 'folder', path: now.root, open: false });
  });
  afterEach(async () => {
    await now.desk.close();
    now.data.remove();
  });
  const read = (folder: string, name: string) => readFileSync(path.join(now.root, folder, name), 'utf8');
  const ninjs = (folder: string) => JSON.parse(read(folder, 'story.ninjs.json')) as Ninjs;
  return { now, read, ninjs };
}

import { lstat, mkdir, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Result, SharedFolder } from '../../../preload/contract.ts';
import { slugOf } from '../../../story/text/slug.ts';
import { diskFailure } from '../../durable.ts';

/** A file in the shared folder: its path below it, bytes, and when it was written. */
export type Seen = { file: string; size: number; mtimeMs: number };
/** So many files are looked at. */
const MOST = 5000;

/** The `.copydesk` files in a folder and in those right inside it, by name; null where it is not there. Hidden ones are still being written. */
export async function listHandoffs(folder: string): Promise<Seen[] | null> {
  const top = await readdir(folder, { withFileTypes: true }).catch(() => null);
  if (!top) return null;
  const names = top.filter((entry) => entry.isFile()).map(({ name }) => name);
  for (const { name } of top.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))) {
    const inside = await readdir(path.join(folder, name)).catch(() => [] as string[]);
    names.push(...inside.map((one) => path.join(name, one)));
  }
  const seen: Seen[] = [];
  for (const file of names.filter(isHandoff).sort().slice(0, MOST)) {
    const info = await lstat(path.join(folder, file)).catch(() => null);
    if (info?.isFile()) seen.push({ file, size: info.size, mtimeMs: info.mtimeMs });
  }
  return seen;
}

const isHandoff = (file: string): boolean =>
  file.toLowerCase().endsWith('.copydesk') && !/^[.~]/.test(path.basename(file));

type Parcel = { headline: string; from: string; to: string; at: string };

/** A free path for a hand-off in the shared folder: story, sender and instant. Failures: folderMissing, the disk's. */
export async function placeIn({ path: folder, by }: SharedFolder, parcel: Parcel): Promise<Result<string>> {
  const { headline, from, to, at } = parcel;
  const sorted = by === 'person' ? slugOf(to || 'tat-ca', 60) : by === 'story' ? slugOf(headline, 60) : '';
  const place = path.join(folder, sorted);
  try {
    const there = await stat(folder).catch(() => null);
    if (!there?.isDirectory()) return { ok: false, code: 'folderMissing', detail: folder };
    await mkdir(place, { recursive: true });
  } catch (error) {
    return diskFailure(error);
  }
  const stamp = at.replace(/[-:.]/g, '');
  return { ok: true, value: path.join(place, `${slugOf(headline, 60)} ${slugOf(from, 40)} ${stamp}.copydesk`) };
}

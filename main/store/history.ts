import { forReading, thinned } from '../../story/history/thin.ts';
import type { Story } from '../../story/model.ts';
import { amountBetween } from '../../story/review/amount.ts';
import { countWords } from '../../story/text/counts.ts';
import type { StoredVersion, VersionQuery } from './api.ts';
import type { Database } from './database.ts';
import { loadStoryAt } from './load.ts';
import { type Approvals, publicationsOf } from './milestones.ts';
import { listNotes } from './versions.ts';

/** A version before it is read: all that the tables say of it. */
type Point = Pick<StoredVersion, 'seq' | 'at' | 'isFirst' | 'name' | 'restore' | 'approvals' | 'publications'>;

/** The versions of a story; see `listVersions` in api.ts. `now`: epoch milliseconds. */
export function listVersions(
  db: Database,
  approvals: Approvals,
  { id, before, limit, every }: VersionQuery,
  now = Date.now(),
): { versions: StoredVersion[]; more: boolean } {
  const all = pointsOf(db, approvals, id);
  const groups = every ? all.map((item) => ({ item, count: 1 })) : grouped(all, now);
  const below = before === null ? groups : groups.filter(({ item }) => item.seq < before);
  const page = below.slice(-limit);
  const versions: StoredVersion[] = [];
  const previous = below.at(-limit - 1)?.item ?? null;
  let last = previous && { seq: previous.seq, story: loadStoryAt(db, id, previous.seq) };
  for (const { item, count } of page) {
    const story = loadStoryAt(db, id, item.seq);
    versions.push({
      ...item,
      ...readOf(story, last?.story ?? null),
      authors: authorsOf(db, id, last, item.seq),
      count,
    });
    last = { seq: item.seq, story };
  }
  return { versions: versions.reverse(), more: previous !== null };
}

const readOf = (story: Story | null, before: Story | null): Pick<StoredVersion, 'words' | 'changed'> => ({
  words: story && countWords(story),
  changed: story && before && amountBetween(before, story),
});

/** Every point of the past that is a version, oldest first. */
function pointsOf(db: Database, approvals: Approvals, id: string): Point[] {
  const points = new Map<number, Point>();
  const none = { name: null, restore: null, approvals: [], publications: [] };
  for (const { seq, at } of db.all('SELECT seq, at FROM snapshots WHERE story_id = ? ORDER BY seq', id))
    points.set(Number(seq), { ...none, seq: Number(seq), at: String(at), isFirst: points.size === 0 });
  const pointAt = (seq: number): Point | null => {
    const known = points.get(seq);
    if (known) return known;
    const row = db.get('SELECT at FROM records WHERE story_id = ? AND seq = ?', id, seq);
    if (!row) return null; // what names it outlived it: a library put together from damaged parts
    const point = { ...none, seq, at: String(row.at), isFirst: false };
    points.set(seq, point);
    return point;
  };
  const add = (seq: number, more: (point: Point) => Partial<Point>): void => {
    const point = pointAt(seq);
    if (point) points.set(seq, { ...point, ...more(point) });
  };
  for (const { seq, kind, name, from } of listNotes(db, id))
    if (kind === 'named') add(seq, () => ({ name }));
    else if (from !== null) add(seq, () => ({ restore: { kind, from } }));
  for (const { seq, approval } of approvals.of(db, id))
    add(seq, (point) => ({ approvals: [...point.approvals, { name: approval.name, at: approval.at }] }));
  for (const { seq, destination, at } of publicationsOf(db, id))
    add(seq, (point) => ({ publications: [...point.publications, { destination, at }] }));
  return [...points.values()].sort((a, b) => a.seq - b.seq);
}

/** Automatic ones thinned between those that mean something; the newest state always stands for itself. */
function grouped(points: readonly Point[], now: number): { item: Point; count: number }[] {
  const groups: { item: Point; count: number }[] = [];
  let automatic: Point[] = [];
  const close = () => {
    groups.push(...thinned(automatic, now, forReading));
    automatic = [];
  };
  for (const [index, item] of points.entries()) {
    if (isAutomatic(item) && index < points.length - 1) automatic.push(item);
    else {
      close();
      groups.push({ item, count: 1 });
    }
  }
  close();
  return groups;
}

const isAutomatic = ({ isFirst, name, restore, approvals, publications }: Point): boolean =>
  !isFirst && name === null && restore === null && approvals.length === 0 && publications.length === 0;

/** Who wrote the records between two versions; of the first one, who made it. Fingerprints. */
function authorsOf(db: Database, id: string, last: { seq: number } | null, seq: number): string[] {
  const rows = last
    ? db.all('SELECT DISTINCT author FROM records WHERE story_id = ? AND seq > ? AND seq <= ?', id, last.seq, seq)
    : db.all('SELECT author FROM snapshots WHERE story_id = ? AND seq = ?', id, seq);
  return rows.map((row) => String(row.author)).filter((author) => author !== '');
}

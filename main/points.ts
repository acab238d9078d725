/**
 * The named instants at which the crash tests end the program: between two steps of whatever must be whole or not there.
 * Each is passed only when a test has set a hook in its own process; nothing that the program reads can set one.
 */
export const POINTS = [
  // The store, in its worker thread. `inside`: written, not yet committed; `committed`: not yet answered.
  'flush.inside',
  'flush.committed',
  'snapshot.inside',
  'snapshot.committed',
  'recovery.copied',
  'compaction.beforeDelete',
  'compaction.inside',
  'compaction.committed',
  'mend.inside',
  'migration.inside',
  'migration.committed',
  'salvage.copied',
  'salvage.rescued',
  'salvage.swapping',
  'salvage.swapped',
  'enqueue.inside',
  'enqueue.committed',
  'complete.inside',
  'complete.committed',
  'delete.inside',
  'delete.committed',
  // Any file of ours that is replaced whole. `written`: under its temporary name; `renamed`: its folder not yet synced.
  'file.written',
  'file.renamed',
  // A photo's import: its original is there, its row is not.
  'photo.stored',
  // The publication into a folder.
  'folder.made',
  'folder.photos',
  'folder.page',
  'folder.ninjs',
  'folder.manifest',
  'folder.tidied',
  // A backup: `held`: the library's file stands still; `written`, `verified`: under its temporary name.
  'backup.held',
  'backup.written',
  'backup.verified',
  'backup.renamed',
  'restore.unpacked',
  'restore.aside',
  'restore.swapped',
  'move.copied',
] as const;
export type Point = (typeof POINTS)[number];

let hook: ((name: Point) => void) | null = null;

/** Marks an instant. Does nothing in the program. */
export function point(name: Point): void {
  hook?.(name);
}

/** For tests: calls `next` at every point that this thread passes. */
export function onPoint(next: ((name: Point) => void) | null): void {
  hook = next;
}

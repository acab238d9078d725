/** When a snapshot is due: after so many records, or so many milliseconds since the last with new records. */
export type SnapshotLimits = { records: number; ms: number };
export const SNAPSHOT_LIMITS: SnapshotLimits = { records: 500, ms: 5 * 60_000 };

import type { ErrorCode, Failure, Result } from '../../preload/contract.ts';
import type { Store } from './api.ts';
import type { SnapshotLimits } from './limits.ts';

/**
 * Every method of the store, and how it tells of a disk that fails: `result` answers with a Failure, `value` rejects.
 * The one list from which both ends are made.
 */
export const METHODS = {
  listStories: 'value',
  findStories: 'value',
  createStory: 'result',
  openStory: 'result',
  readStory: 'result',
  appendRecord: 'result',
  checkpoint: 'result',
  getShelf: 'value',
  pinStory: 'result',
  markOpened: 'result',
  trashStory: 'result',
  restoreFromTrash: 'result',
  deleteStory: 'result',
  sweepTrash: 'result',
  getNotes: 'value',
  setNotes: 'result',
  listPastes: 'value',
  getPaste: 'value',
  keepPaste: 'result',
  listVersions: 'value',
  nameVersion: 'result',
  markVersion: 'result',
  blockPast: 'value',
  signedOff: 'value',
  timeWorked: 'value',
  putPhoto: 'result',
  getPhoto: 'value',
  describePhoto: 'result',
  findPhotos: 'value',
  photoUses: 'value',
  photosOfSizes: 'value',
  getPlacement: 'value',
  setPlacement: 'result',
  acceptVersion: 'result',
  acceptedVersion: 'value',
  getCommon: 'value',
  setCommon: 'result',
  listDestinations: 'value',
  putDestination: 'result',
  removeDestination: 'result',
  enqueue: 'result',
  getPublication: 'value',
  getJob: 'value',
  listJobs: 'value',
  updateJob: 'result',
  completeJob: 'result',
  listReceipts: 'value',
  findReceipts: 'value',
  getReceipt: 'value',
  getRemotePhoto: 'value',
  putRemotePhoto: 'result',
  getValue: 'value',
  putValue: 'result',
  holdDatabase: 'result',
  releaseDatabase: 'result',
  listIncidents: 'value',
  incidentChoices: 'result',
  settleIncidents: 'result',
  beginCheckUp: 'result',
  endCheckUp: 'result',
  heedCheckUp: 'result',
  close: 'value',
} as const satisfies Record<keyof Store, 'result' | 'value'>;
export type Method = keyof typeof METHODS;

export type WorkerInput = { folder: string; limits: SnapshotLimits };
export type Request = { id: number; method: Method; args: unknown[] };
/** The first message tells how the opening went; each later one answers a request. */
export type Opened = { opened: Result<{ problem: ErrorCode | null }> };
export type Answer = { id: number } & ({ value: unknown } | { error: string; failure: Failure | null });

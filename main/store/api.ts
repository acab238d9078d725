import type {
  BlockPast,
  BlockState,
  DestinationConfig,
  ErrorCode,
  Find,
  Found,
  Incident,
  Job,
  KeptPaste,
  LibraryRow,
  OpenedStory,
  Operation,
  PasteEntry,
  PhotoField,
  PhotoFind,
  PhotoInfo,
  PhotosFound,
  PhotoUse,
  Placement,
  Receipt,
  ReceiptFind,
  ReceiptsFound,
  RecoveryChoices,
  RemoteState,
  Result,
  Version,
} from '../../preload/contract.ts';
import type { Change } from '../../story/journal.ts';
import type { Story } from '../../story/model.ts';
import type { CheckUp } from './checkup.ts';
import type { Held } from './hold.ts';
import type { RemotePhoto } from './photos.ts';

/** A destination as stored: `secret` is safeStorage ciphertext, or null. */
export type StoredDestination = { id: string; name: string; config: DestinationConfig; secret: Uint8Array | null };

/** What a publication froze. `key` names the job for ever: destination + story + operation + counter. */
export type Publication = {
  id: string;
  storyId: string;
  destinationId: string;
  key: string;
  /** storyHash(story) */
  hash: string;
  story: Story;
  operation: Operation;
  /** For schedule: when readers are to see it. */
  at: string | null;
  /** Where it is filed there. */
  placement: Placement;
  /**
   * The story as it stands at this destination, from its last receipt; `remoteVersion` as a person last knew it, if they have
   * seen a later one since.
   */
  previous: {
    remoteId: string;
    url: string;
    remoteVersion: string;
    slug: string;
    status: RemoteState;
    /** As that receipt has it. */
    hash: string;
    /** As it was filed then; null: not known. */
    placement: Placement | null;
  } | null;
  approvedBy: string | null;
  publishedBy: string;
  /** The number of the version that was frozen; null where that was not kept. */
  seq: number | null;
};

/** A job as stored: what the window sees, plus what the destination has reached so far (opaque JSON, kept step by step). */
export type StoredJob = Job & { publicationId: string; key: string; progress: unknown };

/** A receipt as stored: plus what the next publication needs. */
export type StoredReceipt = Receipt & { remoteVersion: string; slug: string; publicationId: string };

/** Where a story stands in the library. Instants, or null: not in the trash, never opened. */
export type Shelf = { pinned: boolean; trashedAt: string | null; openedAt: string | null };
/** Private notes as they were at an instant. */
export type Notes = { text: string; at: string };
/** Versions and states as stored: people by their fingerprints. */
export type StoredVersion = Omit<Version, 'by'> & { authors: string[] };
export type StoredBlockState = Omit<BlockState, 'by'> & { author: string };
export type StoredBlockPast = Omit<BlockPast, 'states'> & { states: StoredBlockState[] };
export type VersionQuery = { id: string; before: number | null; limit: number; every: boolean };

/**
 * The drafts, photos' rows, outbox and receipts: one SQLite file, one writer, in a worker thread. Every method answers
 * when its transaction is on disk (WAL, synchronous=FULL). Expected failures are Results; others reject.
 */
export interface Store {
  /** Every story, in the trash or not, the last changed first. */
  listStories(): Promise<LibraryRow[]>;
  /** What the library shows and finds: see findSchema and foundSchema. */
  findStories(find: Find): Promise<Found>;
  /** Writes the story as its first snapshot, at sequence 0. */
  createStory(story: Story, author: string): Promise<Result<{ seq: number }>>;
  openStory(id: string): Promise<Result<OpenedStory>>;
  /** The story folded up to `seq` exactly, or to the newest record. One that a newer program wrote: newerSchema. */
  readStory(id: string, seq?: number): Promise<Result<{ story: Story; seq: number }>>;
  /**
   * Appends a change of the state at `expectedSeq`; another is newest: stale. `unanswered`, which only the store itself
   * sets: the answer to a record after `expectedSeq` was lost with its worker. That record may be there, or not.
   */
  appendRecord(
    id: string,
    expectedSeq: number,
    change: Change,
    author: string,
    unanswered?: boolean,
  ): Promise<Result<{ seq: number; at: string }>>;
  /** Snapshot, row, and recovery copy in `recovery/`, when there are records since the last one. */
  checkpoint(id: string): Promise<Result<null>>;

  getShelf(id: string): Promise<Shelf>;
  pinStory(id: string, pinned: boolean): Promise<Result<null>>;
  /** For the list of those opened last. */
  markOpened(id: string): Promise<Result<null>>;
  /** Failures: notFound; stillPublishing, while a job of it is not over. */
  trashStory(id: string): Promise<Result<null>>;
  restoreFromTrash(id: string): Promise<Result<null>>;
  /** For ever, only from the trash; its publications, receipts and photos stay. Failures: as above, and notInTrash. */
  deleteStory(id: string): Promise<Result<null>>;
  /** Deletes what has been in the trash for 30 days, both by the clock and by the days of use (`now`: instant). */
  sweepTrash(now: string): Promise<Result<string[]>>;
  /** null: there are none. */
  getNotes(storyId: string): Promise<Notes | null>;
  setNotes(storyId: string, text: string): Promise<Result<Notes>>;
  /** The clipboards pasted into a story, the newest first. */
  listPastes(storyId: string): Promise<PasteEntry[]>;
  getPaste(storyId: string, id: string): Promise<KeptPaste | null>;
  keepPaste(storyId: string, paste: KeptPaste): Promise<Result<{ id: string }>>;
  /** The versions of a story, newest first: at most `limit` below `before`; see `history.list` in the contract. */
  listVersions(query: VersionQuery): Promise<{ versions: StoredVersion[]; more: boolean }>;
  /** Names the version at `seq`, or (null) takes its name away; checkpoints where it is the newest state. */
  nameVersion(id: string, seq: number, name: string | null, by: string): Promise<Result<null>>;
  markVersion(
    id: string,
    seq: number,
    mark: { kind: 'beforeRestore' | 'restored'; from: number; by: string },
  ): Promise<Result<null>>;
  /** What a paragraph or figure was, newest first: what was typed in one go counts once, by its end. */
  blockPast(storyId: string, blockId: string): Promise<StoredBlockPast>;
  /** The version that its author signed off: see `history.signOff` in the contract. */
  signedOff(id: string, step: string | null): Promise<{ seq: number; at: string; author: string } | null>;
  /** Milliseconds worked on a story, by the fingerprint of who wrote, the most first. */
  timeWorked(id: string): Promise<{ author: string; ms: number }[]>;

  putPhoto(info: PhotoInfo): Promise<Result<null>>;
  getPhoto(hash: string): Promise<PhotoInfo | null>;
  /** What a person wrote in a field of a photo (`by`: their name). Failures: notFound. */
  describePhoto(
    hash: string,
    field: PhotoField,
    edit: { value: string; by: string; at: string },
  ): Promise<Result<PhotoInfo>>;
  /** The photos whose originals have one of these sizes in bytes. */
  photosOfSizes(sizes: readonly number[]): Promise<{ size: number; hashes: string[] }[]>;
  /** All photos, searched: see photoFindSchema and photosFoundSchema. */
  findPhotos(find: PhotoFind): Promise<PhotosFound>;
  /** The stories that show a photo as they stand now, the last changed first. */
  photoUses(hash: string): Promise<PhotoUse[]>;

  /** The version both sides last had in common, for the next three-way merge. */
  getCommon(storyId: string): Promise<Story | null>;
  setCommon(storyId: string, story: Story): Promise<Result<null>>;

  listDestinations(): Promise<StoredDestination[]>;
  putDestination(destination: StoredDestination): Promise<Result<null>>;
  removeDestination(id: string): Promise<Result<null>>;

  /**
   * Freezes and enqueues in one transaction. The key is made there, and `previous` is read there from the last receipt.
   * A job of the same story and destination that is not over: `alreadyWaiting`.
   */
  enqueue(input: {
    story: Story;
    hash: string;
    destinationId: string;
    approvedBy: string | null;
    publishedBy: string;
    total: number;
    /** The number at which the story reads like this. */
    seq?: number;
    operation?: Operation;
    at?: string | null;
  }): Promise<Result<StoredJob>>;
  getPublication(id: string): Promise<Publication | null>;
  getJob(id: string): Promise<StoredJob | null>;
  listJobs(filter: { storyId?: string; open?: boolean }): Promise<StoredJob[]>;
  /** Changes the named columns of a job, in one transaction. */
  updateJob(
    id: string,
    patch: Partial<
      Pick<
        StoredJob,
        'state' | 'step' | 'done' | 'total' | 'attempts' | 'nextAttemptAt' | 'error' | 'conflict' | 'progress'
      >
    >,
  ): Promise<Result<StoredJob>>;
  /** Receipt and job completion in one transaction; the story's row follows. */
  completeJob(jobId: string, receipt: StoredReceipt): Promise<Result<{ job: StoredJob; receipt: StoredReceipt }>>;
  listReceipts(storyId: string): Promise<StoredReceipt[]>;
  /** Where a story is filed at a destination. */
  getPlacement(storyId: string, destinationId: string): Promise<Placement>;
  setPlacement(storyId: string, destinationId: string, placement: Placement): Promise<Result<null>>;
  /** A person knows this version of the story at a destination: it is no conflict. Failures: notPublished. */
  acceptVersion(storyId: string, destinationId: string, version: string): Promise<Result<null>>;
  /** The version of the story at a destination that a person has seen since the last receipt there; null: none. */
  acceptedVersion(storyId: string, destinationId: string): Promise<string | null>;
  /** The receipts of the whole library, searched: see receiptFindSchema and receiptsFoundSchema. */
  findReceipts(find: ReceiptFind): Promise<ReceiptsFound>;
  getReceipt(id: string): Promise<StoredReceipt | null>;
  /** A photo that is already at a destination, so that it is uploaded once. */
  getRemotePhoto(destinationId: string, hash: string): Promise<RemotePhoto | null>;
  putRemotePhoto(destinationId: string, hash: string, remote: RemotePhoto): Promise<Result<null>>;

  /** Small values outside stories (the person's key as ciphertext, known fingerprints). */
  getValue(key: string): Promise<Uint8Array | null>;
  putValue(key: string, value: Uint8Array): Promise<Result<null>>;

  /**
   * Keeps library.db's bytes as they are, everything acknowledged until `at` in it, until `releaseDatabase`; writing goes
   * on in its log meanwhile. Read them from `fd` at positions; never close it. The release fails where the bytes may
   * have changed.
   */
  holdDatabase(): Promise<Result<Held>>;
  releaseDatabase(token: string): Promise<Result<null>>;
  /** What was unusual and has not been seen yet, the newest first. */
  listIncidents(): Promise<Incident[]>;
  /** Failures: notFound, where it is settled or its story is gone; damaged. */
  incidentChoices(id: string): Promise<Result<RecoveryChoices>>;
  settleIncidents(ids: readonly string[]): Promise<Result<null>>;
  /** The database's file stands still until `endCheckUp`: see hold.ts and checkup.ts. */
  beginCheckUp(): Promise<Result<{ mark: number }>>;
  endCheckUp(mark: number, verdict: string): Promise<Result<null>>;
  /** Mends what the check found, where it is still so; gives how many rows were bad. A few at a time: others wait. */
  heedCheckUp(found: Pick<CheckUp, 'suspects' | 'copies'>): Promise<Result<{ bad: number }>>;

  /** Checkpoints what is open, closes the file, ends the worker. */
  close(): Promise<void>;
}

/** Opens (or makes) the library in `folder`. Failures: libraryInUse, damaged, newerSchema, diskFull, diskError. */
export type OpenStore = (folder: string) => Promise<Result<Store & { readonly problem: ErrorCode | null }>>;

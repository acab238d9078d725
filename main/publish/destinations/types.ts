import type {
  Capabilities,
  CheckReport,
  DestinationConfig,
  Failure,
  JOB_STEPS,
  Operation,
  Receipt,
  RemoteState,
  Result,
  Term,
  TermKind,
  Theirs,
} from '../../../preload/contract.ts';
import type { Figure, Story } from '../../../story/model.ts';
import type { Renditions } from '../../../story/photo/renditions.ts';
import type { Media } from '../../media/index.ts';
import type { Publication, StoredReceipt } from '../../store/api.ts';

export type JobStep = (typeof JOB_STEPS)[number];
export type RemotePhoto = {
  id: string;
  url: string;
  /** Where its texts were found as readers get it: in all its files, in the one we sent, in none. Absent: not known. */
  texts?: 'all' | 'full' | 'none' | undefined;
  /** The SHA-256 of the file that we sent. Absent: not known. */
  sent?: string | undefined;
};

/**
 * Why a publication did not go on. `stop`: no retry mends it, whatever the code says. `waitMs`: the server asked to be
 * left alone so long (Retry-After). `conflict`: with code conflict, both texts for a person to compare.
 */
export type Trouble = Failure & {
  stop?: boolean;
  waitMs?: number;
  conflict?: { theirs: string; ours: string; modifiedAt: string; version: string };
};
export type Outcome<T> = { ok: true; value: T } | Trouble;
/** What of a trouble a window may know. */
export const failureOf = ({ code, detail }: Trouble): Failure => ({ ok: false, code, ...(detail && { detail }) });

/** What a receipt takes from the destination. */
export type Published = Pick<
  Receipt,
  'remoteId' | 'url' | 'operation' | 'status' | 'scheduledFor' | 'differences' | 'notes' | 'compared'
> & {
  /** What the remote copy was when it was read back: a later change of it is a conflict. */
  remoteVersion: string;
  slug: string;
};

/** A story's photos, as this destination gets them. */
export type RunPhotos = {
  /**
   * What a figure's file is known by: other pixels, another size, other texts inside make another one. A photo whose
   * credit was mended is sent again, since readers load the file with the credit in it.
   */
  key(figure: Figure, renditions: Renditions): Promise<string>;
  known(key: string): Promise<RemotePhoto | null>;
  remember(key: string, remote: RemotePhoto): Promise<void>;
  /** The figure's photo after its recipe, with its texts inside. */
  rendition(figure: Figure, renditions: Renditions): ReturnType<Media['rendition']>;
};

/** One run of a job: from its beginning, or from wherever an earlier run of it came. */
export type PublishRun = {
  publication: Publication;
  /** What an earlier run of this job kept; {} at first. Parse it: it comes from disk. */
  progress: unknown;
  /** Keeps `progress` (whole) and where the job stands, on disk, before this resolves. Rejects when it cannot. */
  keep(step: JobStep, done: number, progress: unknown): Promise<void>;
  /** Jobs of this story for this destination that were cancelled since its last receipt: what they may have left there. */
  abandoned: { key: string; progress: unknown }[];
  photos: RunPhotos;
  /** Fires on cancel and on shutdown: whatever runs then may end at once, the job can be resumed. */
  signal: AbortSignal;
  /** This machine's clock, in milliseconds since 1970. */
  now(): number;
};

/** A story as it stands at a destination now. */
export type Standing = {
  /** As receipts keep it in `remoteVersion`. */
  version: string;
  status: RemoteState;
  /** An instant, or as the destination says it. */
  modifiedAt: string;
  theirs: Theirs;
};
/** The story's last publication there, and what came of it. */
export type Last = { publication: Publication; receipt: StoredReceipt };

/** A kind of place where stories are published. */
export interface Destination<C extends DestinationConfig = DestinationConfig> {
  /** Whether it needs a secret. */
  readonly needsSecret: boolean;
  /** What the secret is for: it may be used again only where this is the same. */
  audience(config: C): string;
  readonly capabilities: Capabilities;
  /** Where they depend on the settings. */
  capabilitiesFor?(config: C): Capabilities;
  /** Steps of a publication, for the progress bar. */
  steps(story: Story, operation: Operation): number;
  /** Whether the account works, and what it may do. Changes nothing there. */
  check(config: C, secret: string, signal?: AbortSignal): Promise<Result<CheckReport>>;
  /** Does what was asked, or goes on with it. Calling it again after any outcome never makes a second story. */
  publish(config: C, secret: string, run: PublishRun): Promise<Outcome<Published>>;
  /**
   * Progress after a person decided. replace: the remote copy they saw may be overwritten. anew: the remote story is
   * gone, make a new one.
   */
  decided(progress: unknown, decision: 'replace' | 'anew'): unknown;
  /** What stands there, unlike what the last receipt left; 'same'; null where it is gone. Changes nothing there. */
  look(config: C, secret: string, last: Last, signal?: AbortSignal): Promise<Outcome<Standing | 'same' | null>>;
  /** The categories, tags or authors whose names hold `query`, at most 50; only the kinds of `capabilities`. */
  terms?(config: C, secret: string, kind: TermKind, query: string, signal?: AbortSignal): Promise<Outcome<Term[]>>;
  /** Whether readers may already see this job's story, so that it can no longer be called off. */
  isLive(progress: unknown): boolean;
}

export type Destinations = { [T in DestinationConfig['type']]: Destination<Extract<DestinationConfig, { type: T }>> };

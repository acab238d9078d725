import type { Operation, Receipt, RemoteState, Theirs } from '../../../preload/contract.ts';
import type { Figure } from '../../../story/model.ts';
import type { Outcome, Standing } from './types.ts';

/** A remote story. Its `version` (see versionOf) tells a change of the parts that we send from none. */
export type Remote = Standing & { id: string; url: string; slug: string };

/** What is asked of the remote story. */
export type Wanted = {
  status: Exclude<RemoteState, 'withdrawn'>;
  /** Of scheduled. */
  at: string | null;
  /** Whether it gets our slug: a published story keeps its address. */
  giveSlug: boolean;
};
/** What readers get, compared with what was sent. */
export type Readers = Required<Pick<Receipt, 'differences' | 'notes' | 'compared'>>;

/**
 * One account of a server that keeps stories under ids of its own, signed in for one run: the few things that the way of a
 * publication (way.ts) asks of it. `Sent`: the story in the server's own form; `Photo`: a photo as it is there.
 */
export interface Site<Sent extends { slug: string }, Photo> {
  /** The server's clock, from its last answer, in milliseconds since 1970; null: it has not said. */
  clock(): number | null;
  /** Whether the account may do this. Asked first. */
  may(operation: Operation, hasPhotos: boolean): Promise<Outcome<null>>;
  /** Sees to it that a photo is there once, with its texts; found again by our own note of it, else looked up before it is sent. */
  upload(figure: Figure, name: string): Promise<Outcome<Photo>>;
  /** A photo that is there as we know it, without asking; null: not known. */
  known(figure: Figure): Promise<Photo | null>;
  /** Makes what the story is filed under and the server does not have yet; before `compose`. */
  settle?(): Promise<Outcome<null>>;
  /** The story in the server's form; `photos` by photoKey. Failures: what the server would not take. */
  compose(photos: ReadonlyMap<string, Photo>): Outcome<Sent>;
  /** The draft that one of these jobs made, whatever became of the answer. */
  find(keys: readonly string[]): Promise<Outcome<Remote | null>>;
  /** null where it is gone or in the bin. */
  read(id: string): Promise<Outcome<Remote | null>>;
  /** Makes a draft whose slug carries the job's key, so that `find` meets no stranger. */
  create(key: string, sent: Sent): Promise<Outcome<Remote>>;
  /** Puts drafts that this job asked for, other than `kept`, into the bin: the server was so late that another one was made. */
  tidy?(key: string, kept: string): Promise<Outcome<null>>;
  /** Makes the remote story what is wanted, whole; safe to repeat. A version that is not `remote`'s may be refused with `conflict`. */
  update(remote: Remote, sent: Sent, wanted: Wanted): Promise<Outcome<Remote>>;
  /** Takes it from readers; the text stays there. */
  withdraw(remote: Remote): Promise<Outcome<Remote>>;
  /** What the remote story says otherwise than what was sent; empty is proof of equality. */
  differences(sent: Sent, remote: Remote, wanted: Wanted): Receipt['differences'];
  /** What was sent, for a person to read beside theirs. */
  ours(sent: Sent): Theirs;
  /** Reads what readers get, where they get it: the page and the photos' files. */
  readers?(remote: Remote, sent: Sent, photos: ReadonlyMap<string, Photo>): Promise<Readers>;
  /** What the newsroom should know of this server. */
  notes(): Readers['notes'];
}

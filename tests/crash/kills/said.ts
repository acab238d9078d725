// What the person at the desk (person.ts) says, a line each: before something is asked of the program, and as soon as it
// has been acknowledged. What was said before a kill, the parent has read.
import { writeSync } from 'node:fs';
import type { Point } from '../../../main/points.ts';

export type Focus = 'any' | 'type' | 'checkpoint' | 'photo' | 'publish' | 'delete' | 'rest' | 'backup';
export type Order = {
  folder: string;
  /** Where stories are published, and where backups go. */
  out: string;
  backups: string;
  /** Bytes of three photos, in files. */
  photos: string[];
  seed: number;
  /** The stories of the seed that were begun so far. */
  begun: number;
  /** Photos taken in so far. */
  taken: number;
  focus: Focus;
  at: { name: Point; nth: number } | null;
  /** After so many steps it closes and ends by itself. */
  steps: number;
};

export type Found = { id: string; seq: number; hash: string; problem: string | null; note: string | null };
export type Said =
  | { say: 'ready' }
  | { say: 'opened'; problem: string | null; stories: Found[]; jobs: { id: string; storyId: string; state: string }[] }
  | { say: 'idle'; jobs: { id: string; state: string; error: string | null }[] }
  | { say: 'create' | 'created'; index: number }
  | { say: 'send' | 'sent' | 'copied'; id: string; seq: number }
  | { say: 'note' | 'noted'; id: string; text: string }
  | { say: 'photo' | 'kept'; number: number }
  | { say: 'publish'; id: string }
  | { say: 'waiting'; id: string; job: string }
  | { say: 'done'; job: string }
  | { say: 'backedUp'; path: string }
  | { say: 'delete' | 'deleted'; id: string }
  | { say: 'refused'; what: string; code: string }
  | { say: 'end' };

/** A synchronous write: it is out before anything else happens. */
export const say = (what: Said): void => void writeSync(1, `${JSON.stringify(what)}\n`);

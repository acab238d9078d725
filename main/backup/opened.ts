import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { Result } from '../../preload/contract.ts';
import { ask } from './ask.ts';
import type { Inspection, ListedStory } from './inspect.ts';
import type { Progress } from './make.ts';
import { DATABASE, type Manifest } from './manifest.ts';
import { readBackup } from './reader.ts';
import { outcome, Trouble } from './trouble.ts';

/** A backup that was read and checked as a whole; its database is unpacked in a folder of its own until `closeOpened`. */
export type Opened = {
  file: string;
  bytes: number;
  manifest: Manifest;
  damagedPhotos: string[];
  inspection: Inspection;
  stories: ListedStory[];
  /** Holds `library.db`. */
  scratch: string;
};

/**
 * Reads a backup whole, and its database; `library`: beside it there is room for a scratch folder. Failures: notABackup,
 * damagedBackup, newerBackup, place…, cancelled.
 */
export const openBackup = (
  file: string,
  library: string,
  progress: Progress,
  signal: AbortSignal,
  bytesOf: (file: string) => Promise<number>,
): Promise<Result<Opened>> =>
  outcome(async () => {
    const scratch = `${library}.reading-${randomUUID()}`;
    try {
      const total = await bytesOf(file);
      let done = 0;
      const read = await readBackup(file, {
        step: (bytes) => {
          signal.throwIfAborted();
          done += bytes;
          progress(done, total);
        },
        unpack: (name) => (name === DATABASE ? path.join(scratch, DATABASE) : null),
      });
      const { manifest, bytes, damagedPhotos } = read;
      const database = path.join(scratch, DATABASE);
      const inspection = await answered(ask({ ask: 'inspect', path: database }, signal));
      const stories = await answered(ask({ ask: 'list', path: database }, signal));
      return { file, bytes, manifest, damagedPhotos, inspection, stories, scratch };
    } catch (error) {
      await rm(scratch, { recursive: true, force: true });
      throw error;
    }
  });

export const closeOpened = ({ scratch }: Pick<Opened, 'scratch'>): Promise<void> =>
  rm(scratch, { recursive: true, force: true });

/** A newer database is a newer backup: the person is told one thing, not two. */
async function answered<T>(asked: Promise<Result<T>>): Promise<T> {
  const answer = await asked;
  if (answer.ok) return answer.value;
  throw new Trouble(answer.code === 'newerSchema' ? 'newerBackup' : 'damagedBackup', answer.detail);
}

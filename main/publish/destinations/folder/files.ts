import { createHash, randomUUID } from 'node:crypto';

/**
 * A tree of files that stories are written into: a folder on a disk, or on a server by SFTP. Names are relative to the
 * destination's own folder, their parts joined by "/"; '' is that folder. Every method rejects where the place does not
 * play along; its destination says what that means.
 */
export interface Files {
  /** Names in a folder; null where there is none. A file of that name counts as a folder of unknown things. */
  list(folder: string): Promise<string[] | null>;
  /** null where there is none. */
  read(file: string): Promise<Uint8Array | null>;
  /** Writes a file so that nobody ever sees half of it: another name, synced, renamed. */
  replace(file: string, bytes: Uint8Array): Promise<void>;
  /** Makes one folder, inside one that is there; true where it was not there. */
  makeFolder(folder: string): Promise<boolean>;
  /** No error where there is none. */
  remove(file: string): Promise<void>;
  /** Makes a folder's names durable, where that can be asked for. */
  sync(folder: string): Promise<void>;
  /** When a file was last changed: an instant. */
  modifiedAt(file: string): Promise<string>;
  /** The whole address of a file. */
  url(file: string): string;
}

const TEMPORARY = /^\.copydesk-[0-9a-f-]{36}\.tmp$/;
export const temporaryName = (): string => `.copydesk-${randomUUID()}.tmp`;

/** Removes what this program left there and no longer refers to: photos by their names, temporary files of a crash. */
export async function removeLeftovers(
  files: Files,
  folder: string,
  isOurs: RegExp,
  keep: ReadonlySet<string>,
): Promise<void> {
  for (const name of (await files.list(folder)) ?? [])
    if (TEMPORARY.test(name) || (isOurs.test(name) && !keep.has(name))) await files.remove(`${folder}/${name}`);
}

/** The SHA-256 of bytes, in lower-case hex. */
export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

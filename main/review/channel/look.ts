import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { ErrorCode } from '../../../preload/contract.ts';
import { hashSchema } from '../../../story/model.ts';
import { z } from '../../../story/zod.ts';
import { fingerprintOf } from '../../person.ts';
import { readHandoff } from '../receive.ts';
import type { Seen } from './files.ts';

/** What a file turned out to be. `own`: sent from here. `done`: taken in earlier. null: it is still being written, perhaps. */
export type Content =
  | {
      kind: 'handoff';
      id: string;
      storyId: string;
      headline: string;
      from: string;
      to: string;
      note: string;
      at: string;
    }
  | { kind: 'done'; id: string }
  | { kind: 'own'; id: string }
  | { kind: 'trouble'; code: ErrorCode };
export type Entry = Seen & { content: Content | null };

/** What is remembered of a file that needs no second reading. */
export const rememberedSchema = z.object({ file: z.string(), size: z.number(), mtimeMs: z.number(), id: hashSchema });
export type Remembered = z.infer<typeof rememberedSchema>;

export const isUnchanged = (a: Seen | undefined, b: Seen): boolean =>
  a !== undefined && a.file === b.file && a.size === b.size && a.mtimeMs === b.mtimeMs;

/** Reads a file to its last photo; null where it changed meanwhile. */
export async function lookInto(folder: string, seen: Seen, self: string): Promise<Content | null> {
  const file = path.join(folder, seen.file);
  const read = await readHandoff(file);
  const now = await stat(file).catch(() => null);
  if (now?.size !== seen.size || now.mtimeMs !== seen.mtimeMs) return null;
  if (!read.ok) return { kind: 'trouble', code: read.code };
  const { id, story, from, note, at } = read.value;
  if (fingerprintOf(from.publicKey) === self) return { kind: 'own', id };
  const { id: storyId, fields } = story;
  return { kind: 'handoff', id, storyId, headline: fields.headline, from: from.name, to: note.to, note: note.text, at };
}

import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { idSchema } from '../../story/ids.ts';
import { hashSchema, instantSchema } from '../../story/model.ts';
import { z } from '../../story/zod.ts';
import type { Notes } from './api.ts';
import { attempt } from './failures.ts';
import { makeFolder, replaceFile } from './files.ts';

/**
 * The copy of a story's private notes stands beside the story's own, `recovery/STORYID.notes`, and is made like it: a
 * preamble (this schema, as JSON), the text as a JSON string, and an end mark.
 */
const preambleSchema = z.object({
  format: z.literal('copydesk-notes'),
  version: z.literal(1),
  storyId: idSchema,
  at: instantSchema,
  /** SHA-256 of the text's line. */
  hash: hashSchema,
});
const END = 'end of copydesk-notes';
const SUFFIX = '.notes';

export const notesCopyPath = (folder: string, id: string): string => join(folder, 'recovery', `${id}${SUFFIX}`);
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Writes the copy whole or not at all. */
export function writeNotesCopy(folder: string, id: string, { text, at }: Notes): void {
  const json = JSON.stringify(text);
  const preamble: z.infer<typeof preambleSchema> = {
    format: 'copydesk-notes',
    version: 1,
    storyId: id,
    at,
    hash: sha256(json),
  };
  makeFolder(join(folder, 'recovery'));
  replaceFile(notesCopyPath(folder, id), `${JSON.stringify(preamble)}\n${json}\n${END}\n`);
}

/** null where there is none, or it is not whole. */
export function readNotesCopy(folder: string, id: string): Notes | null {
  const path = notesCopyPath(folder, id);
  if (!existsSync(path)) return null;
  const file = attempt(() => readFileSync(path, 'utf8'));
  if (!file.ok) return null;
  const [first = '', json = '', end] = file.value.split('\n');
  try {
    const preamble = preambleSchema.parse(JSON.parse(first));
    if (end !== END || preamble.storyId !== id || preamble.hash !== sha256(json)) return null;
    return { text: z.string().parse(JSON.parse(json)), at: preamble.at };
  } catch {
    return null;
  }
}

/** The ids of the stories whose notes have a copy, whole or not. */
export function listNotesCopies(folder: string): string[] {
  const path = join(folder, 'recovery');
  if (!existsSync(path)) return [];
  return readdirSync(path)
    .filter((name) => name.endsWith(SUFFIX))
    .map((name) => name.slice(0, -SUFFIX.length))
    .filter((id) => idSchema.safeParse(id).success);
}

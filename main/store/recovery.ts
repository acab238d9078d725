import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { idSchema } from '../../story/ids.ts';
import type { ParsedStory } from '../../story/migrate.ts';
import { hashSchema, instantSchema, type Story } from '../../story/model.ts';
import { z } from '../../story/zod.ts';
import { attempt } from './failures.ts';
import { makeFolder, replaceFile } from './files.ts';
import { parseStoryText } from './snapshots.ts';

/**
 * A recovery copy, `recovery/STORYID.json`, is three lines of UTF-8: a preamble (this schema, as JSON), the Story as JSON,
 * and an end mark. A copy without its end mark was cut off; one whose SHA-256 does not fit was damaged.
 */
const preambleSchema = z.object({
  format: z.literal('copydesk-recovery'),
  version: z.literal(1),
  storyId: idSchema,
  seq: z.number().int().nonnegative(),
  at: instantSchema,
  /** SHA-256 of the story's line. */
  hash: hashSchema,
});
const END = 'end of copydesk-recovery';

export type RecoveryCopy = { seq: number; at: string; parsed: Exclude<ParsedStory, { kind: 'invalid' }> };

export const recoveryPath = (folder: string, id: string): string => join(folder, 'recovery', `${id}.json`);
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Writes the copy whole or not at all; when it returns, it is on disk. */
export function writeRecovery(folder: string, story: Story, seq: number, at: string): void {
  const json = JSON.stringify(story);
  const preamble: z.infer<typeof preambleSchema> = {
    format: 'copydesk-recovery',
    version: 1,
    storyId: story.id,
    seq,
    at,
    hash: sha256(json),
  };
  makeFolder(join(folder, 'recovery'));
  replaceFile(recoveryPath(folder, story.id), `${JSON.stringify(preamble)}\n${json}\n${END}\n`);
}

/** The copy of a story; null where there is none, or it is not whole. */
export function readRecovery(folder: string, id: string): RecoveryCopy | null {
  const path = recoveryPath(folder, id);
  if (!existsSync(path)) return null;
  const file = attempt(() => readFileSync(path, 'utf8'));
  if (!file.ok) return null;
  const [first = '', json = '', end] = file.value.split('\n');
  let preamble: z.infer<typeof preambleSchema>;
  try {
    preamble = preambleSchema.parse(JSON.parse(first));
  } catch {
    return null;
  }
  if (end !== END || preamble.storyId !== id || preamble.hash !== sha256(json)) return null;
  const parsed = parseStoryText(id, json);
  return parsed.kind === 'invalid' ? null : { seq: preamble.seq, at: preamble.at, parsed };
}

/** The ids of the stories that have a recovery copy, whole or not. */
export function listRecovery(folder: string): string[] {
  const path = join(folder, 'recovery');
  if (!existsSync(path)) return [];
  return readdirSync(path)
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
    .filter((id) => idSchema.safeParse(id).success);
}

import { z } from '../zod.ts';
import { type StoryType, storyTypeSchema } from './type.ts';

const FORMAT = 1;
/** Bytes of a type's file at most. */
export const MAX_TYPE_BYTES = 256 * 1024;

const fileSchema = z.strictObject({
  format: z.literal('copydesk-type'),
  version: z.literal(FORMAT),
  type: storyTypeSchema,
});
export type TypeProblem = 'notAType' | 'damagedType' | 'newerType' | 'fileTooLarge';
export type ParsedType = { ok: true; value: StoryType } | { ok: false; code: TypeProblem };

/** The text of a `.copydesk-type` file: one JSON object. */
export const writeType = (type: StoryType): string =>
  `${JSON.stringify({ format: 'copydesk-type', version: FORMAT, type }, null, 2)}\n`;

/** Reads a file as if an attacker had made it. */
export function parseType(bytes: Uint8Array): ParsedType {
  if (bytes.length > MAX_TYPE_BYTES) return { ok: false, code: 'fileTooLarge' };
  let data: unknown;
  try {
    data = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return { ok: false, code: 'notAType' };
  }
  const head = z.looseObject({ format: z.literal('copydesk-type'), version: z.number() }).safeParse(data);
  if (!head.success) return { ok: false, code: 'notAType' };
  if (head.data.version > FORMAT) return { ok: false, code: 'newerType' };
  const parsed = fileSchema.safeParse(data);
  return parsed.success ? { ok: true, value: parsed.data.type } : { ok: false, code: 'damagedType' };
}

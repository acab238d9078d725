import { z } from '../zod.ts';

const line = z.string().trim().min(1).max(300);
const paragraph = z.string().trim().max(2000);

/**
 * What a rule looks for: words and phrases as they are written, pairs of such and what to write instead, a regular expression
 * (JavaScript's, flag u), or the mark that closes a story (none: the one that the newsroom has set).
 */
export const lookForSchema = z.union([
  z.strictObject({
    pairs: z
      .array(z.tuple([line, line]))
      .min(1)
      .max(500),
    anyCase: z.boolean().default(false),
  }),
  z.strictObject({ words: z.array(line).min(1).max(500), anyCase: z.boolean().default(false) }),
  z.strictObject({ pattern: z.string().min(1).max(500), anyCase: z.boolean().default(false) }),
  z.strictObject({ closing: z.string().trim().max(40) }),
]);

/** One rule of a house's style. */
export const ruleSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .max(80),
  name: line,
  /** Why the house wants it, in a sentence for the writer. */
  why: paragraph.min(1),
  /** What it cites: a paragraph of the style guide, a decree, a decision. */
  source: paragraph.default(''),
  language: z.enum(['vi', 'en', 'any']),
  kind: z.enum(['preferred', 'capitals', 'forbidden', 'sensitive', 'numbers', 'units', 'places', 'closing', 'other']),
  find: lookForSchema,
  /** What to write instead (pairs say it themselves); $1 and $<name> stand for groups of a pattern. Absent: only pointed out. */
  replace: z.string().max(300).optional(),
  /** Phrases in which the words are right; `~` stands for what the rule looks for: "~ cũ". */
  except: z.array(line).max(200).default([]),
  /** The day of its effect (2025-07-01): it leaves alone stories from before, and sentences that name a year before. */
  since: z.iso.date().optional(),
  on: z.boolean().default(true),
  /** What it finds stands in the way of publication; else it is a warning. */
  blocks: z.boolean().optional(),
});
export type StyleRule = z.infer<typeof ruleSchema>;

/** A set of rules as the library keeps it, and, signed, as newsrooms share it (see file.ts). */
export const STYLE_FORMAT = 'copydesk-style';
/** The ids that more than one rule has. */
export function sameIds(rules: readonly { id: string }[]): string[] {
  const ids = rules.map(({ id }) => id);
  return [...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))];
}
export const styleFileSchema = z.strictObject({
  format: z.literal(STYLE_FORMAT),
  version: z.literal(1),
  name: line,
  rules: z
    .array(ruleSchema)
    .max(2000)
    .superRefine((rules, { addIssue }) => {
      for (const id of sameIds(rules)) addIssue({ code: 'custom', message: `two rules have the id "${id}"` });
    }),
});
export type StyleFile = z.infer<typeof styleFileSchema>;

/** Why a pattern cannot be used, in the engine's words; null for one that can. */
export function patternTrouble(pattern: string): string | null {
  try {
    return new RegExp(pattern, 'u').test('') ? 'empty' : null;
  } catch (error) {
    return (error as Error).message;
  }
}

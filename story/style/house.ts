import { z } from '../zod.ts';
import type { StyleRule } from './rules.ts';

/** The set that comes with the program. */
export const BUILT_IN_SET = 'builtin';
/** Names a rule across the sets. */
export const ruleKey = (set: string, rule: string): string => `${set}/${rule}`;

const key = z.string().max(200);
const words = z.string().min(1).max(1000);
export const countSchema = z.strictObject({
  accepted: z.int().nonnegative().default(0),
  ignored: z.int().nonnegative().default(0),
});
export type StyleCount = z.infer<typeof countSchema>;

/** From so many decisions on a rule is judged by them. */
const ENOUGH = 5;
/** Whether a rule is more often ignored than followed. */
export const isDoubtful = ({ accepted, ignored }: StyleCount): boolean =>
  accepted + ignored >= ENOUGH && ignored > accepted;
/** What a newsroom has decided about the rules, by their keys. */
export const decisionsSchema = z.strictObject({
  off: z.array(key).max(5000).default([]),
  /** Words that a rule is to leave alone for ever. */
  ignored: z
    .array(z.strictObject({ rule: key, words }))
    .max(20_000)
    .default([]),
  counts: z.record(key, countSchema).default({}),
});
export type StyleDecisions = z.infer<typeof decisionsSchema>;

type Sets = readonly { id: string; rules: readonly StyleRule[] }[];

/** The rules that are on, each under its key. */
export const rulesOf = (sets: Sets, { off }: Pick<StyleDecisions, 'off'>): StyleRule[] =>
  sets.flatMap(({ id, rules }) =>
    rules.map((rule) => ({ ...rule, id: ruleKey(id, rule.id) })).filter((rule) => rule.on && !off.includes(rule.id)),
  );

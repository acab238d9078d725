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

/** What is still to be kept of the decisions when a set becomes another: a rule that looks for something else begins to count anew. */
export function decisionsAfter(now: StyleDecisions, set: string, before: Rules, after: Rules): StyleDecisions {
  const left = new Map(after.map((rule) => [rule.id, rule]));
  const keys = (rules: Rules) => new Set(rules.map(({ id }) => ruleKey(set, id)));
  const gone = keys(before.filter(({ id }) => !left.has(id)));
  const changed = keys(before.filter((rule) => looks(left.get(rule.id)) !== looks(rule)));
  return {
    off: now.off.filter((key) => !gone.has(key)),
    ignored: now.ignored.filter(({ rule }) => !gone.has(rule)),
    counts: Object.fromEntries(Object.entries(now.counts).filter(([key]) => !changed.has(key))),
  };
}
type Rules = readonly StyleRule[];
const looks = (rule: StyleRule | undefined): string =>
  JSON.stringify([rule?.find, rule?.replace, rule?.except, rule?.since]);

type Sets = readonly { id: string; rules: readonly StyleRule[] }[];

/** The rules that are on, each under its key. */
export const rulesOf = (sets: Sets, { off }: Pick<StyleDecisions, 'off'>): StyleRule[] =>
  sets.flatMap(({ id, rules }) =>
    rules.map((rule) => ({ ...rule, id: ruleKey(id, rule.id) })).filter((rule) => rule.on && !off.includes(rule.id)),
  );

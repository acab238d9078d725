import { decisionsSchema } from '../../story/style/house.ts';
import { styleFileSchema } from '../../story/style/rules.ts';
import { z } from '../../story/zod.ts';
import { call, done, nothing } from './call.ts';
import { errorCodeSchema } from './codes.ts';

const id = z.string().max(60);
const rule = z.string().min(1).max(200);
const name = z.string().trim().min(1).max(300);
const { rules } = styleFileSchema.shape;

export const styleHouseSchema = z.object({
  /** That of the program, then the newsroom's by name. */
  sets: z.array(z.object({ id, name, rules })),
  decisions: decisionsSchema,
  /** Files that cannot be used, and why. */
  unreadable: z.array(z.object({ file: z.string(), code: errorCodeSchema, detail: z.string().optional() })),
});
export type StyleHouse = z.infer<typeof styleHouseSchema>;
export type StyleSet = StyleHouse['sets'][number];

const read = z.object({
  name,
  count: z.number(),
  maker: z.object({ name: z.string(), fingerprint: z.string() }),
  /** A set of that name is here: it would be replaced. */
  isHere: z.boolean(),
});
export type StyleOffer = z.infer<typeof read>;

export const styleCalls = {
  'style.list': call(nothing, styleHouseSchema),
  /** A new set, or in place of the one of its name. */
  'style.save': call(z.strictObject({ name, rules }), done, 4 * 1024 * 1024),
  'style.remove': call(z.strictObject({ id }), done),
  /** An open dialog. Only reads and checks; `style.take` takes in what was read last. */
  'style.read': call(nothing, read, 1024),
  'style.take': call(nothing, done, 1024),
  /** A save dialog; the file is signed by the person's key. */
  'style.export': call(z.strictObject({ id }), z.object({ path: z.string() })),
  'style.switch': call(z.strictObject({ rule, on: z.boolean() }), done),
  /** Takes an *ignore for ever* back. */
  'style.forget': call(z.strictObject({ rule, words: z.string().max(1000) }), done),
  /** Counts what became of findings; `words` are to be left alone by that rule for ever. */
  'style.decided': call(
    z.strictObject({
      rule,
      accepted: z.int().min(0).max(10_000),
      ignored: z.int().min(0).max(10_000),
      words: z.string().min(1).max(1000).nullable(),
    }),
    done,
  ),
};

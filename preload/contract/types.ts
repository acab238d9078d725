import { storyTypeSchema } from '../../story/types/type.ts';
import { z } from '../../story/zod.ts';
import { call, done, nothing } from './call.ts';
import { errorCodeSchema } from './codes.ts';

const id = z.string().max(60);

/** A type as the window lists it. `changed`: it comes with the program, and the newsroom has changed it. */
export const listedTypeSchema = z.object({ type: storyTypeSchema, origin: z.enum(['builtIn', 'changed', 'own']) });
export type ListedType = z.infer<typeof listedTypeSchema>;
export const storyTypesSchema = z.object({
  /** Those of the program in their order, then the newsroom's own by name. */
  types: z.array(listedTypeSchema),
  /** Files that cannot be used, and why. */
  unreadable: z.array(z.object({ file: z.string(), code: errorCodeSchema })),
});
export type StoryTypes = z.infer<typeof storyTypesSchema>;

export const typeCalls = {
  'type.list': call(nothing, storyTypesSchema),
  /** A new one, or in place of the one of its id. */
  'type.save': call(z.strictObject({ type: storyTypeSchema }), done, 512 * 1024),
  /** Deletes one of the newsroom's own; one that comes with the program becomes as it came. */
  'type.remove': call(z.strictObject({ id }), done),
  /** An open dialog. Only reads: what becomes of it, the window asks. */
  'type.read': call(nothing, storyTypeSchema, 1024),
  /** A save dialog. */
  'type.export': call(z.strictObject({ id }), z.object({ path: z.string() })),
};

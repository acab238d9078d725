import { idSchema } from '../../story/ids.ts';
import { fieldsSchema, languageSchema } from '../../story/model.ts';
import { z } from '../../story/zod.ts';
import { call, done, nothing, seq } from './call.ts';
import { errorCodeSchema } from './codes.ts';

const id = z.string().max(100);
const name = z.string().trim().min(1).max(100);

/** A template as the window shows it. */
export const templateSchema = z.object({
  id,
  name: z.string(),
  /** builtIn: comes with the program; own: a file of this newsroom. */
  origin: z.enum(['builtIn', 'own']),
  language: languageSchema,
  fields: fieldsSchema,
  /** The first blocks of the body, as plain text. */
  body: z.array(z.object({ type: z.string(), text: z.string() })),
});
export type TemplateView = z.infer<typeof templateSchema>;

export const templatesSchema = z.object({
  /** The newsroom's own first, by name. One of its own stands for a built-in one of the same name. */
  templates: z.array(templateSchema),
  /** How many built-in ones are put away. */
  hidden: z.number().int(),
  /** Files that cannot be used, and why. */
  unreadable: z.array(z.object({ file: z.string(), code: errorCodeSchema })),
});
export type Templates = z.infer<typeof templatesSchema>;

export const templateCalls = {
  'template.list': call(nothing, templatesSchema),
  /** A new draft from a template. */
  'template.use': call(z.strictObject({ id }), z.object({ id: idSchema })),
  /** The story as stored at `seq`. Where one of the newsroom's own has the name, and not `replace`: `nameTaken`. */
  'template.save': call(z.strictObject({ storyId: idSchema, seq, name, replace: z.boolean() }), z.object({ id })),
  /** One of the newsroom's own. */
  'template.rename': call(z.strictObject({ id, name }), z.object({ id })),
  /** One of the newsroom's own is deleted, a built-in one is put away. */
  'template.remove': call(z.strictObject({ id }), done),
  /** Brings the built-in ones back. */
  'template.restore': call(nothing, done),
  /** An open dialog. Where the name is taken, it gets a number. */
  'template.import': call(nothing, z.object({ id, name: z.string() }), 1024),
  /** A save dialog. */
  'template.export': call(z.strictObject({ id }), z.object({ path: z.string() })),
};

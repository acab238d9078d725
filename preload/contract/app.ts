import { idSchema } from '../../story/ids.ts';
import { languageSchema } from '../../story/model.ts';
import { z } from '../../story/zod.ts';
import { call, done, name, nothing } from './call.ts';
import { errorCodeSchema } from './codes.ts';

export const personSchema = z.object({ name: z.string(), fingerprint: z.string() });
export type Person = z.infer<typeof personSchema>;
export const prefsSchema = z.object({
  language: languageSchema,
  theme: z.enum(['system', 'light', 'dark']),
  lastStoryId: idSchema.nullable(),
  lastDestinationId: idSchema.nullable(),
});
export type Prefs = z.infer<typeof prefsSchema>;
export const startSchema = z.object({
  version: z.string(),
  prefs: prefsSchema,
  person: personSchema,
  online: z.boolean(),
  /** Whether the operating system's keychain protects secrets (false on Linux's basic_text). */
  secretsProtected: z.boolean(),
  /** The person's key: as ever; made anew, since the keychain lost the old one; or for this session, for want of a keychain. */
  personKey: z.enum(['kept', 'renewed', 'session']),
  /** What the start found wrong with the library, if anything. */
  libraryProblem: errorCodeSchema.nullable(),
});
export type Start = z.infer<typeof startSchema>;

export const appCalls = {
  'app.start': call(nothing, startSchema),
  'prefs.set': call(prefsSchema.partial().strict(), prefsSchema),
  'person.rename': call(z.strictObject({ name }), personSchema),
  'link.open': call(z.strictObject({ url: z.string().max(4096) }), done),
  /** Answers `close.requested`: everything is flushed (or the person gave up waiting). */
  'window.closeReady': call(nothing, done),
  /** Answers `close.requested`, too: something cannot be saved, and the window itself asks the person what to do. */
  'window.closeRefused': call(nothing, done),
};

import { idSchema } from '../../story/ids.ts';
import { instantSchema, languageSchema } from '../../story/model.ts';
import { captionHouseSchema } from '../../story/photo/template.ts';
import { houseRulesSchema, signedRolesSchema } from '../../story/review/house.ts';
import { MAX_LIST_BYTES } from '../../story/text/corrections/file.ts';
import { typingSchema } from '../../story/text/corrections/settings.ts';
import { isTimeZone } from '../../story/text/embargo.ts';
import { spellingSchema } from '../../story/text/spelling.ts';
import { z } from '../../story/zod.ts';
import { call, done, name, nothing } from './call.ts';
import { sharedFolderSchema } from './channel.ts';
import { errorCodeSchema } from './codes.ts';
import { commandSchema, shortcutsSchema } from './commands.ts';
import { drafterSchema } from './draft.ts';

export const personSchema = z.object({ name: z.string(), fingerprint: z.string() });
export type Person = z.infer<typeof personSchema>;
/** How the newspaper's columns are set: width in millimetres, type in points. */
export const printedColumnSchema = z.strictObject({
  width: z.number().min(20).max(300),
  columns: z.number().int().min(1).max(6),
  size: z.number().min(5).max(24),
  leading: z.number().min(5).max(48),
  justified: z.boolean(),
});
export type PrintedColumn = z.infer<typeof printedColumnSchema>;
/** How the page is shown. `zoom`: of its text, 1 as it is of itself. */
export const viewSchema = z.object({
  zoom: z.number().min(0.5).max(2.5),
  focus: z.boolean(),
  typewriter: z.boolean(),
  outline: z.boolean(),
});
export type View = z.infer<typeof viewSchema>;
export const prefsSchema = z.object({
  language: languageSchema,
  theme: z.enum(['system', 'light', 'dark']),
  typing: typingSchema,
  lastStoryId: idSchema.nullable(),
  lastDestinationId: idSchema.nullable(),
  /** Where the library is; null: in the data folder. Set by main alone. */
  libraryFolder: z.string().nullable(),
  /** What the house closes its stories with; '' for nothing. New stories begin with it. */
  closingMark: z.string().max(40),
  /** The newsroom's time zone, an IANA name. */
  timeZone: z.string().max(100).refine(isTimeZone),
  /** Shortcuts a person has chosen instead, by command; '' for none. */
  shortcuts: shortcutsSchema,
  printedColumn: printedColumnSchema.optional(),
  view: viewSchema.optional(),
  /** How texts are spelt and checked; nothing: as SPELLING has it. */
  spelling: spellingSchema.optional(),
  /** Whether the findings of the house style are underlined in the text; nothing: they are. */
  styleMarks: z.boolean().optional(),
  /** The model that drafts captions; nothing: none. Set by `draft.save` alone. */
  drafter: drafterSchema.optional(),
  /** How the house writes captions and credits; nothing: as is usual. */
  captions: captionHouseSchema.optional(),
  /** What the house demands before a story goes to readers; nothing: nothing. */
  rules: houseRulesSchema.optional(),
  /** The roles that a file of settings brought, signed by the newsroom's key. Set by `settings.take` alone; a person may drop them. */
  signedRoles: signedRolesSchema.nullable().optional(),
  /** At which destinations somebody wants a story, the last choice first. */
  destinationChoices: z
    .array(z.object({ storyId: idSchema, ids: z.array(idSchema).max(100) }))
    .max(100)
    .optional(),
  /** The folder by which hand-offs go and come. Set by the `channel` calls alone. */
  sharedFolder: sharedFolderSchema.nullable().optional(),
  /** How large everything in the windows is, 1 as it is of itself. */
  scale: z.number().min(0.5).max(3).optional(),
});
export type Prefs = z.infer<typeof prefsSchema>;
/** A window is the desk, or one story's own. */
export const windowRoleSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('desk') }),
  z.object({ kind: z.literal('story'), storyId: idSchema }),
]);
export type WindowRole = z.infer<typeof windowRoleSchema>;
/** Why no library is open, and where it is. */
export const closedLibrarySchema = z.object({
  state: z.literal('closed'),
  code: errorCodeSchema,
  detail: z.string().optional(),
  folder: z.string(),
});
export type ClosedLibrary = z.infer<typeof closedLibrarySchema>;

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
  /** With a closed library only the calls of `closedCalls` in main/handlers/closed.ts are answered. */
  library: z.discriminatedUnion('state', [z.object({ state: z.literal('open') }), closedLibrarySchema]),
  window: windowRoleSchema,
  /** The page before this one died then, with what it had not yet saved: told once. */
  crashedAt: instantSchema.nullable(),
});
export type Start = z.infer<typeof startSchema>;

export const appCalls = {
  'app.start': call(nothing, startSchema),
  'prefs.set': call(
    prefsSchema
      .omit({ libraryFolder: true, drafter: true, sharedFolder: true })
      .extend({ signedRoles: z.null() })
      .partial()
      .strict(),
    prefsSchema,
  ),
  /** A dialog for a file with a list of corrections: its text. */
  'typing.import': call(nothing, z.object({ text: z.string() })),
  /** A dialog for where such a file goes. */
  'typing.export': call(z.strictObject({ name, text: z.string().max(MAX_LIST_BYTES) }), done),
  'person.rename': call(z.strictObject({ name }), personSchema),
  'link.open': call(z.strictObject({ url: z.string().max(4096) }), done),
  /** Answers `close.requested`: everything is flushed (or the person gave up waiting). */
  'window.closeReady': call(nothing, done),
  /** Answers `close.requested`, too: something cannot be saved, and the window itself asks the person what to do. */
  'window.closeRefused': call(nothing, done),
  /** A story in a window of its own; the window that has it comes forward. */
  'window.openStory': call(z.strictObject({ storyId: idSchema }), done),
  /** The desk comes forward and does that command, if any. */
  'window.showDesk': call(z.strictObject({ command: commandSchema.nullable() }), done),
  /** Answers an event that carries a `question`: whether the page has done what it was asked. */
  'window.answer': call(z.strictObject({ question: z.number().int(), agrees: z.boolean() }), done),

  /** With a closed library: tries to open it again. Then every page starts afresh. */
  'library.reopen': call(nothing, done),
  /** With a closed library: a dialog for the folder of another one (a new one, where it is empty). */
  'library.chooseFolder': call(nothing, done),
  /** With a closed library: its folder in the system's file manager. */
  'library.showFolder': call(nothing, done),
  'app.quit': call(nothing, done),
};

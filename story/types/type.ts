import { newId } from '../ids.ts';
import { type FieldName, fieldNameSchema, type Language, languageSchema } from '../model.ts';
import { z } from '../zod.ts';

export const MAX_TYPE_NAME = 100;

/** What a type says of one field. Without a word on it, a field is shown. */
export const fieldRuleSchema = z.strictObject({
  /** `required`: a story is not published without it. */
  use: z.enum(['shown', 'required', 'hidden']).optional(),
  /** Characters as a reader counts them; absent: the house's limit. */
  limit: z.number().int().min(1).max(20_000).optional(),
  /** Stands below the field. */
  help: z.string().max(500).optional(),
  /** What a new story begins with. */
  value: z.string().max(2000).optional(),
});
export type FieldRule = z.infer<typeof fieldRuleSchema>;

const name = z.string().min(1).max(MAX_TYPE_NAME);
/** A kind of story, and how its fields are used. */
export const storyTypeSchema = z.strictObject({
  /** What stories keep; also the same type's in another library. */
  id: z.string().regex(/^[a-z0-9-]{1,60}$/),
  name: z.union([name, z.strictObject({ vi: name, en: name })]),
  /** Of new stories; null: the program's. */
  language: languageSchema.nullable(),
  fields: z.partialRecord(fieldNameSchema, fieldRuleSchema),
});
export type StoryType = z.infer<typeof storyTypeSchema>;

/** The type of a story that names none. */
export const DEFAULT_TYPE = 'news';

/** The fields that a type can say something of, in the order of the page and the Story tab. */
export const TYPED_FIELDS = [
  ...(['kicker', 'headline', 'standfirst', 'place', 'date', 'byline', 'closingMark'] as const),
  ...(['headlineWeb', 'headlineShort', 'headlineSeo', 'headlineSocial', 'section', 'tags', 'slug'] as const),
  ...(['priority', 'embargo', 'wordTarget', 'sources', 'editorNote'] as const),
] satisfies FieldName[];

/** Fields whose use a type cannot change: no story is without a headline. */
export const ALWAYS: ReadonlySet<FieldName> = new Set(['headline']);

export const typeName = ({ name: given }: StoryType, language: Language): string =>
  typeof given === 'string' ? given : given[language];

/** A new type like another one, under a name of its own. */
export const typeLike = (type: StoryType, given: string): StoryType => ({ ...type, id: newId(), name: given });

import { idSchema } from '../../story/ids.ts';
import { hashSchema, languageSchema } from '../../story/model.ts';
import { recipeSchema } from '../../story/photo/recipe.ts';
import { z } from '../../story/zod.ts';
import { call, done, nothing } from './call.ts';

/** The model that drafts captions and alt texts, as the person has set it up on this computer. */
export const drafterSchema = z.strictObject({
  on: z.boolean(),
  /** Of an OpenAI-compatible server, such as `http://localhost:11434/v1`. */
  address: z.string().max(500),
  model: z.string().max(200),
});
export type Drafter = z.infer<typeof drafterSchema>;

export const DRAFTED_FIELDS = ['caption', 'alt'] as const;
export type DraftedField = (typeof DRAFTED_FIELDS)[number];

export const drafterViewSchema = drafterSchema.extend({
  /** The server's key: none; kept as ciphertext; until the program ends; or kept where the keychain cannot open it. */
  key: z.enum(['none', 'stored', 'session', 'missing']),
});
export type DrafterView = z.infer<typeof drafterViewSchema>;

/** `key`: '' for none; absent: the one that is kept, as long as the address leads to the same server. */
const formSchema = drafterSchema.extend({ key: z.string().max(2000).optional() });
export type DrafterForm = z.infer<typeof formSchema>;

export const draftCalls = {
  'draft.settings': call(nothing, drafterViewSchema),
  /** Failures: modelAddress. */
  'draft.save': call(formSchema, drafterViewSchema),
  /** Asks the model what is in a drawn picture (no photo), with the form as it stands. `ms`: how long it took. */
  'draft.try': call(
    formSchema.omit({ on: true }).extend({ id: idSchema, language: languageSchema }),
    z.object({ answer: z.string(), ms: z.number() }),
  ),
  /**
   * A text for a photo, from a small copy of it (1024 pixels, after its recipe, without metadata). `id`: of this asking.
   * Failures: draftOff, and the model's.
   */
  'draft.text': call(
    z.strictObject({
      id: idSchema,
      photo: hashSchema,
      recipe: recipeSchema.optional(),
      field: z.enum(DRAFTED_FIELDS),
      /** Of the story. */
      language: languageSchema,
      headline: z.string().max(20_000),
      /** What the field says already. */
      text: z.string().max(20_000),
    }),
    z.object({ text: z.string() }),
  ),
  /** Ends an asking, which then answers `cancelled`. */
  'draft.cancel': call(z.strictObject({ id: idSchema }), done),
};

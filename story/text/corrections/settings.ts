import { languageSchema } from '../../model.ts';
import { z } from '../../zod.ts';

/** What a person means to have typed: "ko" -> "không". */
export const entrySchema = z.strictObject({ typed: z.string().min(1).max(40), meant: z.string().min(1).max(80) });
export type Entry = z.infer<typeof entrySchema>;
/** Enough for a newsroom; the preferences' file is small. */
export const MOST_ENTRIES = 300;
export const listSchema = z.array(entrySchema).max(MOST_ENTRIES);

/** What is put right while typing, each by its own switch; the house's lists; and what a person does not want changed. */
export const typingSchema = z.object({
  markdown: z.boolean(),
  quotes: z.boolean(),
  dashes: z.boolean(),
  ellipsis: z.boolean(),
  spaces: z.boolean(),
  autocorrect: z.boolean(),
  lists: z.object({ vi: listSchema, en: listSchema }),
  exceptions: z.record(languageSchema, z.array(z.string().max(40)).max(MOST_ENTRIES)),
});
export type Typing = z.infer<typeof typingSchema>;
/** The switches, in the order they are shown. */
export const SWITCHES = ['quotes', 'dashes', 'ellipsis', 'spaces', 'autocorrect', 'markdown'] as const;

export const TYPING: Typing = {
  markdown: true,
  quotes: true,
  dashes: true,
  ellipsis: true,
  spaces: true,
  autocorrect: true,
  lists: {
    vi: [
      { typed: 'ko', meant: 'không' },
      { typed: 'đc', meant: 'được' },
      { typed: 'tp hcm', meant: 'TP.HCM' },
      { typed: 'tphcm', meant: 'TP.HCM' },
      { typed: 'ubnd', meant: 'UBND' },
      { typed: 'hđnd', meant: 'HĐND' },
    ],
    en: [
      { typed: 'teh', meant: 'the' },
      { typed: 'adn', meant: 'and' },
      { typed: 'recieve', meant: 'receive' },
    ],
  },
  exceptions: { vi: [], en: [] },
};

import { publishedPart } from '../canonical.ts';
import type { Story } from '../model.ts';
import { countWords } from '../text/counts.ts';
import { z } from '../zod.ts';

/** What a receipt says of the story that went out, long after the story was changed or deleted. */
export const aboutSchema = z.object({
  headline: z.string(),
  byline: z.string(),
  section: z.string(),
  /** Headline, standfirst and body; see text/counts.ts. */
  words: z.number().int().nonnegative(),
  /** The credit line of every photo, in the order of the page; '' where there is none. */
  credits: z.array(z.string()),
});
export type About = z.infer<typeof aboutSchema>;

/** As readers see it: what is only suggested does not count. */
export function aboutOf(story: Story): About {
  const part = publishedPart(story);
  const { headline, byline, section } = part.fields;
  const credits = part.body.flatMap((block) => (block.type === 'figure' ? [block.credit] : []));
  return { headline, byline, section, words: countWords(part), credits };
}

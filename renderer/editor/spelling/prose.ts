import { type Anchor, type FieldName, isTextBlock, type Story } from '../../../story/model.ts';
import type { Prose } from '../../../story/text/check.ts';
import { type Passage, passagesOf } from '../find/texts.ts';

/** A text of a story, and how it is checked. */
export type ProsePassage = Passage & Prose;

/** Fields that hold names, dates, codes and addresses. */
const NO_PROSE: ReadonlySet<FieldName> = new Set<FieldName>([
  'place',
  'date',
  'byline',
  'closingMark',
  'section',
  'tags',
  'type',
  'sources',
]);
const isProse = (place: Anchor): boolean => ('field' in place ? !NO_PROSE.has(place.field) : place.part !== 'credit');

/** The texts of a story that are prose, in the order of the page. */
export function proseOf(story: Story): ProsePassage[] {
  const { language, body } = story;
  const quotes = new Set(
    language === 'vi'
      ? body.flatMap((block) =>
          isTextBlock(block) && (block.type === 'quote' || block.type === 'pullquote') ? [block.id] : [],
        )
      : [],
  );
  return passagesOf(story)
    .filter(({ place }) => isProse(place))
    .map((passage) => ({
      ...passage,
      language,
      mayQuote: 'block' in passage.place && quotes.has(passage.place.block),
    }));
}
export const proseKey = ({ text, language, mayQuote }: Prose): string => `${language}${mayQuote ? '?' : ''} ${text}`;

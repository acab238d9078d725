import { type Anchor, type FieldName, isTextBlock, type Language, type Story } from '../../../story/model.ts';
import type { Prose } from '../../../story/text/check.ts';
import { type Passage, passagesOf } from '../find/texts.ts';

/** A text of a story, and how it is checked. `key`: the same for texts that are checked alike. */
export type ProsePassage = Passage & Prose & { key: string };

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
    .map((passage) => proseIn(passage, language, 'block' in passage.place && quotes.has(passage.place.block)));
}

/** Of passages that stay the same, what was made before: most do from one look to the next. */
const known = new WeakMap<Passage, ProsePassage>();
function proseIn(passage: Passage, language: Language, mayQuote: boolean): ProsePassage {
  const before = known.get(passage);
  if (before && before.language === language && before.mayQuote === mayQuote) return before;
  const now = { ...passage, language, mayQuote, key: `${language}${mayQuote ? '?' : ''} ${passage.text}` };
  known.set(passage, now);
  return now;
}

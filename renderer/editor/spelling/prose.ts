import { type Anchor, type FieldName, isTextBlock, type Language, type Story } from '../../../story/model.ts';
import type { Prose } from '../../../story/text/check.ts';
import { type Passage, passagesOf } from '../find/texts.ts';

/** A text of a story, and how it is checked. `key`: the same for texts that are checked alike. */
export type ProsePassage = Passage & Prose & { key: string };

/** Fields that hold no words. */
const NO_PROSE: ReadonlySet<FieldName> = new Set<FieldName>(['date', 'closingMark', 'type']);
/** Where names stand, of people and of agencies: an English dictionary knows few of them, the rules of syllables let them be. */
const NAMES: ReadonlySet<FieldName> = new Set<FieldName>(['place', 'byline', 'section', 'tags', 'sources']);
const isProse = (place: Anchor, language: Language): boolean => {
  const names = 'field' in place ? NAMES.has(place.field) : place.part === 'credit';
  return !('field' in place && NO_PROSE.has(place.field)) && (language === 'vi' || !names);
};

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
    .filter(({ place }) => isProse(place, language))
    .map((passage) => proseIn(passage, language, 'block' in passage.place && quotes.has(passage.place.block)));
}

/** Of passages that stay the same, what was made before: most do from one look to the next. */
const known = new WeakMap<Passage, ProsePassage>();
function proseIn(passage: Passage, language: Language, mayQuote: boolean): ProsePassage {
  const before = known.get(passage);
  if (before && before.language === language && before.mayQuote === mayQuote) return before;
  const now = {
    ...passage,
    language,
    mayQuote,
    key: `${language}${mayQuote ? '?' : ''} ${passage.read ?? passage.text}`,
  };
  known.set(passage, now);
  return now;
}

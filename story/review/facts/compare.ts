import { plainTexts } from '../../content.ts';
import { type Anchor, isTextBlock, type Language, plainText } from '../../model.ts';
import { compareStories } from '../compare/compare.ts';
import type { Comparable } from '../compare/model.ts';
import { FACT_KINDS, type FactKind } from './fact.ts';
import { KnownNames } from './find.ts';
import { movedOnes } from './moved.ts';
import type { NameFact } from './names.ts';
import { type Lone, textChanges, wordsOf } from './text.ts';
import { changedTexts, FACT_FIELDS } from './texts.ts';

/** What came (`before` null), went (`after` null) or changed, and its place in the later version. null: somewhere in the body. */
export type FactChange = { kind: FactKind; before: string | null; after: string | null; anchor: Anchor | null };

/**
 * The numbers, dates, names and quotes that differ between two versions, by kind and in the order of the page. Not listed:
 * what only moved, with its sentence or its paragraph; what is only written or set in another way ("hoà", "ngày 14 tháng 6"
 * for "14/6"); one more mention of a name that is there, or one less. Any other digit that differs is in one of the changes.
 */
export function compareFacts(before: Comparable, after: Comparable & { language: Language }): FactChange[] {
  const texts = changedTexts(compareStories(before, after)).map(({ pieces, anchor }) => {
    const { pairs, went, came } = textChanges(pieces, after.language);
    return { anchor, pairs, went, came };
  });
  const moved = movedOnes(
    texts.flatMap(({ went }) => went),
    texts.flatMap(({ came }) => came),
  );
  const known = { before: namesOnce(before), after: namesOnce(after) };
  const isListed = (lone: Lone, other: 'before' | 'after') =>
    !moved.has(lone) && (lone.kind !== 'name' || !known[other]().has(lone.fact as NameFact, lone.text));
  const words = ({ text, fact }: Lone) => wordsOf(text, fact);
  const all = texts.flatMap(({ anchor, pairs, went, came }): FactChange[] => [
    ...pairs.map((pair) => ({ ...pair, anchor })),
    ...went
      .filter((lone) => isListed(lone, 'after'))
      .map((lone) => ({ kind: lone.kind, before: words(lone), after: null, anchor })),
    ...came
      .filter((lone) => isListed(lone, 'before'))
      .map((lone) => ({ kind: lone.kind, before: null, after: words(lone), anchor })),
  ]);
  return FACT_KINDS.flatMap((kind) => all.filter((change) => change.kind === kind));
}

/** The names of a whole version, looked for when they are first asked for. */
function namesOnce({ fields, body }: Comparable): () => KnownNames {
  let found: KnownNames | undefined;
  return () => {
    if (found) return found;
    found = new KnownNames();
    for (const name of FACT_FIELDS) found.add(fields[name].normalize('NFC'));
    for (const block of body) {
      if (isTextBlock(block)) found.add(plainText(block.runs).normalize('NFC'));
      else for (const { text } of plainTexts(block)) found.add(text.normalize('NFC'));
    }
    return found;
  };
}

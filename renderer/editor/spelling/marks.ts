import { isLearnt } from '../../../story/text/spelling.ts';
import type { SpellingFinding } from '../../../story/text/vietnamese/check.ts';
import type { Found } from '../find/searcher.ts';
import { type Here, keyOf } from './place.ts';
import type { ProsePassage } from './prose.ts';

/** A finding where it stands in the story. `key`: of its place. */
export type Mark = Found & Pick<SpellingFinding, 'kind' | 'word' | 'suggestions'> & { key: string };

/** What a person has said of findings: words the newsroom knows, and (`ignoredKey`) those left alone at one place. */
export type Said = { learnt: ReadonlySet<string>; ignored: ReadonlySet<string> };
export const ignoredKey = ({ key, word }: Pick<Mark, 'key' | 'word'>): string => `${key} ${word}`;

/** The findings of a story's texts that are to be seen, in the order of the page. `found`: of a text, null where not yet known. */
export function marksOf(
  passages: readonly ProsePassage[],
  found: (passage: ProsePassage) => readonly SpellingFinding[] | undefined,
  { learnt, ignored }: Said,
): Mark[] {
  return passages.flatMap((passage) => {
    const findings = found(passage) ?? [];
    if (findings.length === 0) return [];
    const key = keyOf(passage.place);
    return findings
      .filter(({ word }) => !isLearnt(learnt, word) && !ignored.has(ignoredKey({ key, word })))
      .map(({ from, to, word, kind, suggestions }) => ({
        passage,
        start: from,
        end: to,
        word,
        kind,
        suggestions,
        key,
      }));
  });
}

/** Whether a word is still being written: the caret stands at its end. */
export const isUnfinished = ({ key, end }: Pick<Mark, 'key' | 'end'>, here: Here | null): boolean =>
  here !== null && here.start === here.end && here.end === end && keyOf(here.place) === key;

/** The mark after or before where the person is, round the end of the story; null where there is none. */
export function nextMark<M extends Pick<Mark, 'key' | 'start' | 'end'>>(
  marks: readonly M[],
  order: readonly string[],
  here: Here | null,
  by: 1 | -1,
): M | null {
  if (marks.length === 0) return null;
  const at = here ? order.indexOf(keyOf(here.place)) : -1;
  const isAhead = ({ key, start, end }: M): boolean => {
    const there = order.indexOf(key);
    if (at < 0 || !here) return by === 1;
    if (there !== at) return by === 1 ? there > at : there < at;
    // What is selected is where one stands.
    const isSelected = start === here.start && end === here.end;
    return !isSelected && (by === 1 ? end > here.start : end <= here.start);
  };
  return by === 1 ? (marks.find(isAhead) ?? marks[0] ?? null) : (marks.findLast(isAhead) ?? marks.at(-1) ?? null);
}

import type { Language } from '../model.ts';
import { checkEnglish, type IsEnglish, isEnglishText, mayBeEnglish } from './english.ts';
import { checkSpelling, type SpellingFinding } from './vietnamese/check.ts';
import type { Placement } from './vietnamese/rimes.ts';

/** A text to be checked. `mayQuote`: it may be in English though the story is not. */
export type Prose = { text: string; language: Language; mayQuote: boolean };

/** What is found in one text. `english`: loads the dictionary, which most Vietnamese texts do without. */
export async function checkProse(
  { text, language, mayQuote }: Prose,
  placement: Placement | null,
  english: () => Promise<IsEnglish>,
): Promise<SpellingFinding[]> {
  if (language === 'en') return checkEnglish(text, await english());
  if (mayQuote && mayBeEnglish(text)) {
    const isEnglish = await english();
    if (isEnglishText(text, isEnglish)) return checkEnglish(text, isEnglish);
  }
  // Most texts have no word that only a dictionary can tell: it is loaded for the first that has.
  let asks = false;
  const rules = { placement, isLearnt: () => false };
  const found = checkSpelling(text, {
    ...rules,
    isForeign: () => {
      asks = true;
      return true;
    },
  });
  return asks ? checkSpelling(text, { ...rules, isForeign: await english() }) : found;
}

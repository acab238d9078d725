import { formsOf } from '../../../story/search/words.ts';
import { exactStarts, type QueryTerm, wordsOf } from '../../../story/text/query.ts';

/**
 * Texts as a search looks at them: their words one behind the other, a space around each, `|` between two texts; once folded
 * and once with their marks, word for word. A term is found by looking for its letters, which costs a hundredth of reading words.
 */
export type Words = { folded: string; exact: string };
export const NO_WORDS: Words = { folded: '', exact: '' };

export function wordsIn(texts: readonly string[]): Words {
  const folded: string[] = [];
  const exact: string[] = [];
  for (const text of texts) {
    for (const { word } of wordsOf(text.normalize('NFC'))) {
      const forms = formsOf(word);
      if (forms.folded === '') continue;
      folded.push(forms.folded);
      exact.push(forms.exact);
    }
    if (folded.length === 0 || folded.at(-1) === '|') continue;
    folded.push('|');
    exact.push('|');
  }
  if (folded.length === 0) return NO_WORDS;
  const words = { folded: ` ${folded.join(' ')} `, exact: ` ${exact.join(' ')} ` };
  return words.folded === words.exact ? { folded: words.folded, exact: words.folded } : words;
}

/** A term made ready to be looked for in many texts; the field it may name is the caller's to look at. */
export function finder({ words, prefix }: QueryTerm): (texts: Words) => boolean {
  const end = prefix ? '' : ' ';
  const needle = ` ${words.map(({ folded }) => folded).join(' ')}${end}`;
  const last = words.length - 1;
  const starts = words.map(({ exact }, at) =>
    exact === null ? null : prefix && at === last ? exactStarts(exact) : [`${exact} `],
  );
  if (starts.every((start) => start === null)) return ({ folded }) => folded.includes(needle);
  const [only] = starts;
  if (last === 0 && only) {
    const needles = only.map((start) => ` ${start}`);
    return ({ folded, exact }) => folded.includes(needle) && needles.some((one) => exact.includes(one));
  }
  // A phrase of which some words have marks: where it stands folded, word for word.
  return (texts) => {
    if (!texts.folded.includes(needle)) return false;
    const [folded, exact] = [texts.folded.split(' '), texts.exact.split(' ')];
    const fits = (at: number) =>
      words.every((word, index) => {
        const [plain, marked] = [folded[at + index] ?? '', exact[at + index] ?? ''];
        const isOpen = prefix && index === last;
        if (isOpen ? !plain.startsWith(word.folded) : plain !== word.folded) return false;
        return starts[index]?.some((start) => `${marked} `.startsWith(start)) ?? true;
      });
    return folded.some((_, at) => fits(at));
  };
}

import type { Language } from '../model.ts';

/** Words that stay small within a title. English: articles, and conjunctions and prepositions of up to three letters (AP). */
const SMALL: Readonly<Record<Language, ReadonlySet<string>>> = {
  vi: new Set(
    'và của về với cho từ do tại ở bởi trong trên dưới vào ra đến tới để khi là mà thì hay hoặc những các một theo'.split(
      ' ',
    ),
  ),
  en: new Set('a an the and but or nor for so yet as at by in of off on per to up via if vs'.split(' ')),
};
const WORD = /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*/gu;
const STARTS = /(?:^|[.!?:…]["”’)\]]*\s+|\n\s*)["“‘([]*$/u;

/**
 * A headline in title case: every word with a capital but the small ones of its language ("Đưa Nghị Quyết của Đảng vào
 * Cuộc Sống"). First and last words have one, and those behind a colon or a stop. Words that hold a capital already (names,
 * abbreviations) stay as they are. Any normalisation form.
 */
export function titleCase(text: string, language: Language): string {
  const words = [...text.matchAll(WORD)];
  const last = words.at(-1)?.index;
  return text.replace(WORD, (word, at: number) => {
    if (/\p{Lu}/u.test(word)) return word;
    const isSmall = SMALL[language].has(word.normalize('NFC'));
    if (isSmall && at !== last && !STARTS.test(text.slice(0, at))) return word;
    const [first = ''] = word.match(/^\P{M}\p{M}*/u) ?? [];
    return first.toLocaleUpperCase(language) + word.slice(first.length);
  });
}

import { proseWords } from '../prose.ts';
import { inCaseOf } from './suggest.ts';

/** How a house writes the vowel i where it is all of a syllable's rime: "kĩ thuật, lí do" or "kỹ thuật, lý do". Both are right. */
export type Iy = 'i' | 'y';
/** `text` in the place of [start, end) of a text, in UTF-16 units. */
export type Rewriting = { start: number; end: number; text: string };

const pairs = (list: string): Map<string, string> =>
  new Map(list.split(' ').map((pair) => pair.split('/') as [string, string]));

/** Syllables that dictionaries give both ways in nearly every word they stand in. */
const SYLLABLES = pairs('kí/ký kì/kỳ kỉ/kỷ kĩ/kỹ kị/kỵ lí/lý lị/lỵ mĩ/mỹ hỉ/hỷ tỉ/tỷ tị/tỵ');
/** Words whose syllable has one way elsewhere ("cười hì hì", "công ty", "li ti"), but both in them. */
const COMPOUNDS = pairs(
  `hi sinh/hy sinh|hi vọng/hy vọng|hi hữu/hy hữu|li dị/ly dị|li hôn/ly hôn|li khai/ly khai|li tán/ly tán|chia li/chia ly|biệt li/biệt ly`
    .replaceAll(' ', '_')
    .replaceAll('|', ' '),
);
/** Words that are written with i by everybody. */
const ALWAYS_I: ReadonlySet<string> = new Set(
  'tỉ_mỉ tỉ_tê lí_nhí lí_lắc kì_cọ kì_kèo hỉ_hả hỉ_mũi ghen_tị tị_nạnh suy_tị kí_lô kí_ninh'.split(' '),
);

/**
 * Where a Vietnamese text writes i or y otherwise than its house. Names (a capital within a sentence), addresses and words
 * that have one way only are left alone. In order, none over another; the letter case of the text is kept.
 */
export function iyRewritings(text: string, house: Iy): Rewriting[] {
  const words = proseWords(text);
  const [from, to] = house === 'y' ? ([0, 1] as const) : ([1, 0] as const);
  const syllables = new Map([...SYLLABLES].map((pair) => [pair[from], pair[to]] as const));
  const compounds = new Map([...COMPOUNDS].map((pair) => [pair[from], pair[to]] as const));
  return words.flatMap(({ from: start, to: end, word, isFirst }, at): Rewriting[] => {
    const lower = word.toLowerCase();
    if (word !== lower && !isFirst && word !== word.toUpperCase()) return [];
    const before = `${words[at - 1]?.word.toLowerCase()}_${lower}`;
    const behind = `${lower}_${words[at + 1]?.word.toLowerCase()}`;
    if (ALWAYS_I.has(before) || ALWAYS_I.has(behind)) return [];
    const other =
      syllables.get(lower) ?? compounds.get(behind)?.split('_')[0] ?? compounds.get(before)?.split('_')[1] ?? lower;
    return other === lower ? [] : [{ start, end, text: inCaseOf(word, other) }];
  });
}

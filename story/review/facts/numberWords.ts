import type { Language } from '../../model.ts';

/** Numbers in words: what a word adds, what it multiplies by, and what only joins. */
type Words = {
  adds: Readonly<Record<string, number>>;
  times: Readonly<Record<string, number>>;
  joins: ReadonlySet<string>;
};

const WORDS: Readonly<Record<Language, Words>> = {
  vi: {
    adds: {
      ...{ không: 0, một: 1, mốt: 1, hai: 2, ba: 3, bốn: 4, tư: 4, năm: 5, lăm: 5, nhăm: 5, sáu: 6, bảy: 7, bẩy: 7 },
      ...{ tám: 8, chín: 9, mười: 10 },
    },
    times: { mươi: 10, trăm: 100, nghìn: 1e3, ngàn: 1e3, vạn: 1e4, triệu: 1e6, tỷ: 1e9, tỉ: 1e9 },
    joins: new Set(['linh', 'lẻ']),
  },
  en: {
    adds: {
      ...{ one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11 },
      ...{ twelve: 12, thirteen: 13, fourteen: 14, fifteen: 15, sixteen: 16, seventeen: 17, eighteen: 18 },
      ...{ nineteen: 19, twenty: 20, thirty: 30, forty: 40, fifty: 50, sixty: 60, seventy: 70, eighty: 80, ninety: 90 },
    },
    times: { hundred: 100, thousand: 1e3, million: 1e6, billion: 1e9 },
    joins: new Set(['and']),
  },
};

/** A word alone is a number for sure only before one of these ("ba hộ"); "một" and "năm" (a year) never are. */
const COUNTED: Readonly<Record<Language, ReadonlySet<string>>> = {
  vi: new Set(
    (
      'người hộ xã huyện tỉnh thôn bản phường ngày tháng tuần giờ phút lần vụ tuổi km ha tấn tạ kg mét lít cháu em học ' +
      'chiếc con căn ngôi công nhà trường đội tổ nhóm mẫu sào đồng thành địa đối bị nạn'
    ).split(' '),
  ),
  en: new Set(),
};
const UNSURE: ReadonlySet<string> = new Set(['một', 'mốt', 'năm', 'không', 'tư', 'lăm', 'nhăm', 'one']);

const RUN = /[\p{L}\p{M}]+(?:(?:[ \u00a0]+|-)[\p{L}\p{M}]+)*/gu;

/** Numbers written in words, where it is sure that they are: offsets and the value in digits. */
export function numberWordsIn(text: string, language: Language): { from: number; to: number; value: string }[] {
  const { adds, times, joins } = WORDS[language];
  const found: { from: number; to: number; value: string }[] = [];
  for (const run of text.matchAll(RUN)) {
    const words = [...run[0].matchAll(/[\p{L}\p{M}]+/gu)].map(({ 0: word, index }) => ({
      word: word.toLowerCase(),
      from: run.index + index,
      to: run.index + index + word.length,
    }));
    for (let at = 0; at < words.length; at++) {
      if (!Object.hasOwn(adds, words[at]!.word)) continue;
      let end = at + 1;
      const isPart = (word: string) => Object.hasOwn(adds, word) || Object.hasOwn(times, word);
      while (end < words.length) {
        if (isPart(words[end]!.word)) end++;
        else if (joins.has(words[end]!.word) && words[end + 1] && isPart(words[end + 1]!.word)) end += 2;
        else break;
      }
      const part = words.slice(at, end);
      if (
        isSure(
          part.map(({ word }) => word),
          words[end]?.word,
          language,
        )
      )
        found.push({
          from: part[0]!.from,
          to: part.at(-1)!.to,
          value: `${amountOf(
            part.map(({ word }) => word),
            language,
          )}`,
        });
      at = end - 1;
    }
  }
  return found;
}

function isSure(words: readonly string[], next: string | undefined, language: Language): boolean {
  const [first = ''] = words;
  const { times } = WORDS[language];
  if (words.length === 1) {
    if (UNSURE.has(first)) return false;
    return language === 'en' || first === 'mười' || COUNTED[language].has(next ?? '');
  }
  // "ba năm" is three years, "bốn tư" no number: two words make one only where the second counts the first, or goes with ten.
  return words.some((word) => Object.hasOwn(times, word)) || first === 'mười' || language === 'en';
}

function amountOf(words: readonly string[], language: Language): number {
  const { adds, times } = WORDS[language];
  let [total, group, pending]: [number, number, number | null] = [0, 0, null];
  for (const word of words) {
    const factor = times[word];
    if (factor === undefined) pending = (pending ?? 0) + (adds[word] ?? 0);
    else if (factor < 1000) {
      group += (pending ?? 1) * factor;
      pending = null;
    } else {
      total += (group + (pending ?? 0) || 1) * factor;
      [group, pending] = [0, null];
    }
  }
  return total + group + (pending ?? 0);
}

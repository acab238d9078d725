/** A word of a text, in NFC: UTF-16 offsets as the text has it, the end exclusive. */
export type ProseWord = {
  from: number;
  to: number;
  word: string;
  /** Begins a sentence, or what is quoted. */
  isFirst: boolean;
  /** The words that hyphens tie it to, itself among them ("Pa-ki-xtan"), in NFC; '' where none does. */
  chain: string;
};

const WORD = /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}\p{N}]+)*/gu;
/** Stretches that are no prose: addresses, mail, paths, names of files and of data, @names and #tags. */
const MACHINE = new RegExp(
  [
    String.raw`(?:https?:\/\/|www\.)\S+|\S+@\S+\.\S+|[@#][\p{L}\p{N}_]+|\p{L}[\p{L}\p{N}-]*(?:\.\p{L}{2,})+`,
    String.raw`(?<![\p{L}\p{N}])\.?\/[\w.-]+(?:\/[\w.-]*)*|(?<![\p{L}\p{N}.…])\.[a-z]{2,}(?![\p{L}\p{N}])`,
    String.raw`[\p{L}\p{M}\p{N}]*_[\p{L}\p{M}\p{N}_]+`,
  ].join('|'),
  'gu',
);
const CHAIN = /[\p{L}\p{M}\p{N}]+(?:-[\p{L}\p{M}\p{N}]+)+/gu;
const SENTENCE_START = /(?:^|[.!?…:;\n]|["“‘([–—-])\s*["“‘([]*$/u;

/** The words that a person wrote as prose, in order: none of an address, a file's name, an @name. */
export function proseWords(text: string): ProseWord[] {
  const machine = [...text.matchAll(MACHINE)].map((match) => [match.index, match.index + match[0].length] as const);
  const chains = [...text.matchAll(CHAIN)];
  return [...text.matchAll(WORD)]
    .filter(({ index }) => !machine.some(([from, to]) => index >= from && index < to))
    .map(({ 0: written, index }) => ({
      from: index,
      to: index + written.length,
      word: written.normalize('NFC'),
      isFirst: SENTENCE_START.test(text.slice(Math.max(0, index - 8), index)),
      chain: chains.find((one) => index >= one.index && index < one.index + one[0].length)?.[0].normalize('NFC') ?? '',
    }));
}

/** Words with a capital within a sentence: names, at the start of another one too. */
export const namesIn = (words: readonly ProseWord[]): Set<string> =>
  new Set(words.filter(({ word, isFirst }) => !isFirst && /^\p{Lu}/u.test(word)).map(({ word }) => word));

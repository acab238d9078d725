// The words that Tesseract's reader of Vietnamese expects, gathered from the web by its makers (Debian: tesseract-ocr-vie).

const UNICHARSET = 21;
const WORDS = 19;
const END_OF_WORD = 4n;
const LAST_OF_NODE = 1n;

/**
 * The word list in a `.traineddata` file (Tesseract 4 and 5, little-endian): a table of parts, of which one names the letters and
 * one is a graph of words, an edge being letter, three flags and the next node in 64 bits.
 */
export function wordsIn(trained: Uint8Array): string[] {
  const view = new DataView(trained.buffer, trained.byteOffset, trained.byteLength);
  const starts = Array.from({ length: view.getInt32(0, true) }, (_, part) =>
    Number(view.getBigInt64(4 + part * 8, true)),
  );
  const end = (part: number): number =>
    Math.min(trained.byteLength, ...starts.filter((start) => start > (starts[part] as number)));
  const letters = new TextDecoder()
    .decode(trained.subarray(starts[UNICHARSET], end(UNICHARSET)))
    .split('\n')
    .slice(1)
    .map((line) => line.slice(0, line.indexOf(' ')));
  const from = starts[WORDS] as number;
  const bits = BigInt(Math.ceil(Math.log2(view.getInt32(from + 2, true) + 1)));
  const letterMask = (1n << bits) - 1n;
  const words: string[] = [];
  const walk = (node: number, start: string): void => {
    for (let at = node; ; at++) {
      const edge = view.getBigUint64(from + 10 + at * 8, true);
      const flags = (edge >> bits) & 7n;
      const word = start + letters[Number(edge & letterMask)];
      const next = Number(edge >> (bits + 3n));
      if (flags & END_OF_WORD) words.push(word);
      if (next !== 0) walk(next, word);
      if (flags & LAST_OF_NODE) return;
    }
  };
  walk(0, '');
  return words;
}

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { finder, wordsIn } from '../../../main/store/find/words.ts';
import { findTerm } from '../../../story/search/match.ts';
import { parseQuery } from '../../../story/text/query.ts';

// Few words that differ in little: marks, case, đ and eth, either place of a tone, decomposed, and other scripts.
const word = fc.constantFrom(
  ...'Đảng đảng dang đang bộ bo Bộ bô hòa hoà hoa hoá Ðắk Đắk dak nhà nhanh nh n 3.700 3'.split(' '),
  ...['đảng', 'Đắk', 'hòa'].map((text) => text.normalize('NFD')),
  ...['Ελλάδα', 'ελλαδα', '日本', 'İx', '𝒳y', '|'],
);
const gap = fc.constantFrom(' ', ' ', ', ', '. ', '\n', '-', ' “', '_');
const text = fc.array(fc.tuple(word, gap), { maxLength: 6 }).map((parts) => parts.flat().join(''));
const query = fc
  .tuple(fc.array(word, { minLength: 1, maxLength: 3 }), fc.boolean(), fc.nat(3), fc.constantFrom('', ' ', '*'))
  .map(([words, isPhrase, cut, end]) =>
    isPhrase ? `"${words.join(' ')}${end === '*' ? '*' : '"'}` : `${(words[0] as string).slice(0, cut || 9)}${end}`,
  );

test('a photo is found by a term exactly where reading each of its texts finds it', () => {
  fc.assert(
    fc.property(fc.array(text, { maxLength: 4 }), query, (texts, asked) => {
      const words = wordsIn(texts);
      for (const term of parseQuery(asked).terms) {
        const read = texts.some((one) => findTerm(term, one.normalize('NFC'), 1).length > 0);
        expect({ asked, found: finder(term)(words) }).toEqual({ asked, found: read });
      }
    }),
    { numRuns: 3_000 },
  );
});

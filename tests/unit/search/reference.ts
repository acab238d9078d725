// The search as its description says it, the slow way: every word of every story looked at. Nothing of it is shared with
// the search that it judges but the reading of the query and the two ways of writing a word.
import type { Hit, LibraryRow } from '../../../preload/contract.ts';
import type { Story } from '../../../story/model.ts';
import { fold } from '../../../story/text/fold.ts';
import { exactWord, parseQuery, type QueryTerm, type QueryWord } from '../../../story/text/query.ts';
import { blockTexts } from '../blockTexts.ts';

export type Shelved = { story: Story; notes: string; row: LibraryRow };

/** The texts of a story by the field they can be asked for in; each is searched by itself. */
function textsOf({ story, notes }: Shelved): [field: string, text: string][] {
  const { headline, byline, tags, kicker, standfirst, place, date, section, slug, sources, editorNote } = story.fields;
  const { correction } = story.fields;
  const { headlineWeb, headlineShort, headlineSeo, headlineSocial } = story.fields;
  return [
    ...[headline, headlineWeb, headlineShort, headlineSeo, headlineSocial].map((text): [string, string] => [
      'headline',
      text,
    ]),
    ['byline', byline],
    ...tags.split(/[,;\n]/).map((tag): [string, string] => ['tag', tag]),
    ...[kicker, standfirst, place, date, section, slug, correction, sources, editorNote, notes].map(
      (text): [string, string] => ['', text],
    ),
    ...story.body.flatMap((block) => blockTexts(block).map((text): [string, string] => ['', text])),
  ];
}

const wordsIn = (text: string): string[] => text.normalize('NFC').match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

const toneInFront = (word: string): string =>
  word
    .normalize('NFD')
    .replace(
      /(o)([ae])([\u0300\u0301\u0303\u0309\u0323])(?![\u0300-\u036f])|(u)(y)([\u0300\u0301\u0303\u0309\u0323])/g,
      (_, o, a, t, u, y, s) => (o ? `${o}${t}${a}` : `${u}${s}${y}`),
    )
    .normalize('NFC');

function isThere(asked: QueryWord, word: string, mayGoOn: boolean): boolean {
  const [wanted, written] = asked.exact === null ? [asked.folded, fold(word)] : [asked.exact, exactWord(word)];
  if (!mayGoOn) return written === wanted;
  // Typed up to its tone, hòa is hò: so the word may also be written with the tone on the first vowel.
  return written.startsWith(wanted) || (asked.exact !== null && toneInFront(written).startsWith(wanted));
}

const holds = ({ words, prefix }: QueryTerm, text: string): boolean => {
  const there = wordsIn(text);
  return there.some((_, at) =>
    words.every((word, index) => {
      const written = there[at + index];
      return written !== undefined && isThere(word, written, prefix && index === words.length - 1);
    }),
  );
};

/** The ids of what a query finds. */
export function reference(shelved: readonly Shelved[], text: string): string[] {
  const { terms, statuses } = parseQuery(text);
  return shelved
    .filter(({ row }) => statuses.length === 0 || statuses.includes(row.status))
    .filter((one) =>
      terms.every((term) =>
        textsOf(one).some(([field, passage]) => (!term.field || term.field === field) && holds(term, passage)),
      ),
    )
    .map(({ row }) => row.id)
    .sort();
}

/** What is wrong with a hit of a query in a story; '' if nothing is. */
export function faultOf(hit: Hit | null, { story, notes, row }: Shelved, text: string): string {
  const { terms } = parseQuery(text);
  if (!hit) return terms.length === 0 ? '' : 'no hit';
  if (hit.text !== hit.text.normalize('NFC')) return 'not in NFC';
  if (hit.marks.length === 0) return 'no marks';
  const shown = hit.text.replace(/^…|…$/g, '');
  const whole = textsOf({ story, notes, row }).map(([, passage]) => passage.normalize('NFC').replace(/\s/g, ' '));
  if (!whole.some((passage) => passage.includes(shown))) return `not of the story: ${shown}`;
  let end = 0;
  for (const [from, to] of hit.marks) {
    if (from < end || to <= from || to > hit.text.length) return `marks out of order: ${JSON.stringify(hit.marks)}`;
    end = to;
    const marked = hit.text.slice(from, to);
    // What is marked begins and ends with a word, and there is a term that finds it.
    const around = hit.text.slice(Math.max(0, from - 1), to + 1).replace(marked, '');
    if (/[\p{L}\p{M}\p{N}]/u.test(around)) return `a part of a word is marked: ${marked}`;
    if (!terms.some((term) => holds(term, marked))) return `marked for no reason: ${marked}`;
  }
  return '';
}

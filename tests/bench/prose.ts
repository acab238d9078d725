// MADE TEXT: news stories put together by chance from a hand-made vocabulary, for tests and figures. They read like
// Vietnamese news and mean nothing; no person, event or figure in them is real. The same seed makes the same stories.
import { emptyFields, emptyStory, type Figure, type Paragraph, type Story } from '../../story/model.ts';
import { mulberry } from '../crash/random.ts';
import * as words from './vocabulary.ts';

export type Random = () => number;
/** Stands in every made story's closing mark. */
export const LABEL = './. (Văn bản dựng để thử)';

/** The first story is this old; each later one is half an hour younger. */
const FIRST = Date.parse('2020-01-01T00:00:00.000Z');
const STEP_MS = 30 * 60_000;
const SHORTEST = 100;
const LONGEST = 2000;
const MEDIAN = 450;

/** One of a list by Zipf's law: the k-th has a weight of 1/k. Inverse of the integral of 1/x, as near as it needs to be. */
export const zipf = <T>(random: Random, list: readonly T[]): T =>
  list[Math.min(list.length, Math.floor((list.length + 1) ** random())) - 1] as T;

const evenly = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
const whole = (random: Random, from: number, to: number): number => from + Math.floor(random() * (to - from + 1));
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Numbers as newsrooms write them: 3.700 and 57,54. Small ones are the most frequent. */
function number(random: Random, unit: string): string {
  if (unit === '%') return `${whole(random, 1, 99)},${whole(random, 1, 99)}%`;
  const value = Math.ceil(10 ** (random() * 4));
  const written = value >= 1000 ? `${Math.floor(value / 1000)}.${String(value % 1000).padStart(3, '0')}` : `${value}`;
  return `${written}${random() < 0.15 && value < 100 ? `,${whole(random, 1, 9)}` : ''} ${unit}`;
}

const date = (random: Random): string => `${whole(random, 1, 28)}/${whole(random, 1, 12)}/${whole(random, 2018, 2025)}`;
const person = (random: Random): string =>
  [zipf(random, words.FAMILIES), evenly(random, words.MIDDLES), evenly(random, words.GIVEN)].join(' ');
const commune = (random: Random): string => `${evenly(random, words.PLACE_HEADS)} ${evenly(random, words.PLACE_TAILS)}`;
const paper = (random: Random): string => `số ${whole(random, 1, 3000)}/QĐ-UBND`;

function clause(random: Random, register: words.Register): string {
  const parts = [zipf(random, register.subjects)];
  if (random() < 0.3) parts.push(`xã ${commune(random)}`);
  if (random() < 0.7) parts.push(zipf(random, words.MODES));
  parts.push(zipf(random, register.verbs), zipf(random, register.objects));
  if (random() < 0.5) parts.push(zipf(random, words.QUALIFIERS));
  if (random() < 0.5) parts.push(zipf(random, register.details));
  if (random() < 0.3) parts.push(`với ${number(random, zipf(random, register.units))}`);
  return parts.join(' ');
}

/** One sentence, with its full stop. */
export function sentence(random: Random, register: words.Register): string {
  const kind = random();
  if (kind < 0.12)
    return `Ông ${person(random)}, ${zipf(random, words.ROLES)} ${commune(random)} cho biết: “${capital(clause(random, register))}”.`;
  if (kind < 0.2) return `Ngày ${date(random)}, ${clause(random, register)}.`;
  if (kind < 0.24) return `Theo Quyết định ${paper(random)}, ${clause(random, register)}.`;
  const opening = random() < 0.35 ? `${capital(zipf(random, words.OPENINGS))}, ` : '';
  const end = random() < 0.45 ? `, ${zipf(random, words.LINKS)} ${clause(random, register)}` : '';
  const text = clause(random, register);
  return `${opening}${opening ? text : capital(text)}${end}.`;
}

/** A paragraph's text: 2 to 5 sentences. Now and then one of them comes from another register. */
export const paragraphText = (random: Random, register: words.Register): string =>
  Array.from({ length: whole(random, 2, 5) }, () =>
    sentence(random, random() < 0.1 ? evenly(random, words.REGISTERS) : register),
  ).join(' ');

const hex = (random: Random, digits: number): string =>
  Array.from({ length: digits }, () => Math.floor(random() * 16).toString(16)).join('');

/** A UUIDv7 of an instant (RFC 9562), its random bits from the seed. */
export function madeId(random: Random, ms: number): string {
  const time = ms.toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(random, 3)}-${evenly(random, ['8', '9', 'a', 'b'])}${hex(random, 3)}-${hex(random, 12)}`;
}

const count = (text: string): number => text.split(/\s+/).length;

function figure(random: Random, register: words.Register, ms: number): Figure {
  return {
    id: madeId(random, ms),
    type: 'figure',
    photo: hex(random, 64), // of no photo there is
    width: 1600,
    height: 1067,
    caption: `${capital(clause(random, register))}.`,
    credit: `Ảnh: ${person(random)}`,
    copyright: '',
    alt: capital(zipf(random, register.objects)),
    unchecked: [],
  };
}

/** Story number `index` of a seed: 100 to 2,000 words, about 450 in the middle. */
export function makeStory(seed: number, index: number): Story {
  const random = mulberry(Math.imul(seed + 1, 0x9e3779b1) ^ index);
  const ms = FIRST + index * STEP_MS;
  const register = evenly(random, words.REGISTERS);
  const spread = (random() + random() + random() - 1.5) / 1.5; // -1 to 1, mostly about 0
  const length = Math.min(LONGEST, Math.max(SHORTEST, MEDIAN * 5 ** spread));
  const body: Story['body'] = [];
  for (let written = 0; written < length - 40; ) {
    const text = paragraphText(random, register);
    written += count(text);
    const block: Paragraph = { id: madeId(random, ms), type: 'paragraph', runs: [{ text }] };
    body.push(block);
    if (random() < 0.15) body.push(figure(random, register, ms));
  }
  return {
    ...emptyStory('vi', new Date(ms).toISOString()),
    id: madeId(random, ms),
    status: evenly(random, ['draft', 'inReview', 'approved'] as const),
    fields: {
      ...emptyFields(),
      kicker: register.kicker,
      headline: `${random() < 0.4 ? `${evenly(random, words.PLACES)}: ` : ''}${capital(
        [zipf(random, register.subjects), zipf(random, register.verbs), evenly(random, register.objects)].join(' '),
      )}`,
      standfirst: sentence(random, register),
      place: evenly(random, words.PLACES),
      date: date(random),
      byline: person(random),
      closingMark: LABEL,
      section: register.kicker,
      tags: [
        ...new Set([register.kicker.toLowerCase(), evenly(random, words.PLACES), zipf(random, register.subjects)]),
      ].join(', '),
    },
    body,
  };
}

/** Stories 0 to `n` - 1 of a seed, one by one, the oldest first. */
export function* makeStories(seed: number, n: number): Generator<Story> {
  for (let index = 0; index < n; index++) yield makeStory(seed, index);
}

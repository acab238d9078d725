import { BYLINE_ROLES, creditNames, parseByline } from '../text/byline.ts';
import { fold } from '../text/fold.ts';
import { compareTexts } from '../text/order.ts';
import type { About } from './about.ts';

/** In the order of BYLINE_ROLES, and what the report makes of them. */
const KINDS = ['text', 'photos', 'both', 'graphics', 'video', 'translation', 'compiled', 'editing'] as const;
/** Who wrote and took the photos counts as both, on two lines. */
export const FEE_ROLES = ['text', 'photos', 'graphics', 'video', 'translation', 'compiled', 'editing'] as const;
export type FeeRole = (typeof FEE_ROLES)[number];
const WRITERS: readonly string[] = ['text', 'translation', 'compiled'] satisfies FeeRole[];

/** One person in one role. */
export type Fee = {
  /** '' for words without a byline, and photos that nobody is credited with. */
  name: string;
  /** The house's code for the person, where a byline gives one. */
  code: string;
  /** One of FEE_ROLES, or as the byline has it. */
  role: string;
  stories: number;
  /** Words of those stories, whole. */
  words: number;
  /** The same, of a story with several writers an equal part each: all shares add up to the words of all stories. */
  share: number;
  photos: number;
};
type Work = Pick<About, 'byline' | 'words' | 'credits'>;
/** Known by the name, however it is capitalised; written as it came first, with the last code that came. */
type Person = { name: string; code: string };

/**
 * What fees are paid by, of stories that count once each. Words go to whoever wrote, translated or compiled; a photo to
 * everyone its credit line names, without one to the only photographer of the byline, if there is one.
 */
export function feesOf(stories: readonly Work[]): Fee[] {
  const people = new Map<string, Person>();
  const counts = new Map<string, Counts>();
  for (const story of stories) addStory(people, counts, story);
  return [...counts.values()]
    .map(({ person, ...rest }) => ({ ...person, ...rest }))
    .sort((a, b) => compareTexts(a.name, b.name) || placeOf(a.role) - placeOf(b.role) || compareTexts(a.role, b.role));
}

type Counts = Omit<Fee, 'name' | 'code'> & { person: Person };

function addStory(people: Map<string, Person>, counts: Map<string, Counts>, { byline, words, credits }: Work): void {
  const known = (name: string, code = ''): Person => {
    const key = name.toLowerCase();
    const person = people.get(key) ?? { name, code };
    people.set(key, person);
    if (code !== '') person.code = code;
    return person;
  };
  /** The lines that have counted this story. */
  const counted = new Set<Counts>();
  const line = (person: Person, role: string): Counts => {
    const key = JSON.stringify([person.name, fold(role)]);
    const found = counts.get(key) ?? { person, role, stories: 0, words: 0, share: 0, photos: 0 };
    counts.set(key, found);
    if (!counted.has(found)) found.stories++;
    counted.add(found);
    return found;
  };
  // A code stands behind one name; behind several it would be a guess.
  const named = (text: string) =>
    parseByline(text).flatMap((credit) => {
      const names = creditNames(credit).map(oneSpace);
      const code = names.length === 1 ? oneSpace(credit.code) : '';
      return names.map((name) => ({ person: known(name, code), roles: rolesOf(credit.role) }));
    });
  const writers = new Set<Counts>();
  const photographers = new Set<Person>();
  for (const { person, roles } of named(byline))
    for (const role of roles) {
      const its = line(person, role);
      if (WRITERS.includes(role)) writers.add(its);
      if (role === 'photos') photographers.add(person);
    }
  if (writers.size === 0) writers.add(line(known(''), 'text'));
  [...writers].forEach((its, index) => {
    its.words += words;
    // The rest of the division goes to the first names, word by word.
    its.share += Math.floor(words / writers.size) + (index < words % writers.size ? 1 : 0);
  });
  const [only = known('')] = photographers.size === 1 ? photographers : [];
  for (const credit of credits) {
    const takers = new Set(named(credit).map(({ person }) => person));
    for (const person of takers.size > 0 ? takers : [only]) line(person, 'photos').photos++;
  }
}

const oneSpace = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();

/** A byline without a role names who wrote. */
function rolesOf(role: string): string[] {
  if (role === '') return ['text'];
  const folded = fold(oneSpace(role));
  const at = Object.values(BYLINE_ROLES)
    .map((roles) => roles.findIndex((one) => fold(one) === folded))
    .find((index) => index >= 0);
  const kind = at === undefined ? undefined : KINDS[at];
  return kind === 'both' ? ['text', 'photos'] : [kind ?? oneSpace(role)];
}

const placeOf = (role: string): number => {
  const at = (FEE_ROLES as readonly string[]).indexOf(role);
  return at < 0 ? FEE_ROLES.length : at;
};

import { nameRuns, speltName } from '../../text/names.ts';
import type { Fact } from './fact.ts';

const ABBREVIATION = /(?<![\p{L}\p{M}\p{N}])\p{Lu}{2,}(?![\p{L}\p{M}\p{N}])/gu;
/** Heads of institutions' names, whose parts have a large letter only at the beginning: "Sở Nông nghiệp và Môi trường". */
const HEADS = 'Sở|Bộ|Ban|Cục|Chi cục|Tổng cục|Ủy ban|Uỷ ban|Phòng|Viện|Hội|Tòa|Toà|Trường|Trung tâm|Bệnh viện|Đài|Báo';
const PART = String.raw`\p{Lu}[\p{Ll}\p{M}]*(?: (?!và |tỉnh |huyện |xã |của |đã |sẽ |cho |với |tại |về |là |vừa |cũng )\p{Ll}[\p{Ll}\p{M}]*)?`;
const INSTITUTION = new RegExp(String.raw`(?<![\p{L}\p{M}\p{N}])(?:${HEADS}) ${PART}(?:(?: và|,)? ${PART})*`, 'gu');

/** `first`: it begins a sentence, so that its first word may be no part of it. */
export type NameFact = Fact & { first: boolean };

/** Names of people, places and institutions in a text in NFC, and abbreviations. A word alone at a sentence's start is none. */
export function namesOf(text: string): NameFact[] {
  const found: NameFact[] = [];
  const free = (from: number, to: number) => found.every((fact) => to <= fact.from || from >= fact.to);
  const put = (from: number, to: number, first: boolean) => {
    if (free(from, to)) found.push({ kind: 'name', from, to, key: speltName(text.slice(from, to)), first });
  };
  for (const { 0: words, index } of text.matchAll(INSTITUTION)) put(index, index + words.length, false);
  let next = 0;
  for (const { words, atStart } of nameRuns(text)) {
    const name = words.join(' ');
    const from = text.replaceAll('\u00a0', ' ').indexOf(name, next);
    if (from < 0) continue;
    next = from + name.length;
    if (name.length > 1 && (words.length > 1 || !atStart)) put(from, next, atStart);
  }
  for (const { 0: word, index } of text.matchAll(ABBREVIATION)) put(index, index + word.length, false);
  return found.sort((a, b) => a.from - b.from);
}

/** The name without its first word, where that only begins a sentence: "Tuyến Hà Nội" where "Hà Nội" is known. */
export function ownName(fact: NameFact, text: string, known: ReadonlySet<string>): NameFact {
  if (!fact.first || known.has(fact.key)) return fact;
  const from = text.indexOf(' ', fact.from) + 1;
  const key = speltName(text.slice(from, fact.to));
  return from > 0 && from < fact.to && known.has(key) ? { ...fact, from, key, first: false } : fact;
}

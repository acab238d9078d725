import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from '../../../story/model.ts';
import { compareFacts, type FactChange } from '../../../story/review/facts/compare.ts';
import { CANAL, DROUGHT, LAKE, NOODLES } from '../compare/kit.ts';
import { acts, edited, start } from '../review/edits.ts';
import { figure, idOf, para, story } from '../review/kit.ts';

const line = ({ kind, before, after }: FactChange): string => `${kind}: ${before ?? '–'} → ${after ?? '–'}`;
const ofTexts = (before: string[], after: string[]): string[] => {
  const of = (texts: string[]) => story(texts.map((text, index) => para(index + 1, text)));
  return compareFacts(of(before), of(after)).map(line);
};

describe('facts that changed', () => {
  it('are listed by kind, before and after', () => {
    expect(
      ofTexts(
        ['Sáng 14/6, ông Nông Văn Chí ở Pác Ngòi nói: “Có 12 hộ thiếu nước”.', 'Hồ còn 57,54% dung tích.'],
        ['Sáng 15/6, ông Nông Văn Chỉ ở Pác Ngòi nói: “Có 14 hộ thiếu nước”.', 'Hồ còn 54,54% dung tích.'],
      ),
    ).toEqual([
      'number: 12 → 14',
      'number: 57,54% → 54,54%',
      'date: 14/6 → 15/6',
      'name: Nông Văn Chí → Nông Văn Chỉ',
      'quote: “Có 12 hộ thiếu nước” → “Có 14 hộ thiếu nước”',
    ]);
  });
  it('are listed when they came or went, with the place where they are or were', () => {
    const changes = compareFacts(
      story([para(1, DROUGHT), para(2, 'Nhà máy góp 5 tỷ đồng.')]),
      story([para(1, DROUGHT), para(3, CANAL)]),
    );
    expect(changes).toEqual([
      { kind: 'number', before: '5 tỷ đồng', after: null, anchor: { block: idOf(1) } },
      { kind: 'number', before: null, after: '120', anchor: { block: idOf(3) } },
      { kind: 'number', before: null, after: '1,5 km', anchor: { block: idOf(3) } },
      { kind: 'name', before: null, after: 'Nà Pài', anchor: { block: idOf(3) } },
    ]);
  });
  it('in fields and captions have their place', () => {
    const before = story([figure(1, { caption: 'Bà Hà Thị Lan tưới ngô' })]);
    const after = story([figure(1, { caption: 'Bà Hà Thị Loan tưới ngô' })]);
    expect(
      compareFacts(
        { ...before, fields: { ...before.fields, headline: 'Hạn ở 3 xã' } },
        { ...after, fields: { ...before.fields, headline: 'Hạn ở 5 xã' } },
      ),
    ).toEqual([
      { kind: 'number', before: '3', after: '5', anchor: { field: 'headline' } },
      { kind: 'name', before: 'Hà Thị Lan', after: 'Hà Thị Loan', anchor: { block: idOf(1), part: 'caption' } },
    ]);
  });
  it('that two sentences exchanged are', () => {
    expect(ofTexts(['Xã A có 12 hộ, xã B có 14 hộ.'], ['Xã A có 14 hộ, xã B có 12 hộ.'])).toEqual([
      'number: 12 → 14',
      'number: 14 → 12',
    ]);
  });
  it('are none where a paragraph, or a sentence, only moved', () => {
    expect(ofTexts([DROUGHT, LAKE, CANAL], [CANAL, DROUGHT, LAKE])).toEqual([]);
    expect(ofTexts([`${LAKE} ${CANAL}`, DROUGHT], [LAKE, `${DROUGHT} ${CANAL}`])).toEqual([]);
  });
  it('are none where only the writing or the look is another', () => {
    const bold: Block = { id: idOf(1), type: 'paragraph', runs: [{ text: LAKE, bold: true }] };
    expect(compareFacts(story([para(1, LAKE)]), story([bold]))).toEqual([]);
    expect(ofTexts([LAKE], [LAKE.normalize('NFD')])).toEqual([]);
    expect(
      ofTexts(
        ['Ngày 14/6, ở Hoà Bình có 25 hộ nói "mừng".'],
        ['Ngày 14 tháng 6, ở Hòa Bình có hai mươi lăm hộ nói “mừng”.'],
      ),
    ).toEqual([]);
  });
  it('are none where a known name is said once more', () => {
    expect(
      ofTexts(['Bà Nguyễn Thị Thu Hà trồng lúa.'], ['Bà Nguyễn Thị Thu Hà trồng lúa. Theo chị Thu Hà, lúa tốt.']),
    ).toEqual([]);
  });
});

const shuffled = <T>(list: T[]) => fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length });
const TEXTS = [DROUGHT, LAKE, CANAL, NOODLES];
const digitsOf = (text: string): { index: number; digit: string }[] =>
  [...text.matchAll(/\d/g)].map(({ 0: digit, index }) => ({ index, digit }));

describe('any two versions', () => {
  it('that are equal list nothing', () => {
    fc.assert(
      fc.property(acts, (list) => {
        const one = edited(start, list, 'o');
        expect(compareFacts(one, structuredClone(one))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('of which one has its paragraphs in another order list nothing', () => {
    fc.assert(
      fc.property(shuffled(TEXTS), shuffled(TEXTS), (before, after) => {
        expect(ofTexts(before, after)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('that differ in digits list every one of them', () => {
    const change = fc.record({ text: fc.nat(3), at: fc.nat(1000), by: fc.integer({ min: 1, max: 9 }) });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), shuffled([0, 1, 2, 3]), (changes, order) => {
        const after = [...TEXTS];
        const changed = new Set<string>();
        for (const { text, at, by } of changes) {
          const all = digitsOf(TEXTS[text]!);
          const { index, digit } = all[at % all.length]!;
          if (changed.has(`${text} ${index}`)) continue;
          changed.add(`${text} ${index}`);
          const now = `${(Number(digit) + by) % 10}`;
          after[text] = after[text]!.slice(0, index) + now + after[text]!.slice(index + 1);
        }
        const facts = compareFacts(
          story(TEXTS.map((text, index) => para(index + 1, text))),
          story(order.map((index) => para(index + 1, after[index]!))),
        );
        // Each number or date that has a changed digit is listed as it was, or as it is.
        const listed = facts.flatMap(({ before, after: now }) => [before ?? '', now ?? '']);
        for (const one of changed) {
          const [text, index] = one.split(' ').map(Number) as [number, number];
          const holds = (words: string) => listed.some((fact) => fact !== '' && touches(words, fact, index));
          expect(holds(TEXTS[text]!) || holds(after[text]!), `${one}: ${JSON.stringify(facts)}`).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });
});

/** Whether a fact stands over a place of a text. */
const touches = (text: string, fact: string, at: number): boolean => {
  for (let from = text.indexOf(fact); from >= 0; from = text.indexOf(fact, from + 1))
    if (from <= at && at < from + fact.length) return true;
  return false;
};

// One side changes a paragraph's shape while the other types in it; either may suggest, and one may decide meanwhile.
import { describe, expect, test } from 'vitest';
import { type Block, isTextBlock, type Paragraph, type Story, storySchema } from '../../../../story/model.ts';
import { track } from '../../../../story/review/suggest/track.ts';
import { asItWas, asProposed, decide, openSuggestions } from '../../../../story/review/suggest/views.ts';
import { AT, conflictsOf, counter, everything, figure, idOf, merge, para, story, words } from '../kit.ts';

const P = 'Chiều qua, bà con bản Pác Ngòi đi lại qua cây cầu treo.';
const Q = 'Học sinh không phải lội suối nữa, xe máy chạy thẳng.';
const base = story([para(1, 'Mở đầu.'), para(2, P), para(3, Q), figure(4), para(5, 'Kết thúc.')]);
const newId = counter(0x4000);

const edit = (body: readonly Block[], n: number, change: (block: Paragraph) => Block[]): Block[] =>
  body.flatMap((block) => (block.id === idOf(n) ? change(block as Paragraph) : [block]));
const SHAPES: Record<string, (body: readonly Block[]) => Block[]> = {
  join: (body) =>
    edit(
      edit(body, 3, () => []),
      2,
      () => [para(2, `${P} ${Q}`)],
    ),
  split: (body) => edit(body, 2, () => [para(2, P.slice(0, 31)), para(0x20, P.slice(31))]),
  move: (body) => [...body.filter(({ id }) => id !== idOf(2)), ...body.filter(({ id }) => id === idOf(2))],
  retype: (body) => edit(body, 2, (block) => [{ ...block, type: 'heading', level: 2 } as Block]),
  format: (body) => edit(body, 2, () => [para(2, { text: P, bold: true })]),
  delete: (body) => edit(body, 2, () => []),
};
const TYPINGS: Record<string, (body: readonly Block[]) => Block[]> = {
  'in the middle': (body) => edit(body, 2, () => [para(2, P.replace('cây cầu', 'cây cầu bêtông'))]),
  'at its beginning': (body) => edit(body, 2, () => [para(2, `Vui quá: ${P}`)]),
  'at its end': (body) => edit(body, 2, () => [para(2, `${P} Mừng lắm.`)]),
};
const MODES = ['edit', 'suggest'] as const;
const done = (mode: (typeof MODES)[number], who: string, change: (body: readonly Block[]) => Block[]): Story => {
  const after = change(base.body);
  if (mode === 'edit') return { ...base, body: after };
  const author = { fingerprint: who, name: who, at: AT, newId };
  const { body, suggestions } = track(base.body, after, base.suggestions, author);
  return { ...base, body, suggestions };
};
const isThere = (wanted: readonly string[], of: Story) => {
  const there = new Set(words(everything(of)));
  return wanted.filter((word) => !there.has(word));
};

describe.each(MODES)('one side in mode %s', (shapeMode) => {
  describe.each(Object.entries(SHAPES))('makes a %s', (name, shape) => {
    describe.each(MODES)('while the other in mode %s', (typeMode) => {
      test.each(Object.entries(TYPINGS))('types %s', (_, type) => {
        const [shaped, typed] = [done(shapeMode, 'lan', shape), done(typeMode, 'minh', type)];
        const old = words(everything(base));
        const fresh = words(everything({ ...base, body: type(base.body) })).filter((word) => !old.includes(word));
        for (const { story: merged } of [merge(base, shaped, typed), merge(base, typed, shaped)]) {
          expect(storySchema.safeParse(merged).error).toBeUndefined();
          // What is typed is there, and so is what stood there, unless it was taken out by hand.
          const isTakenOut = name === 'delete' && shapeMode === 'edit';
          expect(isThere(isTakenOut ? fresh : [...old, ...fresh], merged)).toEqual([]);
          expect(isThere(fresh, asProposed(merged))).toEqual([]);
          if (!isTakenOut) expect(isThere(old, asItWas(merged))).toEqual([]);
          // Nothing that is only suggested is published.
          const published = new Set(words(everything({ ...asItWas(merged), threads: {} })));
          if (typeMode === 'suggest') expect(fresh.filter((word) => published.has(word))).toEqual([]);
          else expect(fresh.filter((word) => !published.has(word))).toEqual([]);
        }
      });
    });
  });
});

describe.each(Object.entries(SHAPES))('one side decides a suggested %s', (name, shape) => {
  const suggested = done('suggest', 'lan', shape);
  test.each([true, false])('(accepted: %s) while the other types beside and in it', (accepted) => {
    const ids = openSuggestions(suggested).map(({ id }) => id);
    const decided = decide(suggested, ids, accepted, { fingerprint: 'chi', name: 'chi' }, '2026-10-02T02:00:00.000Z');
    const typed: Story = {
      ...suggested,
      body: suggested.body.map((block) =>
        isTextBlock(block) && block.runs.length > 0
          ? {
              ...block,
              runs: [
                { ...block.runs[0]!, text: `${block.runs[0]!.text}` },
                ...block.runs.slice(1),
                { text: ` thêm${block.id.slice(-2)}` },
              ],
            }
          : block,
      ),
    };
    const fresh = words(everything(typed)).filter((word) => word.startsWith('thêm'));
    for (const { story: merged } of [merge(suggested, decided, typed), merge(suggested, typed, decided)]) {
      expect(storySchema.safeParse(merged).error).toBeUndefined();
      expect(isThere(fresh, merged)).toEqual([]);
      // A paragraph that went for good on one side, with words that side never saw: it stays, and both are asked.
      const isAsked = name === 'delete' && accepted;
      expect(openSuggestions(merged).length).toBe(isAsked ? 1 : 0);
      expect(conflictsOf(merged).length).toBe(isAsked ? 1 : 0);
    }
  });
});

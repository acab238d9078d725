import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { $editBlock, type Edit } from '../../../renderer/editor/find/pieces.ts';
import { newId } from '../../../story/ids.ts';
import { isTextBlock, plainText, type Run } from '../../../story/model.ts';
import type { TextBlockNode } from '../../../story/schema/blocks.ts';
import { editorWith, paragraph } from '../schema/editing.ts';

const [ONE, TWO] = [newId(), newId()].sort() as [string, string];

function edited(runs: Run[], edits: Edit[]): Run[] {
  const { editor, errors, blocks, $at } = editorWith(paragraph(...runs));
  editor.update(() => $editBlock($at(0) as TextBlockNode, edits), { discrete: true });
  expect(errors).toEqual([]);
  const [block] = blocks();
  return block && isTextBlock(block) ? block.runs : [];
}

describe('what is replaced', () => {
  test('across formats and a link takes the first character’s', () => {
    const runs = [
      { text: 'ở ' },
      { text: 'Bắc', bold: true as const },
      { text: ' Kạn', link: 'https://baobackan.vn/' },
    ];
    expect(edited(runs, [{ start: 2, end: 9, text: 'Thái Nguyên' }])).toEqual([
      { text: 'ở ' },
      { text: 'Thái Nguyên', bold: true },
    ]);
    expect(edited(runs, [{ start: 5, end: 8, text: '-' }])).toEqual([
      { text: 'ở ' },
      { text: 'Bắc', bold: true },
      { text: '-n', link: 'https://baobackan.vn/' },
    ]);
  });

  test('belongs to every thread that its words belonged to', () => {
    const runs = [
      { text: 'ab', threads: [ONE] },
      { text: 'cd', threads: [TWO] },
    ];
    expect(edited(runs, [{ start: 1, end: 4, text: 'x' }])).toEqual([
      { text: 'a', threads: [ONE] },
      { text: 'x', threads: [ONE, TWO] },
    ]);
  });

  test('may take lines away, and bring new ones', () => {
    expect(edited([{ text: 'một\nhai' }], [{ start: 3, end: 4, text: ' ' }])).toEqual([{ text: 'một hai' }]);
    expect(
      edited(
        [{ text: 'một hai ba', italic: true }],
        [
          { start: 3, end: 4, text: '\n' },
          { start: 7, end: 8, text: '\n\n' },
        ],
      ),
    ).toEqual([{ text: 'một\nhai\n\nba', italic: true }]);
    expect(edited([{ text: 'một' }], [{ start: 0, end: 3, text: '' }])).toEqual([]);
  });

  test('whatever it is, the text is what it should be, and all around it keeps its marks', () => {
    const on = fc.constantFrom<true | undefined>(true, undefined);
    const run = fc
      .record({
        text: fc.string({ unit: fc.constantFrom('a', 'ă', ' ', '\n', 'b'), minLength: 1, maxLength: 4 }),
        bold: on,
        link: fc.constantFrom<string | undefined>('https://a.vn/', undefined, undefined),
        threads: fc.constantFrom<string[] | undefined>([ONE], [TWO], undefined),
      })
      .map((made) => Object.fromEntries(Object.entries(made).filter(([, value]) => value !== undefined)) as Run);
    const cuts = fc.array(
      fc.tuple(fc.nat(3), fc.integer({ min: 1, max: 4 }), fc.constantFrom('', 'x', 'yz', '\n', 'p\nq')),
      {
        maxLength: 4,
      },
    );
    fc.assert(
      fc.property(fc.array(run, { minLength: 1, maxLength: 6 }), cuts, (runs, steps) => {
        const text = plainText(runs);
        const edits: Edit[] = [];
        for (const [gap, length, put] of steps) {
          const start = (edits.at(-1)?.end ?? 0) + gap;
          if (start + length <= text.length) edits.push({ start, end: start + length, text: put });
        }
        const marks = (list: readonly Run[]) =>
          list.flatMap(({ text: words, ...rest }) => [...words].map((letter) => [letter, rest] as const));
        const before = marks(runs);
        const after = marks(edited(runs, edits));
        const expected = edits.reduceRight(
          (now, { start, end, text: put }) => now.slice(0, start) + put + now.slice(end),
          text,
        );
        expect(after.map(([letter]) => letter).join('')).toBe(expected);
        // Letters that stay, from either end of what was replaced.
        let shift = 0;
        let from = 0;
        for (const { start, end, text: put } of [...edits, { start: text.length, end: text.length, text: '' }]) {
          for (let at = from; at < start; at++) expect(after[at + shift]).toEqual(before[at]);
          if (put !== '') {
            const threads = new Set(before.slice(start, end).flatMap(([, rest]) => rest.threads ?? []));
            for (const id of threads) expect(after[start + shift]?.[1].threads).toContain(id);
            expect(after[start + shift]?.[1].bold).toBe(before[start]?.[1].bold);
          }
          shift += put.length - (end - start);
          from = end;
        }
      }),
    );
  });
});

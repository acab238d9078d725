import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Block,
  FIELD_NAMES,
  FIGURE_FIELDS,
  figureText,
  isTextBlock,
  plainText,
  type Story,
} from '../../../story/model.ts';
import { compareThree } from '../../../story/review/compare/three.ts';
import { BREAK, type ThreePiece, type ThreeRow, VERSIONS } from '../../../story/review/compare/threeModel.ts';
import { threePlain, threeText } from '../../../story/review/compare/threePieces.ts';
import { acts, edited, start } from '../review/edits.ts';
import { counter, figure, para, story } from '../review/kit.ts';
import { CANAL, DROUGHT, LAKE, signs } from './kit.ts';

const LETTERS = { ours: 'o', theirs: 't', both: 'b', different: 'd' };
/** Pieces in signs: [o-removed by ours-]{t+added by theirs+}~f format~, and <ours | theirs> where they clash. */
const told = (pieces: readonly ThreePiece[]): string =>
  pieces
    .map((piece) => {
      if (piece.kind === 'same') return piece.text;
      if (piece.kind === 'clash') return `<${signs(piece.ours)} | ${signs(piece.theirs)}>`;
      const by = LETTERS[piece.by];
      if (piece.kind === 'format') return `~${by} ${piece.text}~`;
      return piece.kind === 'added' ? `{${by}+${piece.text}+}` : `[${by}-${piece.text}-]`;
    })
    .join('')
    .replaceAll(BREAK, '¶');
const row = ({ kind, whose, texts }: ThreeRow): string =>
  `${kind} ${whose}: ${texts.map(({ pieces }) => told(pieces)).join('')}`;
const rows = (base: Block[], ours: Block[], theirs: Block[]): string[] =>
  compareThree(story(base), story(ours), story(theirs)).rows.map(row);

describe('words of three texts', () => {
  it('are marked by whose they are', () => {
    expect(
      told(threePlain('Tưới 3.700 ha lúa vụ xuân.', 'Tưới 3.900 ha lúa vụ xuân.', 'Tưới 3.700 ha ngô vụ xuân.')),
    ).toBe('Tưới [o-3.700-]{o+3.900+} ha [t-lúa-]{t+ngô+} vụ xuân.');
  });
  it('that both changed alike are both’s', () => {
    expect(told(threePlain('Có 12 hộ.', 'Có 14 hộ.', 'Có 14 hộ.'))).toBe('Có [b-12-]{b+14+} hộ.');
  });
  it('that both changed differently stand with both', () => {
    expect(told(threePlain('Có 12 hộ.', 'Có 14 hộ.', 'Có 15 hộ.'))).toBe('Có <[-12-]{+14+} | [-12-]{+15+}> hộ.');
  });
  it('that are only written in NFD are no change', () => {
    expect(told(threePlain('Nặm Cắt', 'Nặm Cắt'.normalize('NFD'), 'Nặm Cắt'))).toBe('Nặm Cắt');
  });
});

describe('blocks of three bodies', () => {
  const [drought, lake, canal] = [para(1, DROUGHT), para(2, LAKE), para(3, CANAL)];
  it('in none changed are the same', () => {
    const { isSame, counts } = compareThree(story([drought, lake]), story([drought, lake]), story([drought, lake]));
    expect(isSame).toBe(true);
    expect(Object.values(counts)).toEqual([0, 0, 0, 0, 0]);
  });
  it('put in by one or by both are said to be', () => {
    expect(rows([drought], [drought, lake], [canal, drought])).toEqual([
      `added theirs: {t+${CANAL}+}`,
      `same null: ${DROUGHT}`,
      `added ours: {o+${LAKE}+}`,
    ]);
    expect(rows([drought], [drought, para(8, LAKE)], [drought, para(9, LAKE)])[1]).toBe(`added both: {b+${LAKE}+}`);
  });
  it('taken out by one and edited by the other contradict each other', () => {
    const ours = para(2, 'Mực nước hồ Nặm Cắt chỉ còn 57,54% dung tích thiết kế, thấp hơn cùng kỳ năm trước 8,2%.');
    expect(compareThree(story([drought, lake]), story([drought, ours]), story([drought])).rows[1]).toMatchObject({
      kind: 'removed',
      whose: 'different',
    });
    expect(rows([drought, lake], [drought, lake], [drought])[1]).toBe(`removed theirs: [t-${LAKE}-]`);
  });
  it('moved by one stand where they are now, and leave a note', () => {
    const moved = rows([drought, lake, canal], [drought, lake, canal], [canal, drought, lake]);
    expect(moved).toEqual([`moved theirs: ${CANAL}`, `same null: ${DROUGHT}`, `same null: ${LAKE}`, 'away theirs: ']);
  });
  it('split by one and edited by the other are one row', () => {
    const [first, second] = ['Mực nước hồ xuống thấp.', 'Dân góp công nạo vét mương.'];
    expect(
      rows(
        [para(1, `${first} ${second}`)],
        [para(1, first), para(7, second)],
        [para(1, `${first} Dân góp 120 công nạo vét mương.`)],
      ),
    ).toEqual([`changed each: ${first}[o- -]{o+¶+}Dân góp {t+120 +}công nạo vét mương.`]);
  });
  it('of a photo show each of its texts', () => {
    const {
      rows: [photo],
    } = compareThree(
      story([figure(1, { caption: 'Hồ Nặm Cắt', credit: 'Ảnh: A' })]),
      story([figure(1, { caption: 'Hồ Nặm Cắt cạn', credit: 'Ảnh: A' })]),
      story([figure(1, { caption: 'Hồ Nặm Cắt', credit: 'Ảnh: B' })]),
    );
    expect(photo).toMatchObject({ kind: 'changed', whose: 'each', photo: null });
    expect(photo!.texts.map(({ name, pieces }) => `${name}: ${told(pieces)}`)).toEqual(
      expect.arrayContaining(['caption: Hồ Nặm Cắt{o+ cạn+}', 'credit: Ảnh: [t-A-]{t+B+}']),
    );
  });
});

/** The same story with new ids for all blocks: typed in again. */
const reborn = (of: Story): Story => {
  const id = counter(0x7000);
  return { ...of, body: of.body.map((block) => ({ ...block, id: id() })) };
};
const three = fc.tuple(acts, acts, fc.boolean()).map(([left, right, isReborn]) => ({
  base: start,
  ours: edited(start, left, 'o'),
  theirs: isReborn ? reborn(edited(start, right, 't')) : edited(start, right, 't'),
}));
const textOf = (block: Block): string => (isTextBlock(block) ? plainText(block.runs).normalize('NFC') : '');

describe('any three versions', () => {
  it.each(VERSIONS)('%s: every block and every word of it stands in the reading', (version) => {
    fc.assert(
      fc.property(three, (all) => {
        const { fields, rows } = compareThree(all.base, all.ours, all.theirs);
        const shown = rows.filter(({ kind }) => kind !== 'away');
        expect(new Set(shown.flatMap((row) => row[version]))).toEqual(new Set(all[version].body));
        expect(shown.flatMap((row) => row[version])).toHaveLength(all[version].body.length);
        for (const { name, pieces } of fields) expect(threeText(pieces, version)).toBe(all[version].fields[name]);
        for (const row of shown) {
          const blocks = row[version] as Block[];
          for (const { name, pieces } of row.texts) {
            if (name === 'words') expect(threeText(pieces, version)).toBe(blocks.map(textOf).join(BREAK));
            const [first] = blocks;
            if (first?.type === 'figure' && FIGURE_FIELDS.some((one) => one === name))
              expect(threeText(pieces, version)).toBe(figureText(first, name as 'caption'));
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it('the other way round, ours and theirs change places', () => {
    fc.assert(
      fc.property(three, ({ base, ours, theirs }) => {
        const there = compareThree(base, ours, theirs);
        const back = compareThree(base, theirs, ours);
        const { ours: o, theirs: t, ...rest } = back.counts;
        expect(there.counts).toEqual({ ...rest, ours: t, theirs: o });
      }),
      { numRuns: 150 },
    );
  });

  it('where only one side changed, nothing is the other’s', () => {
    fc.assert(
      fc.property(three, ({ base, ours }) => {
        const { rows, fields } = compareThree(base, ours, base);
        expect([...rows, ...fields].filter(({ whose }) => whose !== null && whose !== 'ours')).toEqual([]);
        const both = compareThree(base, ours, ours);
        expect([...both.rows, ...both.fields].filter(({ whose }) => whose !== null && whose !== 'both')).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('every field is there', () => {
    expect(compareThree(start, start, start).fields.map(({ name }) => name)).toEqual([...FIELD_NAMES]);
  });
});

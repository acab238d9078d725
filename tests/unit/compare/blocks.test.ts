import { describe, expect, it } from 'vitest';
import type { Block } from '../../../story/model.ts';
import { idOf, para } from '../review/kit.ts';
import { CANAL, compareBodies, DROUGHT, LAKE, NOODLES, rowsOf } from './kit.ts';

const base = [para(1, DROUGHT), para(2, LAKE), para(3, CANAL)];
const [FIRST, SECOND] = [DROUGHT.slice(0, DROUGHT.indexOf(' Chủ tịch')), DROUGHT.slice(DROUGHT.indexOf('Chủ tịch'))];

describe('the blocks of two versions', () => {
  it('are the same', () => {
    expect(rowsOf(base, base)).toEqual([`same: ${DROUGHT}`, `same: ${LAKE}`, `same: ${CANAL}`]);
    expect(compareBodies(base, base).isSame).toBe(true);
  });

  it('edit', () => {
    expect(rowsOf(base, [base[0]!, para(2, LAKE.replace('57,54%', '61,2%')), base[2]!])).toEqual([
      `same: ${DROUGHT}`,
      'changed: Theo Chi cục Thủy lợi, mực nước hồ Nặm Cắt chỉ còn [-57,54%-]{+61,2%+} dung tích thiết kế, thấp hơn cùng kỳ năm trước 8,2%.',
      `same: ${CANAL}`,
    ]);
  });

  it('insert and delete', () => {
    expect(rowsOf(base, [base[0]!, para(4, NOODLES), base[1]!])).toEqual([
      `same: ${DROUGHT}`,
      `added: {+${NOODLES}+}`,
      `same: ${LAKE}`,
      `removed: [-${CANAL}-]`,
    ]);
  });

  it('rewritten under one id: gone and new, in one place', () => {
    expect(rowsOf(base, [base[0]!, para(2, NOODLES), base[2]!])).toEqual([
      `same: ${DROUGHT}`,
      `removed: [-${LAKE}-]`,
      `added: {+${NOODLES}+}`,
      `same: ${CANAL}`,
    ]);
  });

  it('move: the shorter of two that changed places moved', () => {
    expect(rowsOf(base, [base[0]!, base[2]!, base[1]!])).toEqual([
      `same: ${DROUGHT}`,
      `moved to (row 3, 2 to 1): ${CANAL}`,
      `same: ${LAKE}`,
      `moved from (row 1, 2 to 1): ${CANAL}`,
    ]);
  });

  it('move and edit', () => {
    const moved = 'Người dân thôn Nà Pài đã góp [-120-]{+200+} ngày công nạo vét hai tuyến mương dài 1,5 km.';
    const { rows, counts } = compareBodies(base, [para(3, CANAL.replace('120', '200')), base[0]!, base[1]!]);
    expect(rowsOf(base, [para(3, CANAL.replace('120', '200')), base[0]!, base[1]!])).toEqual([
      `moved to (row 3, 2 to 0): ${moved}`,
      `same: ${DROUGHT}`,
      `same: ${LAKE}`,
      `moved from (row 0, 2 to 0): ${moved}`,
    ]);
    expect(rows[0]).toMatchObject({ isChanged: true, isRetyped: false });
    expect(counts).toMatchObject({ blocksMoved: 1, blocksChanged: 1, wordsAdded: 1, wordsRemoved: 1 });
  });

  it('moved with a new id (cut and pasted), and retyped with small changes', () => {
    expect(rowsOf(base, [para(9, CANAL.replace('hai tuyến', 'ba tuyến')), base[0]!, base[1]!])[0]).toBe(
      'moved to (row 3, 2 to 0): Người dân thôn Nà Pài đã góp 120 ngày công nạo vét [-hai-]{+ba+} tuyến mương dài 1,5 km.',
    );
  });

  it('copied: new, and a copy of the one that is still there', () => {
    expect(rowsOf(base, [...base, para(4, DROUGHT)])[3]).toBe(`added (copy of row 0): {+${DROUGHT}+}`);
    expect(rowsOf(base, [...base, para(4, DROUGHT.replace('lúa', 'ngô'))])[3]).toMatch(/^added \(copy of row 0\)/);
    expect(rowsOf([...base, para(4, DROUGHT)], base)[3]).toBe(`removed (copy of row 0): [-${DROUGHT}-]`);
  });

  it.each([
    ['the first half keeps the id', para(1, FIRST), para(4, SECOND)],
    ['the second half keeps the id', para(4, FIRST), para(1, SECOND)],
    ['neither keeps it', para(4, FIRST), para(5, SECOND)],
  ])('split: %s', (_, first, second) => {
    expect(rowsOf(base, [first, second, base[1]!, base[2]!])).toEqual([
      `split: ${FIRST}[- -] ¶ ${SECOND}`,
      `same: ${LAKE}`,
      `same: ${CANAL}`,
    ]);
    expect(rowsOf([first, second, base[1]!], base)[0]).toBe(`joined: ${FIRST}{+ +} ¶ ${SECOND}`);
  });

  it('split in three, with an edit in the second part', () => {
    const text = `${FIRST} ${SECOND} ${LAKE}`;
    expect(rowsOf([para(1, text)], [para(1, FIRST), para(4, SECOND.replace('20/6', '25/6')), para(5, LAKE)])).toEqual([
      `split: ${FIRST}[- -] ¶ Chủ tịch yêu cầu các địa phương tu sửa kênh mương trước ngày [-20/6-]{+25/6+}.[- -] ¶ ${LAKE}`,
    ]);
  });

  it('split and moved', () => {
    expect(rowsOf(base, [base[1]!, base[2]!, para(1, FIRST), para(4, SECOND)])).toEqual([
      `moved from (row 3, 0 to 2): ${FIRST}[- -] ¶ ${SECOND}`,
      `same: ${LAKE}`,
      `same: ${CANAL}`,
      `moved to (row 0, 0 to 2): ${FIRST}[- -] ¶ ${SECOND}`,
    ]);
  });

  it('Enter at the very beginning is a blank paragraph, and nothing else', () => {
    expect(rowsOf(base, [para(1), para(4, DROUGHT), base[1]!, base[2]!])).toEqual([
      'added: ',
      `same: ${DROUGHT}`,
      `same: ${LAKE}`,
      `same: ${CANAL}`,
    ]);
  });

  it.each<[string, Block, Block]>([
    ['heading', para(1, LAKE), { id: idOf(1), type: 'heading', level: 2, runs: [{ text: LAKE }] }],
    [
      'level',
      { id: idOf(1), type: 'heading', level: 2, runs: [{ text: LAKE }] },
      { id: idOf(1), type: 'heading', level: 3, runs: [{ text: LAKE }] },
    ],
    [
      'indent',
      { id: idOf(1), type: 'listItem', list: 'bullet', indent: 0, runs: [{ text: LAKE }] },
      { id: idOf(1), type: 'listItem', list: 'bullet', indent: 1, runs: [{ text: LAKE }] },
    ],
  ])('retype: %s', (_, before, after) => {
    expect(rowsOf([before], [after])).toEqual([`retyped: ${LAKE}`]);
    const { rows, isSame, counts } = compareBodies([before], [after]);
    expect(rows[0]).toMatchObject({ isRetyped: true, isChanged: false, parts: [{ before, after }] });
    expect(isSame).toBe(false);
    expect(counts).toMatchObject({ blocksChanged: 1, wordsAdded: 0, wordsRemoved: 0 });
  });

  it('text imported again, every id new, with edits', () => {
    const imported = [para(11, DROUGHT), para(12, NOODLES), para(13, LAKE.replace('57,54%', '61,2%')), para(14, CANAL)];
    expect(rowsOf(base, imported).map((row) => row.slice(0, row.indexOf(':')))).toEqual([
      'same',
      'added',
      'changed',
      'same',
    ]);
  });

  it('headings of a word or two with new ids, in place', () => {
    const heading = (n: number, text: string): Block => ({ id: idOf(n), type: 'heading', level: 2, runs: [{ text }] });
    expect(rowsOf([heading(1, 'Kết quả'), base[0]!], [heading(9, 'Kết quả đạt được'), base[0]!])[0]).toBe(
      'changed: Kết quả{+ đạt được+}',
    );
  });
});

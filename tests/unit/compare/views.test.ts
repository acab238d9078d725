import { describe, expect, it } from 'vitest';
import { compareStories } from '../../../story/review/compare/compare.ts';
import { comparisonText, type Phrases, SIGNS } from '../../../story/review/compare/plainText.ts';
import { cellsOf, inlinePieces } from '../../../story/review/compare/views.ts';
import { figure, idOf, para, story } from '../review/kit.ts';
import { CANAL, DROUGHT, LAKE, NOODLES, signs } from './kit.ts';

const cut = DROUGHT.indexOf('Chủ tịch');
const fields = { ...story([]).fields, headline: 'Chống hạn cho lúa', byline: 'Thu Hà' };
const before = story([para(1, DROUGHT), para(2, LAKE), figure(3), para(4, CANAL)], { fields });
const after = story(
  [
    para(4, CANAL.replace('120', '200')),
    para(1, DROUGHT.slice(0, cut)),
    para(5, DROUGHT.slice(cut)),
    { id: idOf(2), type: 'quote', runs: [{ text: LAKE }] },
    figure(3, { photo: 'b'.repeat(64), caption: 'Cầu treo bản Pác Ngòi' }),
    para(6, NOODLES),
  ],
  { fields: { ...fields, headline: 'Chống hạn cho ngô' } },
);
const comparison = compareStories(before, after);
const MOVED = 'Người dân thôn Nà Pài đã góp [-120-]{+200+} ngày công nạo vét hai tuyến mương dài 1,5 km.';

describe('side by side', () => {
  it('each row’s halves hold the blocks of that side', () => {
    const halves = comparison.rows.map((row) =>
      (['before', 'after'] as const).map((side) => cellsOf(row, side).map(({ pieces }) => signs(pieces))),
    );
    expect(halves).toEqual([
      [[], [MOVED.replace('[-120-]', '')]],
      [[DROUGHT], [DROUGHT.slice(0, cut), DROUGHT.slice(cut)]],
      [[LAKE], [LAKE]],
      [[''], ['']],
      [[MOVED.replace('{+200+}', '')], []],
      [[], [`{+${NOODLES}+}`]],
    ]);
  });
});

describe('inline', () => {
  it('reads from top to bottom: fields, blocks, figure texts', () => {
    expect(inlinePieces(comparison).map((line) => [line.at, line.kind, line.isLeft, signs(line.pieces)])).toEqual([
      [{ field: 'headline' }, 'changed', false, 'Chống hạn cho [-lúa-]{+ngô+}'],
      [{ field: 'byline' }, 'same', false, 'Thu Hà'],
      [{ row: 0, part: 0 }, 'moved', false, MOVED],
      [{ row: 1, part: 0 }, 'split', false, DROUGHT.slice(0, cut)],
      [{ row: 1, part: 1 }, 'split', false, DROUGHT.slice(cut)],
      [{ row: 2, part: 0 }, 'retyped', false, LAKE],
      [{ row: 3, part: 0 }, 'changed', false, ''],
      [{ row: 3, figure: 'caption' }, 'changed', false, '[-Lễ khánh thành cầu-]{+Cầu+} treo bản Pác Ngòi'],
      [{ row: 3, figure: 'credit' }, 'same', false, 'Ảnh: Thu Hà'],
      [{ row: 4, part: 0 }, 'moved', true, ''],
      [{ row: 5, part: 0 }, 'added', false, `{+${NOODLES}+}`],
    ]);
  });
});

describe('as plain text', () => {
  const line: Phrases['line'] = ({ at, kind, isLeft }) =>
    'field' in at ? at.field : 'figure' in at ? at.figure : isLeft ? 'moved away' : kind;

  it('for a receipt: only what differs, with a few words around it', () => {
    expect(comparisonText(comparison, { ...SIGNS, line }).split('\n')).toEqual([
      'headline: Chống hạn cho [-lúa-]{+ngô+}',
      'moved: … thôn Nà Pài đã góp [-120-]{+200+} ngày công nạo vét hai …',
      'split: Sáng 14/6, Ủy ban nhân …',
      'split: Chủ tịch yêu cầu các …',
      'retyped: Theo Chi cục Thủy lợi …',
      'changed',
      'caption: [-Lễ khánh thành cầu-]{+Cầu+} treo bản Pác Ngòi',
      'moved away',
      `added: {+${NOODLES}+}`,
    ]);
  });

  it('for a screen reader: in words', () => {
    const phrases: Phrases = {
      line,
      added: (text) => `thêm “${text}”, `,
      removed: (text) => `bỏ “${text}”, `,
      format: (text, was, now) => `“${text}” ${was.bold ? 'thôi đậm' : now.bold ? 'thành đậm' : ''}, `,
    };
    const one = story([para(1, 'Hồ Nặm Cắt cạn nước')]);
    const other = story([para(1, 'Hồ ', { text: 'Nặm Cắt', bold: true }, ' đầy nước')]);
    expect(comparisonText(compareStories(one, other), phrases)).toBe(
      'changed: Hồ “Nặm Cắt” thành đậm,  bỏ “cạn”, thêm “đầy”,  nước',
    );
  });

  it('of two equal versions there is nothing to tell', () => {
    expect(comparisonText(compareStories(before, structuredClone(before)), { ...SIGNS, line })).toBe('');
  });
});

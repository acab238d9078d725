import { describe, expect, it } from 'vitest';
import { publishedPart } from '../../../story/canonical.ts';
import { FIELD_NAMES } from '../../../story/model.ts';
import { compareStories } from '../../../story/review/compare/compare.ts';
import { figure, idOf, para, story } from '../review/kit.ts';
import { CANAL, compareBodies, LAKE, rowsOf, signs } from './kit.ts';

const PHOTO = 'b'.repeat(64);

describe('formats', () => {
  it('bold put on a word, and taken off another', () => {
    const before = para(1, { text: 'Mực nước', bold: true }, ' hồ Nặm Cắt giảm');
    const after = para(1, { text: 'Mực', bold: true }, ' nước hồ ', { text: 'Nặm Cắt', bold: true }, ' giảm');
    const { rows, counts } = compareBodies([before], [after]);
    expect(rows[0]).toMatchObject({ kind: 'changed', isChanged: true });
    expect(rows[0]!.parts[0]!.pieces).toEqual([
      { kind: 'same', text: 'Mực', marks: { bold: true } },
      { kind: 'format', text: ' nước', was: { bold: true } },
      { kind: 'same', text: ' hồ ' },
      { kind: 'format', text: 'Nặm Cắt', marks: { bold: true } },
      { kind: 'same', text: ' giảm' },
    ]);
    expect(counts).toMatchObject({ wordsAdded: 0, wordsRemoved: 0, blocksChanged: 1 });
  });

  it('another address under a link, bold to italic', () => {
    const link = (address: string) => para(1, 'Xem ', { text: 'nghị quyết', link: address });
    expect(
      compareBodies([link('https://a.example')], [link('https://b.example')]).rows[0]!.parts[0]!.pieces[1],
    ).toEqual({
      kind: 'format',
      text: 'nghị quyết',
      was: { link: 'https://a.example' },
      marks: { link: 'https://b.example' },
    });
    expect(
      compareBodies([para(1, { text: 'Phủ Thông', bold: true })], [para(1, { text: 'Phủ Thông', italic: true })])
        .rows[0]!.parts[0]!.pieces,
    ).toEqual([{ kind: 'format', text: 'Phủ Thông', was: { bold: true }, marks: { italic: true } }]);
  });

  it('words and formats at once; what came in has its format', () => {
    const after = para(1, 'Hồ Nặm Cắt ', { text: 'đã cạn', bold: true }, ' nước');
    expect(compareBodies([para(1, 'Hồ Nặm Cắt cạn nước')], [after]).rows[0]!.parts[0]!.pieces).toEqual([
      { kind: 'same', text: 'Hồ Nặm Cắt ' },
      { kind: 'added', text: 'đã ', marks: { bold: true } },
      { kind: 'format', text: 'cạn', marks: { bold: true } },
      { kind: 'same', text: ' nước' },
    ]);
  });

  it('a letter is never parted from its marks, also where a run ends between them', () => {
    const before = para(1, { text: 'Nguye', bold: true }, '\u0302\u0303n');
    expect(compareBodies([before], [para(1, { text: 'Nguyễn', bold: true })]).rows[0]!.parts[0]!.pieces).toEqual([
      { kind: 'same', text: 'Nguyễn', marks: { bold: true } },
    ]);
  });

  it('threads of comments are no change', () => {
    const after = para(1, { text: 'Hồ Nặm', threads: [idOf(9)] }, ' Cắt');
    expect(compareBodies([para(1, 'Hồ Nặm Cắt')], [after]).isSame).toBe(true);
  });
});

describe('figures', () => {
  const before = [para(1, LAKE), figure(2), para(3, CANAL)];

  it('the caption and the credit, word by word', () => {
    const after = figure(2, { caption: 'Lễ khánh thành cầu cứng bản Pác Ngòi', credit: '', alt: 'Cầu mới' });
    const { rows, counts } = compareBodies(before, [before[0]!, after, before[2]!]);
    expect(rows.map((row) => row.kind)).toEqual(['same', 'changed', 'same']);
    const { texts, isPhotoChanged } = rows[1]!.figure!;
    expect(isPhotoChanged).toBe(false);
    expect(Object.entries(texts).map(([name, pieces]) => `${name}: ${signs(pieces)}`)).toEqual([
      'caption: Lễ khánh thành cầu [-treo-]{+cứng+} bản Pác Ngòi',
      'credit: [-Ảnh: Thu Hà-]',
      'copyright: ',
      'alt: {+Cầu mới+}',
      'galleryCaption: ',
    ]);
    expect(counts).toMatchObject({ blocksChanged: 1, wordsAdded: 3, wordsRemoved: 4 });
  });

  it('the same photo cropped', () => {
    const after = figure(2, { recipe: { crop: { x: 0, y: 0, width: 0.5, height: 0.5 } } });
    const { rows } = compareBodies(before, [before[0]!, after, before[2]!]);
    expect(rows[1]).toMatchObject({ isChanged: true, figure: { isPhotoChanged: false, isRecipeChanged: true } });
  });

  it('the photo replaced, under the same texts', () => {
    const { rows } = compareBodies(before, [before[0]!, figure(2, { photo: PHOTO }), before[2]!]);
    expect(rows[1]).toMatchObject({ kind: 'changed', isChanged: true, figure: { isPhotoChanged: true } });
  });

  it('the photo inserted again, with a new id and another caption', () => {
    const after = figure(9, { caption: 'Lễ thông xe cầu treo bản Pác Ngòi' });
    const { rows } = compareBodies(before, [before[0]!, after, before[2]!]);
    expect(rows.map((row) => row.kind)).toEqual(['same', 'changed', 'same']);
    expect(rows[1]!.figure!.isPhotoChanged).toBe(false);
  });

  it('moved', () => {
    expect(compareBodies(before, [figure(2), before[0]!, before[2]!]).rows.map((row) => row.kind)).toEqual([
      'moved',
      'same',
      'moved',
      'same',
    ]);
  });

  it('came and went', () => {
    const { rows } = compareBodies(before, [before[0]!, before[2]!]);
    expect(rows.map((row) => row.kind)).toEqual(['same', 'removed', 'same']);
    expect(signs(rows[1]!.figure!.texts.caption)).toBe('[-Lễ khánh thành cầu treo bản Pác Ngòi-]');
    expect(compareBodies([before[0]!], [before[0]!, figure(2)]).rows[1]).toMatchObject({
      kind: 'added',
      figure: { isPhotoChanged: true, texts: { credit: [{ kind: 'added', text: 'Ảnh: Thu Hà' }] } },
    });
  });

  it('an id that was text and is a figure now: two blocks', () => {
    expect(rowsOf([para(1, LAKE)], [figure(1)])).toEqual([`removed: [-${LAKE}-]`, 'added: ']);
  });
});

describe('fields', () => {
  it('all of them, in the order of the page', () => {
    const fields = { ...story([]).fields, headline: 'Chủ động chống hạn cho 3.700 ha lúa', byline: 'Thu Hà' };
    const before = story([], { fields });
    const after = story([], { fields: { ...fields, headline: 'Chống hạn cho 3.850 ha lúa', place: 'Bắc Kạn' } });
    const { fields: compared, counts, isSame } = compareStories(before, after);
    expect(compared.map(({ name, isChanged, pieces }) => `${name} ${isChanged} ${signs(pieces)}`)).toEqual([
      'kicker false ',
      'headline true [-Chủ động chống-]{+Chống+} hạn cho [-3.700-]{+3.850+} ha lúa',
      'standfirst false ',
      'correction false ',
      'place true {+Bắc Kạn+}',
      'date false ',
      'byline false Thu Hà',
      'closingMark false ',
      'section false ',
      'tags false ',
      ...FIELD_NAMES.slice(10).map((name) => `${name} false `),
    ]);
    expect(isSame).toBe(false);
    expect(counts).toMatchObject({ fieldsChanged: 2, wordsAdded: 4, wordsRemoved: 4, blocksChanged: 0 });
  });
});

describe('the published part', () => {
  it('is compared as the story itself, for a receipt', () => {
    const before = story([para(1, LAKE), figure(2)]);
    const readBack = story([para(11, LAKE.replace('57,54%', '57,45%')), figure(12)]);
    const { rows } = compareStories(publishedPart(before), publishedPart(readBack));
    expect(rows.map((row) => row.kind)).toEqual(['changed', 'same']);
  });
});

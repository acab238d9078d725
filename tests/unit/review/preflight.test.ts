import { expect, test } from 'vitest';
import type { Block, Figure, Story } from '../../../story/model.ts';
import { preflight } from '../../../story/review/preflight.ts';
import { figure, idOf, para, story } from './kit.ts';

const found = (made: Story) =>
  preflight(made)
    .blocks.filter(({ code }) => code === 'toBeChecked')
    .map(({ anchor }) => anchor);

test('words marked as to be checked stand in the way of a publication', () => {
  expect(found(story([para(1, 'Đã rõ.'), para(2, 'Có ', { text: '57,54%', check: true }, ' số hộ.')]))).toEqual([
    { block: idOf(2) },
  ]);
});

test('so does what newsrooms write where something is to come, wherever it stands', () => {
  for (const words of ['[TK]', '(kiểm tra)', '[Bổ sung]', '(chờ xác minh)', '[kiểm tra]'.normalize('NFD')]) {
    expect(found(story([para(1, `Có ${words} hộ.`)])), words).toEqual([{ block: idOf(1) }]);
    const { fields } = story([]);
    expect(found({ ...story([]), fields: { ...fields, standfirst: `Có ${words} hộ.` } })).toEqual([
      { field: 'standfirst' },
    ]);
    expect(found(story([{ ...figure(1), credit: words }]))).toEqual([{ block: idOf(1), part: 'credit' }]);
  }
});

test('a placeholder in a cell is told with its place; an empty table is not published, and no body', () => {
  const table = (rows: string[][]): Block => ({ id: idOf(1), type: 'table', header: true, caption: '', rows });
  expect(
    found(
      story([
        table([
          ['Xã', 'Hộ'],
          ['Bản Thi', '[TK]'],
        ]),
      ]),
    ),
  ).toEqual([{ block: idOf(1), cell: [1, 1] }]);
  const { blocks, warnings } = preflight(story([table([['', ' ']]), { id: idOf(2), type: 'divider' }]));
  expect(blocks.map(({ code }) => code)).toContain('emptyBody');
  expect(warnings).toContainEqual({ code: 'emptyTable', anchor: { block: idOf(1) } });
});

test('an embargo stands in the way until it is over, and one that nobody can read for as long as it stands', () => {
  const made = story([para(1, 'Đã rõ.')]);
  const at = Date.UTC(2026, 10, 27, 23, 30);
  const codes = (embargo: string, now: number) =>
    preflight({ ...made, fields: { ...made.fields, headline: 'Tít', embargo } }, now).blocks;
  const anchor = { field: 'embargo' };
  expect(codes('2026-11-27T23:30:00.000Z', at - 1)).toEqual([{ code: 'embargoed', anchor }]);
  expect(codes('2026-11-27T23:30:00.000Z', at)).toEqual([]);
  expect(codes('', at)).toEqual([]);
  expect(codes('sáng mai', at)).toEqual([{ code: 'embargoUnclear', anchor }]);
});

test('a bare TK is to come in English, and an account in Vietnamese', () => {
  const body = [para(1, 'Some TK households')];
  expect(found({ ...story(body), language: 'en' })).toEqual([{ block: idOf(1) }]);
  expect(found(story([para(1, 'Số TK 0123 của quỹ; kiểm tra, bổ sung hồ sơ.')]))).toEqual([]);
  expect(found({ ...story([para(1, 'A TKO in round 2, STK, TK5')]), language: 'en' })).toEqual([]);
});

test("a model's text that nobody has accepted stands in the way; accepted, it does not; from the file, it warns", () => {
  const drafted = { ...figure(1), caption: 'Dưa', alt: 'Dưa', drafted: ['alt' as const], unchecked: ['alt' as const] };
  const anchor = { block: idOf(1), part: 'alt' };
  const codes = (made: Block) => preflight(story([para(2, 'Chữ.'), made]));
  expect(codes(drafted).blocks).toContainEqual({ code: 'draftUnread', anchor });
  expect(codes(drafted).warnings.map(({ code }) => code)).not.toContain('uncheckedPhotoTexts');
  expect(codes({ ...drafted, unchecked: [] }).blocks.map(({ code }) => code)).not.toContain('draftUnread');
  expect(codes({ ...drafted, drafted: ['caption'] }).blocks.map(({ code }) => code)).not.toContain('draftUnread');
  expect(codes({ ...drafted, drafted: ['caption'] }).warnings).toContainEqual({ code: 'uncheckedPhotoTexts', anchor });
});

test('a crop that leaves too few pixels for the page warns; a photo that was small already, or is only turned, does not', () => {
  const crop = { x: 0, y: 0, width: 0.25, height: 1 };
  const codes = (made: Partial<Figure>) =>
    preflight(story([para(2, 'Chữ.'), figure(1, { width: 4000, height: 3000, ...made })])).warnings.map(
      ({ code }) => code,
    );
  expect(codes({ recipe: { crop } })).toContain('croppedSmall');
  expect(codes({ recipe: { rotate: 90 } })).not.toContain('croppedSmall');
  expect(codes({ width: 900, recipe: { crop } })).not.toContain('croppedSmall');
});

import { describe, expect, test } from 'vitest';
import { newId } from '../../../story/ids.ts';
import { emptyStory, type Figure, type Story } from '../../../story/model.ts';
import { photoIssues } from '../../../story/photo/check.ts';
import { creditIn, joinedCredit } from '../../../story/photo/credit.ts';
import type { PhotoWords } from '../../../story/photo/facts.ts';
import { movePhoto } from '../../../story/photo/order.ts';
import { fillCredit, fillTemplate, leftOpen, templatesOf } from '../../../story/photo/template.ts';
import { namesIn, nearlySame, speltName } from '../../../story/text/names.ts';

const AT = '2026-11-05T00:00:00.000Z';
const figure = (more: Partial<Figure> = {}): Figure => ({
  id: newId(),
  type: 'figure',
  photo: 'a'.repeat(64),
  width: 10,
  height: 10,
  caption: 'Bà con thu hoạch dưa.',
  credit: 'Ảnh: Tùng Vân',
  copyright: '',
  alt: 'Người hái dưa trong nhà lưới',
  unchecked: [],
  ...more,
});
function issues(photo: Partial<Figure>, text = '', headline = 'Dưa lưới về bản'): [string, string, string?, string?][] {
  const one = figure(photo);
  const empty = emptyStory('vi', AT);
  const story: Story = {
    ...empty,
    fields: { ...empty.fields, headline },
    body: [{ id: newId(), type: 'paragraph', runs: [{ text }] }, one],
  };
  return (photoIssues(story).get(one.id) ?? []).map(({ code, part, words, other }) =>
    words === undefined ? [code, part] : other === undefined ? [code, part, words] : [code, part, words, other],
  );
}

describe('what a photo lacks', () => {
  test('nothing, where everything is written', () => expect(issues({})).toEqual([]));

  test('caption, credit, alt text; blanks are nothing', () =>
    expect(issues({ caption: '', credit: ' ', alt: '\n' })).toEqual([
      ['missingCaption', 'caption'],
      ['missingCredit', 'credit'],
      ['missingAlt', 'alt'],
    ]));

  test('a caption that is the headline, whatever its marks and stops', () => {
    expect(issues({ caption: 'Dưa lưới về bản.' })).toEqual([['captionIsHeadline', 'caption']]);
    expect(issues({ caption: 'DUA LUOI VE BAN' })).toEqual([['captionIsHeadline', 'caption']]);
    expect(issues({ caption: 'Sáng qua, dưa lưới về bản nhiều' })).toEqual([['captionIsHeadline', 'caption']]);
    expect(issues({ caption: 'Dưa lưới về chợ' })).toEqual([]);
    expect(issues({ caption: 'Bão' }, '', 'Bão')).toEqual([['captionIsHeadline', 'caption']]);
    expect(issues({ caption: 'Bão vào bờ' }, '', 'Bão')).toEqual([]);
  });

  test('an alt text that says the caption again, or the credit', () => {
    expect(issues({ alt: 'Bà con thu hoạch dưa' })).toEqual([['altRepeats', 'alt']]);
    expect(issues({ credit: 'Tùng Vân', alt: 'Người hái dưa, Tùng Vân' })).toEqual([['altRepeats', 'alt']]);
  });

  test('a credit in the caption or the alt text', () =>
    expect(issues({ caption: 'Bà con thu hoạch dưa. (Ảnh: Tùng Vân)', alt: 'Người hái dưa. Ảnh: TTXVN' })).toEqual([
      ['creditInText', 'caption', 'Ảnh: Tùng Vân'],
      ['creditInText', 'alt', 'Ảnh: TTXVN'],
    ]));

  test('marks and hints of a template', () =>
    expect(issues({ caption: '[Ai, làm gì] tại Pác Nặm', credit: 'Ảnh: {photographer}' })).toEqual([
      ['marksLeft', 'caption', '[Ai, làm gì]'],
      ['marksLeft', 'credit', '{photographer}'],
    ]));

  test('texts from the file, once', () =>
    expect(issues({ unchecked: ['caption', 'copyright', 'credit'] })).toEqual([['uncheckedPhotoTexts', 'caption']]));

  test('texts that a model wrote, until somebody has accepted them', () => {
    expect(issues({ drafted: ['alt'] })).toEqual([]);
    expect(issues({ drafted: ['alt'], unchecked: ['alt'] })).toEqual([['draftUnread', 'alt']]);
    expect(issues({ drafted: ['alt'], unchecked: ['alt'], alt: '' })).toEqual([['missingAlt', 'alt']]);
  });
});

describe('a name that the story spells otherwise', () => {
  const text = 'Theo ông Nguyễn Văn An, dưa ở Pác Nặm được giá. Chị Trần Thị Hoàng cũng nói vậy.';
  test.each([
    ['Ông Nguyễn Văn Ân bên vườn dưa', 'Nguyễn Văn Ân', 'Nguyễn Văn An'],
    ['Vườn dưa ở Pác Nậm', 'Pác Nậm', 'Pác Nặm'],
    ['Chị Trần Thị Hoàn hái dưa', 'Trần Thị Hoàn', 'Trần Thị Hoàng'],
    ['Anh Nguyen Van An', 'Nguyen Van An', 'Nguyễn Văn An'],
  ])('%s', (caption, words, other) =>
    expect(issues({ caption }, text)).toEqual([['nameDiffers', 'caption', words, other]]),
  );

  test.each([
    'Ông Nguyễn Văn An bên vườn dưa',
    'Ông Văn An bên vườn dưa ở Pác Nặm',
    'Ông Nguyễn Văn Bình',
    'Bà con vui mừng',
  ])('not in: %s', (caption) => expect(issues({ caption }, text)).toEqual([]));

  test('both are in the story: two people', () =>
    expect(issues({ caption: 'Ông Nguyễn Văn Ân' }, `${text} Em ông là Nguyễn Văn Ân.`)).toEqual([]));

  test('where the tone mark stands is no other name', () => {
    expect(speltName('Lê Thị Hòa')).toBe(speltName('Lê Thị Hoà'));
    expect(nearlySame('Lê Thị Hòa', 'Lê Thị Hoà')).toBe(false);
    expect(nearlySame('Lê Thị Hòa', 'Lê Thị Hóa')).toBe(true);
    expect(nearlySame('Lê Thị Hòa', 'Lê Văn Hòa')).toBe(false);
  });
});

test('names of a text: people and places, without titles, abbreviations and the words that begin sentences', () =>
  expect(
    namesIn('Ông Nguyễn Văn An (UBND xã Pác Nặm) nói: “Dưa được giá.” Theo Trần Thị Bích, ở Huế thì khác. Dưa rẻ.'),
  ).toEqual(['Nguyễn Văn An', 'Pác Nặm', 'Trần Thị Bích', 'Huế']));

describe('templates', () => {
  const photo: PhotoWords = {
    caption: '',
    credit: '',
    copyright: '',
    alt: '',
    photographer: '',
    facts: {
      photographer: { value: 'Tùng Vân', from: 'xmp' },
      date: { value: '2026-11-05T07:30:00+07:00', from: 'exif' },
      city: { value: 'Bắc Kạn', from: 'iim' },
    },
    edits: { city: { value: 'Thái Nguyên', by: 'Lan', at: AT } },
  };

  test('are filled with what is in force; what has no value stays, to be seen', () => {
    const { caption, credit } = templatesOf(undefined, 'vi');
    expect(fillTemplate(caption, photo, 'vi')).toBe('[Ai, làm gì] tại {place}, Thái Nguyên, ngày 5/11/2026.');
    expect(fillCredit(credit, photo, 'vi')).toBe('Ảnh: Tùng Vân');
    expect(fillTemplate('{date}, {constructor}', photo, 'en')).toBe('5 November 2026, {constructor}');
  });

  test('half a credit is none', () => expect(fillCredit('Ảnh: {photographer} - {source}', photo, 'vi')).toBe(''));

  test('a value that has the word already does not get it twice', () =>
    expect(
      fillCredit(
        'Ảnh: {photographer}',
        { ...photo, edits: { photographer: { value: 'Ảnh: Hà', by: '', at: AT } } },
        'vi',
      ),
    ).toBe('Ảnh: Hà'));

  test('a house has its own, or none', () =>
    expect(templatesOf({ credit: '', caption: '{headline}' }, 'vi')).toEqual({ credit: '', caption: '{headline}' }));

  test('what is left open has its place', () =>
    expect(leftOpen('tại {place}, [khi nào]')).toEqual({ from: 4, to: 11, words: '{place}' }));
});

test('a credit is taken out of another text, and joined to what is there', () => {
  expect(creditIn('Hái dưa. Ảnh: Tùng Vân.')).toEqual({ words: 'Ảnh: Tùng Vân', rest: 'Hái dưa.' });
  expect(creditIn('Hái dưa (Ảnh: Tùng Vân)')).toEqual({ words: 'Ảnh: Tùng Vân', rest: 'Hái dưa' });
  expect(creditIn('Ảnh: Tùng Vân')).toEqual({ words: 'Ảnh: Tùng Vân', rest: '' });
  expect(creditIn('Chụp ảnh: một nghề vui')?.words).toBe('ảnh: một nghề vui');
  expect(creditIn('Triển lãm ảnh ở Huế')).toBeNull();
  expect(joinedCredit('', 'Ảnh: Tùng Vân')).toBe('Ảnh: Tùng Vân');
  expect(joinedCredit('Ảnh: TÙNG VÂN', 'Ảnh: Tùng Vân')).toBe('Ảnh: TÙNG VÂN');
  expect(joinedCredit('Ảnh: Thu Hà', 'Ảnh: Tùng Vân')).toBe('Ảnh: Thu Hà - Tùng Vân');
});

describe('a photo that changes its place', () => {
  const text = { id: newId(), type: 'paragraph' as const, runs: [{ text: 'Dưa' }] };
  const [first, second] = [figure({ gallery: true, galleryCaption: 'Mùa dưa' }), figure({ caption: 'Đường về bản' })];
  const body = [first, text, second];

  test('goes where the next one was; the text and the gallery stay', () => {
    const { gallery, galleryCaption, ...own } = first;
    expect(movePhoto(body, first.id, 1)).toEqual([{ ...second, gallery, galleryCaption }, text, own]);
    expect(movePhoto(movePhoto(body, first.id, 1), first.id, -1)).toEqual(body);
  });

  test('stays where it is at the ends, and where it is not there', () => {
    expect(movePhoto(body, first.id, -1)).toBe(body);
    expect(movePhoto(body, second.id, 1)).toBe(body);
    expect(movePhoto(body, text.id, 1)).toBe(body);
  });
});

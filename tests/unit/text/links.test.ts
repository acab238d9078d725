import { expect, test } from 'vitest';
import { linkProblem, linksOf } from '../../../story/text/links.ts';
import { figure, idOf, para, story } from '../review/kit.ts';

test.each([
  ['https://baobackan.vn/tin/1?a=b#c', null],
  ['https://vi.wikipedia.org/wiki/Ba_Bể_(huyện)', null],
  ['mailto:toasoan@baobackan.vn', null],
  ['http://baobackan.vn/', 'insecure'],
  ['baobackan.vn/tin', 'noScheme'],
  ['www.baobackan.vn', 'noScheme'],
  ['localhost:3000/a', 'noScheme'],
  ['https://bao backan.vn', 'spaces'],
  ['javascript:alert(1)', 'unsafe'],
  ['data:text/html,x', 'unsafe'],
  ['ftp://a.vn/x', 'unsafe'],
  ['https://', 'malformed'],
  ['https://a@b.vn/', 'malformed'],
  ['https://https://a.vn', 'malformed'],
  ['https://https//a.vn', 'malformed'],
  ['https://baobackan', 'malformed'],
  ['mailto:toasoan', 'malformed'],
  ['https://a.vn/x)', 'unbalanced'],
  ['https://a.vn/x.', 'unbalanced'],
  ['https://a.vn/%20', 'unbalanced'],
])('%s: %s', (url, problem) => expect(linkProblem(url)).toBe(problem));

const EMBED = 'https://www.youtube.com/watch?v=aaaaaaaaaaa';

test('the links of a story, in the order of the page: its fields, its words, what stands written in captions', () => {
  const made = story(
    [
      para(
        1,
        'Xem ',
        { text: 'báo ', link: 'https://a.vn/' },
        { text: 'tỉnh', link: 'https://a.vn/', bold: true },
        '. ',
      ),
      para(2, { text: 'Kia', link: 'http://b.vn/' }, { text: 'này', link: 'https://c.vn/' }),
      { id: idOf(4), type: 'embed', url: EMBED, caption: 'Lễ hội' },
      figure(3, { caption: 'Ảnh từ (https://d.vn/x), www.e.vn.' }),
    ],
    { fields: { ...story([]).fields, sources: 'Sở: https://f.vn/bao-cao_(1); a@b.vn' } },
  );
  expect(linksOf(made)).toEqual([
    { url: 'https://f.vn/bao-cao_(1)', words: 'https://f.vn/bao-cao_(1)', anchor: { field: 'sources' }, problem: null },
    { url: 'https://a.vn/', words: 'báo tỉnh', anchor: { block: idOf(1) }, problem: null },
    { url: 'http://b.vn/', words: 'Kia', anchor: { block: idOf(2) }, problem: 'insecure' },
    { url: 'https://c.vn/', words: 'này', anchor: { block: idOf(2) }, problem: null },
    { url: EMBED, words: 'Lễ hội', anchor: { block: idOf(4) }, problem: null },
    { url: 'https://d.vn/x', words: 'https://d.vn/x', anchor: { block: idOf(3), part: 'caption' }, problem: null },
    { url: 'www.e.vn', words: 'www.e.vn', anchor: { block: idOf(3), part: 'caption' }, problem: 'noScheme' },
  ]);
});

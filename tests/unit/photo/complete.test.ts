import { expect, test } from 'vitest';
import { newId } from '../../../story/ids.ts';
import { emptyStory, type Story } from '../../../story/model.ts';
import { completionAt, namesOfStory } from '../../../story/photo/complete.ts';

const names = ['Nguyễn Văn An', 'Nguyễn Thị Hoa', 'Pác Nặm', 'Huế'];
const offered = (text: string, caret = text.length) => completionAt(names, text, caret);

test('the names of a story: its text, byline, captions and credits', () => {
  const empty = emptyStory('vi', '2026-11-05T00:00:00.000Z');
  const story: Story = {
    ...empty,
    fields: { ...empty.fields, standfirst: 'Mùa dưa ở Pác Nặm.', byline: 'Bài: Hoàng Đức; Ảnh: Tùng Vân' },
    body: [
      { id: newId(), type: 'paragraph', runs: [{ text: 'Ông Nguyễn Văn ' }, { text: 'An', bold: true }] },
      {
        id: newId(),
        type: 'figure',
        photo: 'a'.repeat(64),
        width: 1,
        height: 1,
        caption: 'Chị Trần Thị Hoa ở Huế',
        credit: 'Ảnh: Thu Hà',
        copyright: '',
        alt: '',
        unchecked: [],
      },
    ],
  };
  const found = namesOfStory(story);
  expect([...found].sort()).toEqual(
    ['Hoàng Đức', 'Tùng Vân', 'Pác Nặm', 'Nguyễn Văn An', 'Trần Thị Hoa', 'Huế', 'Thu Hà'].sort(),
  );
  expect(found.at(-1)).toBe('Huế');
  const written = namesOfStory(story, { block: story.body[1]!.id, part: 'caption' });
  expect(written).not.toContain('Trần Thị Hoa');
  expect(written).toContain('Thu Hà');
});

test.each([
  ['Ông nguyen van', 4, ['Nguyễn Văn An']],
  ['Ông Ngu', 4, ['Nguyễn Văn An', 'Nguyễn Thị Hoa']],
  ['nguyễn', 0, ['Nguyễn Văn An', 'Nguyễn Thị Hoa']],
  ['anh An', 4, ['Nguyễn Văn An']],
  ['ở pac n', 2, ['Pác Nặm']],
  ['đến Nguyễn Văn', 4, ['Nguyễn Văn An']],
])('offered at the end of “%s”', (text, from, found) => expect(offered(text)).toEqual({ from, names: found }));

test.each(['', 'Ông ', 'an', 'hue', 'ngu', 'N', 'Ông Nguyễn Văn An', 'Ông Nguyễn Văn An ', 'Bà con'])(
  'nothing at the end of “%s”',
  (text) => expect(offered(text)).toBeNull(),
);

test('nothing in the middle of a word', () => {
  expect(offered('Nguyen', 3)).toBeNull();
  expect(offered('Ngu, rồi', 3)?.names).toContain('Nguyễn Văn An');
});

test('decomposed letters count as composed ones do', () =>
  expect(offered('Ông Nguyễ'.normalize('NFD'))).toMatchObject({ names: ['Nguyễn Văn An', 'Nguyễn Thị Hoa'] }));

import { expect, test } from 'vitest';
import { editComment, reply, startThread, withoutComment } from '../../../story/review/comments.ts';
import { completions, mentionAt, mentionsIn } from '../../../story/review/mentions.ts';
import { AT, idOf } from './kit.ts';

const names = ['Thu', 'Thu Hà', 'Nguyễn Đức'];

test('a mention is the longest name behind an @, whatever its case', () => {
  expect(mentionsIn('@thu hà xem giúp, (@Thu) nhé', names).map(({ name }) => name)).toEqual(['Thu Hà', 'Thu']);
  expect(mentionsIn('ban@thu.vn, @Thuận', names)).toEqual([]);
});

test('what is typed of a name is offered with and without its tone marks', () => {
  expect(mentionAt('Chào @ngu', 9)).toEqual({ from: 5, typed: 'ngu' });
  expect(mentionAt('a@b', 3)).toBeNull();
  expect(mentionAt('@ x', 3)).toBeNull();
  expect(completions('duc', names)).toEqual(['Nguyễn Đức']);
  expect(completions('', names)).toEqual(names);
  expect(completions('x', names)).toEqual([]);
});

test('a comment of one’s own is changed, or goes; with the last one the thread does', () => {
  const by = { name: 'Thu', fingerprint: 'a' };
  const one = startThread({ block: idOf(1) }, 'cầu', 'Bao nhiêu mét?', by, AT);
  const two = reply(one, 'Tám mươi.', by, AT);
  const [first, second] = two.comments.map(({ id }) => id) as [string, string];
  expect(editComment(two, first, 'Dài bao nhiêu?').comments.map(({ text }) => text)).toEqual([
    'Dài bao nhiêu?',
    'Tám mươi.',
  ]);
  expect(withoutComment(two, second)?.comments).toEqual(one.comments);
  expect(withoutComment(one, first)).toBeNull();
});

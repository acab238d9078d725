import { expect, test } from 'vitest';
import { changedMap } from '../../../../story/journal.ts';
import type { Story } from '../../../../story/model.ts';
import { trackField } from '../../../../story/review/suggest/fields.ts';
import { AT, counter, story } from '../kit.ts';

const newId = counter(1);
const by = (name: string) => ({ fingerprint: name, name, at: AT, newId });
const start = story([], { fields: { ...story([]).fields, headline: 'Cầu treo' } });
const write = (of: Story, headline: string, who: string): Story => ({
  ...of,
  fields: { ...of.fields, headline },
  suggestions: changedMap(of.suggestions, trackField(of, 'headline', headline, by(who))),
});
const records = ({ suggestions }: Story) => Object.values(suggestions).map((one) => [one.by, 'was' in one && one.was]);

test('one suggestion for a field: going on keeps it, and with the former text back there is none', () => {
  const once = write(start, 'Cầu treo mới', 'lan');
  expect(records(once)).toEqual([['lan', 'Cầu treo']]);
  const further = write(once, 'Cầu treo mới xây', 'lan');
  expect(further.suggestions).toEqual(once.suggestions);
  expect(write(further, 'Cầu treo', 'lan').suggestions).toEqual({});
  expect(write(start, 'Cầu treo', 'lan').suggestions).toEqual({});
});

test('another person’s takes the place of one that is open, and knows the same former text', () => {
  const other = write(write(start, 'Cầu treo mới', 'lan'), 'Cầu mới', 'minh');
  expect(records(other)).toEqual([['minh', 'Cầu treo']]);
  expect(write(other, 'Cầu treo', 'lan').suggestions).toEqual({});
});

test('after a decision the text of now is the former one', () => {
  const once = write(start, 'Cầu treo mới', 'lan');
  const [one] = Object.values(once.suggestions);
  const decided = { accepted: true, by: 'minh', name: 'minh', at: AT };
  const done = { ...once, suggestions: { [one!.id]: { ...one!, decided } } };
  expect(records(write(done, 'Cầu mới', 'lan'))).toEqual([
    ['lan', 'Cầu treo'],
    ['lan', 'Cầu treo mới'],
  ]);
});

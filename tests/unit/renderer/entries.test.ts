import { expect, test } from 'vitest';
import { entriesOf, signOf, takenOf } from '../../../renderer/history/entries.ts';
import { withBlocksOf, withFieldOf } from '../../../story/history/restore.ts';
import type { Story } from '../../../story/model.ts';
import { compareStories } from '../../../story/review/compare/compare.ts';
import { CANAL, DROUGHT, LAKE, NOODLES } from '../compare/kit.ts';
import { makeStory, paragraph, textsOf } from '../store/make.ts';

const id = (number: number) => `01900000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const drought = paragraph(DROUGHT, id(1));
const lake = paragraph(LAKE, id(2));
const canal = paragraph(CANAL, id(3));
const base = makeStory('Chống hạn');
const story = (...body: Story['body']): Story => ({ ...base, body });

/** The signs of a comparison, and the story after everything that can be taken back was. */
function compared(old: Story, now: Story) {
  const comparison = compareStories(old, now);
  const entries = entriesOf(comparison);
  const back = entries.reduce((story, entry) => {
    const taken = takenOf(entry, comparison.rows);
    if (!taken) return story;
    return 'field' in taken
      ? withFieldOf(story, old, taken.field)
      : withBlocksOf(story, old, taken.blocks, taken.instead);
  }, now);
  return { signs: entries.map(signOf), back };
}

test('what is the same, changed, added and removed is signed, and what was before can be taken back', () => {
  const old = { ...story(drought, lake, canal), fields: { ...base.fields, kicker: 'Kinh tế' } };
  const now = story(paragraph(DROUGHT.replace('3.700', '3.900'), id(1)), paragraph(NOODLES, id(9)), lake);
  const { signs, back } = compared(old, now);
  expect(signs).toEqual(['changed', 'same', 'changed', 'added', 'same', 'removed']);
  expect(textsOf(back)).toEqual([DROUGHT, NOODLES, LAKE, CANAL]);
  expect(back.fields).toEqual(old.fields);
});

test('a paragraph that was split is taken back whole', () => {
  const [first, second] = DROUGHT.split(/(?<=\. )/) as [string, string];
  const { signs, back } = compared(
    story(drought, lake),
    story(paragraph(first, id(1)), paragraph(second, id(8)), lake),
  );
  expect(signs).toEqual(['same', 'split', 'same']);
  expect(textsOf(back)).toEqual([DROUGHT, LAKE]);
});

test('a paragraph that moved and was changed gets its words back where it stands; one that only moved is left', () => {
  const changed = paragraph(LAKE.replace('57,54%', '60%'), id(2));
  const { signs, back } = compared(story(lake, drought, canal), story(drought, canal, changed));
  expect(signs.filter((sign) => sign.startsWith('moved'))).toEqual(['movedFrom', 'movedTo']);
  expect(textsOf(back)).toEqual([DROUGHT, CANAL, LAKE]);
  expect(textsOf(compared(story(lake, drought, canal), story(drought, canal, lake)).back)).toEqual([
    DROUGHT,
    CANAL,
    LAKE,
  ]);
});

test('nothing can be taken back where nothing differs', () => {
  const { signs, back } = compared(story(drought, lake), story(drought, lake));
  expect(signs).toEqual(['same', 'same', 'same']);
  expect(back).toEqual(story(drought, lake));
});

// What merging must not do to suggestions: each of these was found by the runs in ../convergence.
import { expect, test } from 'vitest';
import { changedMap } from '../../../../story/journal.ts';
import type { Figure, Story, Suggestion, Table } from '../../../../story/model.ts';
import { trackField } from '../../../../story/review/suggest/fields.ts';
import { track } from '../../../../story/review/suggest/track.ts';
import { asItWas, asProposed, decide, marksIn } from '../../../../story/review/suggest/views.ts';
import { AT, counter, figure, idOf, merge, para, story, texts } from '../kit.ts';

const [lan, minh] = ['lan', 'minh'].map((name) => ({ fingerprint: name, name }));
const LATER = '2026-10-02T02:00:00.000Z';
const base = story(
  [
    para(1, 'Cầu dài tám mươi mét.'),
    figure(2),
    { id: idOf(3), type: 'table', header: false, caption: '', rows: [['a', 'b']] },
  ],
  { fields: { ...story([]).fields, headline: 'Khánh thành cầu' } },
);
const newId = counter(0x3000);
const author = { ...lan!, at: AT, newId };
const suggest = (of: Story, body: Story['body'], by = author): Story => {
  const made = track(of.body, body, of.suggestions, by);
  return { ...of, body: made.body, suggestions: { ...of.suggestions, ...made.suggestions } };
};
const rename = (of: Story, headline: string, isSuggested = true): Story => ({
  ...of,
  fields: { ...of.fields, headline },
  ...(isSuggested && { suggestions: changedMap(of.suggestions, trackField(of, 'headline', headline, author)) }),
});
const withCaption = (of: Story, caption: string) =>
  of.body.map((block) => (block.type === 'figure' ? { ...block, caption } : block));
const withRows = (of: Story, rows: Table['rows']) =>
  of.body.map((block) => (block.type === 'table' ? { ...block, rows } : block));
const idIn = (of: Story, kind: Suggestion['kind']) =>
  Object.values(of.suggestions).find((one) => one.kind === kind)!.id;
const bothWays = (common: Story, a: Story, b: Story) => [merge(common, a, b).story, merge(common, b, a).story];
const captionOf = ({ body }: Story) => (body[1] as Figure).caption;

test('what one side wrote in a field stays, when what the other suggested for it is rejected', () => {
  const written = rename(base, 'Sáng nay: Khánh thành cầu', false);
  for (const merged of bothWays(base, rename(base, 'Khánh thành cầu treo'), written)) {
    expect(merged.fields.headline).toBe('Sáng nay: Khánh thành cầu treo');
    expect(asItWas(merged).fields.headline).toBe('Sáng nay: Khánh thành cầu');
    expect(decide(merged, [idIn(merged, 'field')], false, minh!, AT).fields.headline).toBe('Sáng nay: Khánh thành cầu');
  }
});

test('what came to a field’s suggestion while the other side accepted it is still to be decided', () => {
  const once = rename(base, 'Khánh thành cầu treo');
  const accepted = decide(once, [idIn(once, 'field')], true, minh!, LATER);
  for (const merged of bothWays(once, accepted, rename(once, 'Khánh thành cầu treo Pác Ngòi'))) {
    expect(asProposed(merged).fields.headline).toBe('Khánh thành cầu treo Pác Ngòi');
    expect(asItWas(merged).fields.headline).toBe('Khánh thành cầu treo');
  }
});

test('a suggestion for a field that was taken back does not come back with the other side', () => {
  const once = rename(base, 'Khánh thành cầu treo');
  for (const merged of bothWays(once, rename(once, 'Khánh thành cầu'), suggest(once, withCaption(once, 'Cầu')))) {
    expect(merged.fields.headline).toBe('Khánh thành cầu');
    expect(Object.values(merged.suggestions).map(({ kind }) => kind)).toEqual(['change']);
  }
});

test('what one side wrote in a caption stays, when what the other suggested for it is rejected', () => {
  const written = { ...base, body: withCaption(base, 'Sáng nay: Lễ khánh thành cầu treo bản Pác Ngòi') };
  const suggested = suggest(base, withCaption(base, 'Lễ khánh thành cầu treo bản Pác Ngòi, Bắc Kạn'));
  for (const merged of bothWays(base, suggested, written)) {
    expect(captionOf(merged)).toBe('Sáng nay: Lễ khánh thành cầu treo bản Pác Ngòi, Bắc Kạn');
    expect(captionOf(asItWas(merged))).toBe('Sáng nay: Lễ khánh thành cầu treo bản Pác Ngòi');
  }
});

test('rows that came to a table’s suggestion while the other side accepted it are still to be decided', () => {
  const once = suggest(
    base,
    withRows(base, [
      ['a', 'b'],
      ['c', 'd'],
    ]),
  );
  const accepted = decide(once, [idIn(once, 'change')], true, minh!, LATER);
  const further = suggest(
    once,
    withRows(once, [
      ['a', 'b'],
      ['c', 'd'],
      ['e', 'f'],
    ]),
  );
  for (const merged of bothWays(once, accepted, further)) {
    expect((merged.body[2] as Table).rows).toHaveLength(3);
    expect((asItWas(merged).body[2] as Table).rows).toHaveLength(2);
  }
});

test('what one side decided is decided, also where the common version knows nothing of it', () => {
  const suggested = suggest(base, [para(1, 'Cầu dài tám mươi hai mét.'), ...base.body.slice(1)]);
  const accepted = decide(suggested, Object.keys(suggested.suggestions), true, minh!, LATER);
  for (const merged of bothWays(base, accepted, suggested)) {
    expect(texts(merged)[0]).toBe('Cầu dài tám mươi hai mét.');
    expect(merged.body.flatMap(marksIn)).toEqual([]);
  }
});

test('what one side rejected while the other typed in it stays suggested, with what was typed', () => {
  const suggested = suggest(base, [para(1, 'Cầu dài tám mươi hai mét.'), ...base.body.slice(1)]);
  const rejected = decide(suggested, Object.keys(suggested.suggestions), false, minh!, LATER);
  const typed = suggest(suggested, [
    {
      ...para(1),
      runs: [
        { text: 'Cầu dài tám mươi ' },
        { text: 'hai phẩy năm ', suggestions: [idIn(suggested, 'insertion')] },
        { text: 'mét.' },
      ],
    },
    ...base.body.slice(1),
  ]);
  for (const merged of bothWays(suggested, rejected, typed)) {
    expect(texts(merged)[0]).toMatch(/phẩy năm/);
    expect(texts(asItWas(merged))[0]).toBe('Cầu dài tám mươi mét.');
  }
});

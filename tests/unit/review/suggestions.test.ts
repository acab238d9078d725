import fc from 'fast-check';
import { expect, test } from 'vitest';
import { publishedPart, storyHash } from '../../../story/canonical.ts';
import { duplicateStory } from '../../../story/duplicate.ts';
import { cleanStory, isSound } from '../../../story/formats/copydesk/clean.ts';
import { applyChange, diffStories } from '../../../story/journal.ts';
import { parseStory } from '../../../story/migrate.ts';
import { isTextBlock, plainText, type Run, type Story, type Suggestion } from '../../../story/model.ts';
import { preflight } from '../../../story/review/preflight.ts';
import { runsAsTheyWere } from '../../../story/review/suggest/views.ts';
import { AT, idOf, merge, para, story } from './kit.ts';

const [IN, OUT, BOLD] = [idOf(0x51), idOf(0x52), idOf(0x53)];
const by = { by: 'ab', name: 'Thu Hà', at: AT };
const suggestions: Story['suggestions'] = {
  [IN]: { id: IN, kind: 'insertion', ...by },
  [OUT]: { id: OUT, kind: 'deletion', ...by },
  [BOLD]: { id: BOLD, kind: 'format', ...by, was: { italic: true } },
};
const suggested = (): Story =>
  story(
    [
      para(
        1,
        'Bản ',
        { text: 'rất ', suggestions: [IN] },
        { text: 'xa ', suggestions: [OUT] },
        { text: 'Pác Ngòi', bold: true, suggestions: [BOLD] },
      ),
      para(2, { text: 'Một đoạn mới.', suggestions: [IN] }),
    ],
    { suggestions },
  );
const runsOf = (of: Story) => of.body.flatMap((block) => (isTextBlock(block) ? block.runs : []));

test('what is published is the text as it was before anything was suggested', () => {
  const was = story([para(1, 'Bản xa ', { text: 'Pác Ngòi', italic: true })]);
  expect(publishedPart(suggested()).body).toEqual(publishedPart(was).body);
  expect(storyHash(suggested())).toBe(storyHash(was));
});

test('of two formats suggested for the same words, the older knows how they were', () => {
  const younger: Suggestion = { ...suggestions[BOLD], id: IN, at: '2026-10-03T01:00:00.000Z', was: {} } as Suggestion;
  const runs: Run[] = [{ text: 'a', bold: true, check: true, suggestions: [IN, BOLD] }];
  expect(runsAsTheyWere(runs, { ...suggestions, [IN]: younger })).toEqual([{ text: 'a', italic: true, check: true }]);
});

test('a suggestion that nobody has decided blocks a publication, also one whose record is missing', () => {
  const blocks = (of: Story) => preflight(of).blocks.filter(({ code }) => code === 'openSuggestion');
  expect(blocks(suggested())).toEqual([1, 2].map((n) => ({ code: 'openSuggestion', anchor: { block: idOf(n) } })));
  expect(blocks({ ...suggested(), suggestions: {} }).length).toBe(2);
  expect(blocks(story([para(1, 'Bản xa')], { suggestions }))).toEqual([]);
});

test('a change of the journal carries suggestions, there and back', () => {
  const plain = story([para(1, 'Bản xa')]);
  for (const [from, to] of [
    [plain, suggested()],
    [suggested(), plain],
  ] as const) {
    const change = diffStories(from, to);
    expect(Object.keys(change.suggestions ?? {}).sort()).toEqual([IN, OUT, BOLD]);
    expect(applyChange(from, JSON.parse(JSON.stringify(change)))).toEqual(to);
  }
  expect(diffStories(suggested(), suggested()).suggestions).toBeUndefined();
});

test('a merge keeps the suggestions of both sides, and the decision that one side made', () => {
  const base = suggested();
  const ours: Story = {
    ...base,
    body: [para(1, 'Bản rất ', { text: 'xa ', suggestions: [OUT] }, { text: 'Pác Ngòi', bold: true }), base.body[1]!],
  };
  const fresh: Suggestion = { id: idOf(0x54), kind: 'deletion', ...by };
  const theirs: Story = {
    ...base,
    body: [para(1, { text: 'Bản ', suggestions: [fresh.id] }, ...runsOf(base).slice(1, 4)), base.body[1]!],
    suggestions: { ...suggestions, [fresh.id]: fresh },
  };
  const merged = merge(base, ours, theirs).story;
  expect(merged.suggestions).toEqual(theirs.suggestions);
  expect(runsOf(merged)).toEqual([
    { text: 'Bản ', suggestions: [fresh.id] },
    { text: 'rất ' },
    { text: 'xa ', suggestions: [OUT] },
    { text: 'Pác Ngòi', bold: true },
    { text: 'Một đoạn mới.', suggestions: [IN] },
  ]);
});

test('a new draft made from the story has its text as it was, and no suggestions', () => {
  const copy = duplicateStory(suggested(), '', AT);
  expect(copy.suggestions).toEqual({});
  expect(runsOf(copy)).toEqual([{ text: 'Bản xa ' }, { text: 'Pác Ngòi', italic: true }]);
});

test('a story travels with its suggestions: names cleaned, each under its own id', () => {
  const named = { ...suggested(), suggestions: { [IN]: { ...suggestions[IN], name: 'Ha\u0300' } as Suggestion } };
  expect(cleanStory(named).suggestions[IN]?.name).toBe('Hà');
  expect(isSound(suggested())).toBe(true);
  expect(isSound({ ...suggested(), suggestions: { [OUT]: suggestions[IN] as Suggestion } })).toBe(false);
});

test('a story of an older schema has none', () => {
  const { suggestions: _, ...older } = story([para(1, 'a')]);
  expect(parseStory({ ...older, version: 2 })).toEqual({ kind: 'story', story: story([para(1, 'a')]) });
});

test('no word that stood there before is missing from what is published, and none that is only suggested is in it', () => {
  const run = fc.record({
    text: fc.constantFrom('một ', 'hai ', 'ba '),
    suggestions: fc.subarray([IN, OUT, BOLD], { minLength: 1 }),
  });
  fc.assert(
    fc.property(fc.array(run), (runs) => {
      const kept = runs.filter(({ suggestions: ids }) => !ids.includes(IN));
      expect(plainText(runsAsTheyWere(runs, suggestions))).toBe(plainText(kept));
    }),
  );
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Story, storySchema } from '../../../../story/model.ts';
import { track } from '../../../../story/review/suggest/track.ts';
import { asItWas, asProposed, decide, openSuggestions } from '../../../../story/review/suggest/views.ts';
import { AT, counter } from '../kit.ts';
import { author, edited, edits, readable, start, suggestedBy } from './kit.ts';

const steps = (most: number) =>
  fc.array(fc.record({ by: fc.constantFrom('a' as const, 'b' as const), edit: edits }), {
    minLength: 1,
    maxLength: most,
  });
const RUNS = Number(process.env.SUGGEST_RUNS ?? 300);
const editor = { fingerprint: 'c', name: 'c' };

test('after any edit in suggest mode the story as it was is the one before, and as proposed the edited one', () => {
  fc.assert(
    fc.property(steps(6), edits, (before, edit) => {
      const newId = counter(0x5000);
      const old = suggestedBy(start(), before);
      const after = edited(old.body, edit, newId);
      const { body, suggestions } = track(old.body, after, old.suggestions, author('a', newId));
      const now: Story = { ...old, body, suggestions: { ...old.suggestions, ...suggestions } };
      expect(storySchema.safeParse(now).error?.issues).toBeUndefined();
      expect(readable(asItWas(now).body)).toEqual(readable(start().body));
      expect(new Set(now.body.map(({ id }) => id)).size).toBe(now.body.length);
    }),
    { numRuns: RUNS },
  );
});

test('one edit of a story without suggestions reads, as proposed, as if it had been made', () => {
  fc.assert(
    fc.property(edits, (edit) => {
      const newId = counter(0x5000);
      const old = start();
      const after = edited(old.body, edit, newId);
      const { body, suggestions } = track(old.body, after, {}, author('a', newId));
      expect(readable(asProposed({ ...old, body, suggestions }).body)).toEqual(readable(after));
    }),
    { numRuns: RUNS },
  );
});

test.each([true, false])('all decided alike (accepted: %s), in any order, is the text as a whole', (accepted) => {
  fc.assert(
    fc.property(steps(8), fc.array(fc.nat(), { minLength: 30, maxLength: 30 }), (list, order) => {
      const story = suggestedBy(start(), list);
      let now = story;
      for (const n of order) {
        const open = openSuggestions(now);
        if (open.length === 0) break;
        now = decide(now, [open[n % open.length]!.id], accepted, editor, AT);
      }
      now = decide(
        now,
        openSuggestions(now).map(({ id }) => id),
        accepted,
        editor,
        AT,
      );
      expect(openSuggestions(now)).toEqual([]);
      expect(readable(now.body)).toEqual(readable((accepted ? asProposed : asItWas)(story).body));
    }),
    { numRuns: RUNS },
  );
});

test('selected words that are only set differently are neither taken out nor put in', () => {
  const newId = counter(0x5000);
  const [first, ...rest] = start().body;
  const bold = {
    ...first!,
    runs: [{ text: 'Cầu treo', bold: true as const }, { text: ' bản Pác Ngòi' }],
  } as typeof first;
  const { body, suggestions } = track([first!, ...rest], [bold!, ...rest], {}, author('a', newId), {
    selected: [
      { block: first!.id, offset: 0 },
      { block: first!.id, offset: 8 },
    ],
  });
  expect(Object.values(suggestions)).toMatchObject([{ kind: 'format', was: {} }]);
  expect(readable(body)).toMatchObject([{ runs: [{ text: 'Cầu treo' }, { text: ' bản Pác Ngòi' }] }, {}, {}, {}, {}]);
});

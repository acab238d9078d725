import fc from 'fast-check';
import { CONTROLLED_TEXT_INSERTION_COMMAND, UNDO_COMMAND } from 'lexical';
import { expect, test } from 'vitest';
import { trackingExtension } from '../../../renderer/editor/suggest/tracking.ts';
import { type Block, emptyStory, isTextBlock, plainText, type Story, storySchema } from '../../../story/model.ts';
import { asItWas, asProposed } from '../../../story/review/suggest/views.ts';
import { joinRuns } from '../../../story/runs.ts';
import { readable } from '../review/suggest/kit.ts';
import { bodies as any } from '../schema/bodies.ts';
import { editorOf, editorWith, paragraph } from '../schema/editing.ts';
import { AT } from './desk.ts';
import { type Edit, edit } from './randomEdits.ts';

/** An editor in suggest mode, and the story it makes; `by` is who suggests. */
function suggesting(body: readonly Block[]) {
  const state = {
    by: 'a',
    isOn: false,
    isSuggesting: true,
    story: { ...emptyStory('vi', AT), body: [...body] } as Story,
    refused: [] as unknown[],
  };
  const t = editorOf(
    body,
    trackingExtension({
      isOn: () => state.isOn,
      isSuggesting: () => state.isSuggesting,
      by: () => ({ name: state.by, fingerprint: state.by }),
      known: () => state.story.suggestions,
      add(more) {
        state.story = { ...state.story, suggestions: { ...state.story.suggestions, ...more } };
      },
      refused: (error) => void state.refused.push(error),
    }),
  );
  state.isOn = true;
  return { t, state, story: (): Story => ({ ...state.story, body: t.blocks() }) };
}

const number = fc.nat({ max: 10_000 });
const edits: fc.Arbitrary<Edit> = fc.record({
  op: number,
  block: number,
  offset: fc.nat({ max: 30 }),
  toBlock: number,
  toOffset: fc.nat({ max: 30 }),
  n: number,
});
/** What is to be checked is a note to oneself, no suggestion. */
const read = (body: readonly Block[]) =>
  readable(
    body.map((block) => {
      if ('runs' in block) return { ...block, runs: joinRuns(block.runs.map(({ check: _, ...run }) => run)) };
      return block.type === 'figure' ? { ...block, unchecked: [], drafted: undefined } : block;
    }),
  );
/** Bodies in which nothing is suggested yet; an accent of its own is set with its letter. */
const bodies = any.map(
  (body) =>
    body.map(({ suggestions: _, ...block }) =>
      'runs' in block
        ? {
            ...block,
            runs: joinRuns(
              block.runs.map(({ suggestions: __, side: ___, threads: ____, ...run }) => ({
                ...run,
                text: run.text.normalize('NFC'),
              })),
            ),
          }
        : block,
    ) as Block[],
);
const RUNS = Number(process.env.SUGGEST_RUNS ?? 150);
const isLexicals = (error: Error) => error.message.startsWith('$getTextNodeOffset: invalid offset');

test('whatever two people do in suggest mode, the story as it was stays, and nothing is refused', () => {
  fc.assert(
    fc.property(bodies, bodies, fc.array(fc.tuple(edits, fc.boolean()), { maxLength: 12 }), (body, paste, steps) => {
      const s = suggesting(body);
      const was = read(s.t.blocks());
      for (const [step, isOther] of steps) {
        s.state.by = isOther ? 'b' : 'a';
        edit(s.t, { json: '[]', blocks: paste }, step);
        expect(s.t.errors.filter((error) => !isLexicals(error))).toEqual([]);
        expect(read(asItWas(s.story()).body)).toEqual(was);
      }
      expect(storySchema.safeParse(s.story()).error?.issues).toBeUndefined();
      expect(s.state.refused).toEqual([]);
      s.t.editor.dispose();
    }),
    { numRuns: RUNS },
  );
});

test('as proposed, one edit reads as it would without suggestions', () => {
  fc.assert(
    fc.property(bodies, bodies, edits, (body, paste, step) => {
      const [s, plain] = [suggesting(body), editorWith(...body)];
      edit(s.t, { json: '[]', blocks: paste }, step);
      edit(plain, { json: '[]', blocks: paste }, step);
      expect(read(asProposed(s.story()).body)).toEqual(read(plain.blocks()));
    }),
    { numRuns: RUNS },
  );
});

test('undo brings back the body as it was, marks and all', () => {
  const s = suggesting([paragraph('Cầu treo bản Pác Ngòi'), paragraph('dài tám mươi mét')]);
  const states = [s.t.blocks()];
  const type = (block: number, from: number, to: number, text: string) => {
    s.t.update(() => {
      s.t.$select(block, from, block, to);
      s.t.$at(block).getLatest();
    }, 'history-merge');
    s.t.update(() => {
      s.t.$select(block, from, block, to);
      const node = s.t.$at(block);
      if ('selectEnd' in node) s.t.editor.dispatchCommand(CONTROLLED_TEXT_INSERTION_COMMAND, text);
    }, 'history-push');
    states.push(s.t.blocks());
  };
  type(0, 4, 8, 'cứng');
  type(1, 0, 3, '');
  for (const state of states.slice(0, -1).reverse()) {
    s.t.editor.dispatchCommand(UNDO_COMMAND, undefined);
    expect(s.t.blocks()).toEqual(state);
  }
});

test('in edit mode, what is typed beside and in a deletion is no part of it, and the deletion stays', () => {
  const s = suggesting([paragraph('Cầu treo bản')]);
  s.t.update(() => {
    s.t.$select(0, 4, 0, 8);
    s.t.editor.dispatchCommand(CONTROLLED_TEXT_INSERTION_COMMAND, '');
  });
  s.state.isSuggesting = false;
  for (const at of [8, 6, 4])
    s.t.update(() => {
      s.t.$select(0, at);
      s.t.editor.dispatchCommand(CONTROLLED_TEXT_INSERTION_COMMAND, 'x');
    });
  expect(plainText(textOf(asProposed(s.story()).body))).toBe('Cầu xxx bản');
  expect(plainText(textOf(asItWas(s.story()).body))).toBe('Cầu xtrxeox bản');
});

const textOf = ([block]: readonly Block[]) => (block && isTextBlock(block) ? block.runs : []);

import { getExtensionDependencyFromEditor } from '@lexical/extension';
import { HistoryExtension } from '@lexical/history';
import fc from 'fast-check';
import { REDO_COMMAND, UNDO_COMMAND } from 'lexical';
import { expect, test } from 'vitest';
import { changeBody } from '../../../renderer/editor/blocks/change.ts';
import { createMirror } from '../../../renderer/editor/mirror.ts';
import { changeBetween, nothingTouched, touchMore } from '../../../story/changes.ts';
import { type Change, changeSchema, fold, isEmptyChange } from '../../../story/journal.ts';
import { emptyStory, type Story, storySchema } from '../../../story/model.ts';
import { moveBlocks, stepBlocks } from '../../../story/move.ts';
import { bodies } from '../schema/bodies.ts';
import { editorWith, figure, item, paragraph } from '../schema/editing.ts';
import { type Edit, edit } from './randomEdits.ts';

const at = '2026-01-05T03:00:00.000Z';
const storyOf = (body: Story['body']): Story => ({ ...emptyStory('vi', at), body });

/** An editor, its mirror, and the journal it writes. */
function journaled(body: Story['body']) {
  const t = editorWith(...body);
  const mirror = createMirror(t.editor);
  t.editor.registerUpdateListener(mirror.note);
  const initial = storyOf(mirror.body());
  const journal: Change[] = [];
  let saved = initial;
  const touched = nothingTouched();
  return {
    t,
    initial,
    journal,
    flush(): Change {
      touchMore(touched, mirror.refresh());
      const change = changeBetween(saved, { ...saved, body: mirror.body() }, touched);
      Object.assign(touched, nothingTouched());
      if (isEmptyChange(change)) return change;
      journal.push(changeSchema.parse(JSON.parse(JSON.stringify(change))));
      saved = { ...saved, body: mirror.body() };
      return change;
    },
  };
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

test('after any editing, the fold of the journal is what the editor shows', () => {
  fc.assert(
    fc.property(bodies, bodies, fc.array(fc.tuple(edits, fc.boolean()), { maxLength: 40 }), (body, paste, steps) => {
      const j = journaled(body);
      const clipboard = { json: '[]', blocks: paste };
      for (const [step, flush] of steps) {
        edit(j.t, clipboard, step);
        if (flush) j.flush();
      }
      j.flush();
      // An assertion of Lexical's development build; its production build goes on with the nearest offset.
      expect(j.t.errors.filter((error) => !error.message.startsWith('$getTextNodeOffset: invalid offset'))).toEqual([]);
      const shown = j.t.blocks();
      const folded = fold(j.initial, j.journal);
      expect(folded.body).toEqual(shown);
      storySchema.parse(folded);
      expect(new Set(shown.map((block) => block.id)).size).toBe(shown.length);
      // What is stored opens as what was shown.
      expect(editorWith(...folded.body).blocks()).toEqual(shown);
      j.t.editor.dispose();
    }),
    { numRuns: 300 },
  );
});

test('undoing everything gives what was there at first, redoing everything what was there at last', () => {
  fc.assert(
    fc.property(bodies, bodies, fc.array(edits, { maxLength: 15 }), (body, paste, steps) => {
      const t = editorWith(...body);
      const first = t.blocks();
      for (const step of steps) edit(t, { json: '[]', blocks: paste }, step);
      const history = getExtensionDependencyFromEditor(t.editor, HistoryExtension).output;
      const undoAll = () => {
        while (history.canUndo.peek()) t.editor.dispatchCommand(UNDO_COMMAND, undefined);
      };
      const redoAll = () => {
        while (history.canRedo.peek()) t.editor.dispatchCommand(REDO_COMMAND, undefined);
      };
      redoAll(); // of what the steps themselves undid
      const last = t.blocks();
      undoAll();
      expect(t.blocks()).toEqual(first);
      redoAll();
      expect(t.blocks()).toEqual(last);
      t.editor.dispose();
    }),
    { numRuns: 200 },
  );
});

test('a key names one block, however long the story is', () => {
  const body = Array.from({ length: 200 }, (_, n) => paragraph(`đoạn ${n}`));
  const j = journaled(body);
  j.t.update(() => {
    j.t.$select(100, 4);
    const node = j.t.$at(100);
    if ('getAllTextNodes' in node) node.getAllTextNodes()[0]?.spliceText(4, 0, '!');
  });
  expect(j.flush()).toEqual({ blocks: [{ ...body[100], runs: [{ text: 'đoạn! 100' }] }] });
  expect(j.flush()).toEqual({});
});

test('a list that changes its kind writes every item of it, and nothing else', () => {
  const body = [paragraph('trước'), item('một'), item('hai', 'bullet', 1), paragraph('sau')];
  const j = journaled(body);
  j.t.update(() => {
    const list = j.t.$at(1).getParentOrThrow();
    if ('setListType' in list) (list as import('@lexical/list').ListNode).setListType('number');
  });
  expect(j.flush()).toEqual({ blocks: [{ ...body[1], list: 'number' }] });
});

test('moving, removing and adding say only that', () => {
  const body = [paragraph('a'), figure('ảnh'), paragraph('b'), paragraph('c')];
  const j = journaled(body);
  j.t.update(() => void j.t.$at(0).insertBefore(j.t.$at(3)));
  expect(j.flush()).toEqual({ placed: [{ id: body[3]?.id, after: null }] });
  j.t.update(() => j.t.$at(2).remove());
  expect(j.flush()).toEqual({ removed: [body[1]?.id] });
});

test('blocks moved as a whole are only placed; one whose box changes is written, and no other', () => {
  const body = [paragraph('a'), item('b'), item('c', 'bullet', 1), figure('ảnh'), paragraph('d'), paragraph('e')];
  const [a, b, c, photo, d, e] = body.map(({ id }) => id);
  const j = journaled(body);
  changeBody(j.t.editor, (now) => moveBlocks(now, new Set([body[1]!.id]), null));
  expect(j.flush()).toEqual({
    placed: [
      { id: b, after: e },
      { id: c, after: b },
    ],
  });
  changeBody(j.t.editor, (now) => stepBlocks(now, new Set([body[3]!.id]), 'up'));
  const { placed, ...rest } = j.flush();
  expect(placed).toHaveLength(1);
  expect(rest).toEqual({});
  expect(j.t.blocks().map(({ id }) => id)).toEqual([photo, a, d, e, b, c]);

  const boxed = ['một', 'hai'].map((text) => ({ ...paragraph(text), box: true as const }));
  const into = paragraph('vào khung');
  const k = journaled([into, ...boxed]);
  changeBody(k.t.editor, (now) => moveBlocks(now, new Set([into.id]), boxed[1]!.id));
  expect(k.flush().blocks).toEqual([{ ...into, box: true }]);
});

test('any cut of the journal folds to what the editor showed at that flush', () => {
  fc.assert(
    fc.property(bodies, bodies, fc.array(edits, { maxLength: 25 }), (body, paste, steps) => {
      const j = journaled(body);
      const clipboard = { json: '[]', blocks: paste };
      const shown = [j.initial.body];
      for (const step of steps) {
        edit(j.t, clipboard, step);
        if (!isEmptyChange(j.flush())) shown.push(createMirror(j.t.editor).body());
      }
      for (const [cut, there] of shown.entries()) expect(fold(j.initial, j.journal.slice(0, cut)).body).toEqual(there);
    }),
    { numRuns: 60 },
  );
});

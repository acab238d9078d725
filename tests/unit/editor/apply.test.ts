import fc from 'fast-check';
import { $getSelection, $isRangeSelection, REDO_COMMAND, UNDO_COMMAND } from 'lexical';
import { expect, test } from 'vitest';
import { applyToEditor } from '../../../renderer/editor/apply.ts';
import { coreOf } from '../../../renderer/editor/core.ts';
import { openSession } from '../../../renderer/editor/session.ts';
import { diffStories } from '../../../story/journal.ts';
import type { Block } from '../../../story/model.ts';
import { bodies } from '../schema/bodies.ts';
import { editorWith, figure, item, paragraph, texts } from '../schema/editing.ts';
import { storeWith, storyOf, typeInto } from './desk.ts';

/** Another body made of one: some blocks as they were, some changed, some new, in another order. */
const other = (body: Block[]) =>
  fc
    .tuple(fc.shuffledSubarray(body), bodies, fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }))
    .map(([kept, fresh, changes]) => {
      const blocks = kept.map((block, n) => {
        const donor = fresh[n % fresh.length] as Block;
        return changes[n] ? { ...donor, id: block.id } : block;
      });
      const all = [...blocks, ...fresh.filter((_, n) => changes[11 - n])];
      return all.length > 0 ? all : body;
    });

test('applying any other body gives exactly it; one undo gives the former one, one redo the new one', () => {
  const pairs = bodies.chain((body) => fc.tuple(fc.constant(body), other(body)));
  fc.assert(
    fc.property(pairs, ([body, next]) => {
      const t = editorWith(...body);
      const change = diffStories(storyOf(...t.blocks()), storyOf(...next));
      applyToEditor(t.editor, change, next);
      expect(t.errors).toEqual([]);
      expect(t.blocks()).toEqual(next);
      if (!change.blocks && !change.placed && !change.removed) return;
      t.editor.dispatchCommand(UNDO_COMMAND, undefined);
      expect(t.blocks()).toEqual(body);
      t.editor.dispatchCommand(REDO_COMMAND, undefined);
      expect(t.blocks()).toEqual(next);
      t.editor.dispose();
    }),
    { numRuns: 200 },
  );
});

test.each([
  ['in place', (body: Block[]) => [{ ...body[0], runs: [{ text: 'khác' }] } as Block, ...body.slice(1)]],
  ['with blocks moved and added', (body: Block[]) => [paragraph('mới'), ...[...body].reverse()]],
])('the caret stays where it was, %s', (_, change) => {
  const body = [paragraph('một'), paragraph('Bắc ', { text: 'Kạn', bold: true }), item('hai')];
  const t = editorWith(...body);
  t.update(() => t.$select(1, 6));
  const before = t.editor.read(() => $getSelection());
  const next = change(body);
  applyToEditor(t.editor, diffStories(storyOf(...body), storyOf(...next)), next);
  expect(t.blocks()).toEqual(next);
  t.editor.read(() => {
    const selection = $getSelection();
    if (!$isRangeSelection(selection) || !$isRangeSelection(before)) throw new Error('no caret');
    expect([selection.anchor.getNode().getTextContent(), selection.anchor.offset]).toEqual(['Kạn', 2]);
  });
});

test('a hand-off is merged while the reporter types: both sides are there, in the window and on disk', async () => {
  const base = storyOf(paragraph('Bắc Kạn có kế hoạch.'), figure('ảnh'));
  const { api, open } = await storeWith(base);
  const session = openSession(await open(), api);
  typeInto(session, 0, ' Hôm nay họp.');
  const theirs = structuredClone(base);
  theirs.fields.headline = 'Tít của biên tập';
  theirs.status = 'approved';
  theirs.body.push(paragraph('Đoạn của biên tập.'));
  (theirs.body[1] as { caption: string }).caption = 'ảnh đã sửa';
  const report = session.merge({
    storyId: base.id,
    isNew: false,
    base,
    theirs,
    from: { name: 'Mai', fingerprint: 'f' },
    note: { to: '', text: '' },
  });
  expect(report.conflicts).toBe(0);
  const merged = session.story();
  expect(texts(merged.body)).toEqual(['Bắc Kạn có kế hoạch. Hôm nay họp.', '[ảnh đã sửa]', 'Đoạn của biên tập.']);
  expect(merged.fields.headline).toBe('Tít của biên tập');
  session.run({ kind: 'undo' });
  expect(texts(session.story().body)).toEqual(['Bắc Kạn có kế hoạch. Hôm nay họp.', '[ảnh]']);
  session.run({ kind: 'undo' });
  expect(texts(session.story().body)).toEqual(['Bắc Kạn có kế hoạch.', '[ảnh]']);
  session.run({ kind: 'undo' });
  expect(texts(session.story().body)).toEqual(['Bắc Kạn có kế hoạch.', '[ảnh]']); // never an empty story
  session.run({ kind: 'redo' });
  session.run({ kind: 'redo' });
  expect(session.story()).toEqual(merged);
  await session.flush('blur');
  expect((await open()).story).toEqual(merged);
  expect(coreOf(session).editor.isEditable()).toBe(true);
  await session.dispose();
});

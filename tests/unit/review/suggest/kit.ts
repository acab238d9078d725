import fc from 'fast-check';
import { type Block, emptyStory, isTextBlock, plainText, type Story } from '../../../../story/model.ts';
import type { Author } from '../../../../story/review/suggest/recorder.ts';
import { track } from '../../../../story/review/suggest/track.ts';
import { joinRuns } from '../../../../story/runs.ts';
import { AT, counter, figure, idOf, para } from '../kit.ts';

export const author = (who: 'a' | 'b', newId: () => string): Author => ({ fingerprint: who, name: who, at: AT, newId });

/** A story of three paragraphs with a figure and a list, nothing suggested. */
export const start = (): Story => ({
  ...emptyStory('vi', AT),
  id: idOf(0xffff),
  body: [
    para(1, 'Cầu treo bản Pác Ngòi'),
    para(2, 'dài tám mươi ', { text: 'mét', bold: true }, ' qua sông'),
    figure(3),
    para(4, 'Người dân đi chợ phiên.'),
    { id: idOf(5), type: 'heading', level: 2, runs: [{ text: 'Đường mới' }] },
  ],
});

/** One edit, as an editor without suggestions would do it, told by numbers. */
export type Edit = { op: number; where: number; at: number; length: number; text: string };
export const edits = fc.record({
  op: fc.nat(9),
  where: fc.nat(20),
  at: fc.nat(40),
  length: fc.nat(12),
  text: fc.constantFrom('x', 'và ', 'Hà', 'ê', ' mới ', 'tám', 'a\nb'),
});

const slice = (block: Extract<Block, { runs: unknown }>, from: number, to: number) => {
  let start = 0;
  return block.runs.flatMap((run) => {
    const [a, b] = [from, to].map((at) => Math.min(Math.max(at - start, 0), run.text.length)) as [number, number];
    start += run.text.length;
    return b > a ? [{ ...run, text: run.text.slice(a, b) }] : [];
  });
};

/** The body after an edit; typed words take the marks of where they are typed, as an editor gives them. */
export function edited(body: readonly Block[], edit: Edit, newId: () => string): Block[] {
  const index = edit.where % body.length;
  const block = body[index]!;
  const others = (...blocks: Block[]) => body.toSpliced(index, 1, ...blocks);
  if (!isTextBlock(block)) {
    if (edit.op % 3 === 0) return body.length > 1 ? others() : [...body];
    if (edit.op % 3 === 1 && block.type === 'figure') return others({ ...block, caption: edit.text });
    return move(body, index, edit.at);
  }
  const end = plainText(block.runs).length;
  const at = Math.min(edit.at, end);
  const to = Math.min(at + edit.length, end);
  const [left, middle, right] = [slice(block, 0, at), slice(block, at, to), slice(block, to, end)];
  switch (edit.op) {
    case 0:
    case 1:
      return others({ ...block, runs: joinRuns([...left, { ...left.at(-1), text: edit.text }, ...middle, ...right]) });
    case 2:
      return others({ ...block, runs: joinRuns([...left, ...right]) });
    case 3:
      return others({ ...block, runs: joinRuns([...left, { text: edit.text }, ...right]) });
    case 4:
      return others(
        { ...block, runs: joinRuns(left) },
        { id: newId(), type: 'paragraph', runs: joinRuns([...middle, ...right]) },
      );
    case 5: {
      const next = body[index + 1];
      if (!next || !isTextBlock(next)) return [...body];
      return body.toSpliced(index, 2, { ...block, runs: joinRuns([...left, ...slice(next, edit.length, 1e9)]) });
    }
    case 6: {
      const { level: _, list: __, indent: ___, ...rest } = block as Record<string, unknown>;
      return others({
        ...rest,
        ...(block.type === 'heading' ? { type: 'paragraph' } : { type: 'heading', level: 3 }),
      } as Block);
    }
    case 7:
      return others({
        ...block,
        runs: joinRuns([
          ...left,
          ...middle.map(({ bold, ...run }) => (bold ? run : { ...run, bold: true as const })),
          ...right,
        ]),
      });
    case 8:
      return move(body, index, edit.at);
    default:
      return others(
        block,
        { ...figure(0), id: newId() },
        { id: newId(), type: 'paragraph', runs: [{ text: edit.text }] },
      );
  }
}

function move(body: readonly Block[], index: number, by: number): Block[] {
  const rest = body.toSpliced(index, 1);
  return rest.toSpliced(by % (rest.length + 1), 0, body[index]!);
}

/** A story after edits in suggest mode, by two authors in turn. */
export function suggestedBy(story: Story, list: readonly { by: 'a' | 'b'; edit: Edit }[]): Story {
  const newId = counter(0x1000);
  let now = story;
  for (const { by, edit } of list) {
    const after = edited(now.body, edit, newId);
    const { body, suggestions } = track(now.body, after, now.suggestions, author(by, newId));
    now = { ...now, body, suggestions: { ...now.suggestions, ...suggestions } };
  }
  return now;
}

/** What a reader sees of a body: no ids, neighbouring empties left out. */
export const readable = (body: readonly Block[]): unknown[] =>
  body
    .filter((block) => !isTextBlock(block) || plainText(block.runs) !== '')
    .map(({ id: _, suggestions: __, ...block }) => block);

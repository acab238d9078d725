import {
  type Block,
  type ConflictThread,
  emptyFields,
  type Figure,
  type Paragraph,
  type Run,
  type Story,
} from '../../../story/model.ts';
import { mergeStories } from '../../../story/review/merge.ts';
import { emptyDesk } from '../../../story/workflow.ts';

/** Ids that count up: the same in every run. */
export function counter(start = 0): () => string {
  let next = start;
  return () => idOf(next++);
}
export const idOf = (n: number): string => `01900000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
export const AT = '2026-10-02T01:00:00.000Z';

export const para = (n: number, ...runs: (string | Run)[]): Paragraph => ({
  id: idOf(n),
  type: 'paragraph',
  runs: runs.map((run) => (typeof run === 'string' ? { text: run } : run)),
});

export const figure = (n: number, more: Partial<Figure> = {}): Figure => ({
  id: idOf(n),
  type: 'figure',
  photo: 'a'.repeat(64),
  width: 300,
  height: 200,
  caption: 'Lễ khánh thành cầu treo bản Pác Ngòi',
  credit: 'Ảnh: Thu Hà',
  copyright: '',
  alt: '',
  unchecked: [],
  ...more,
});

export const story = (body: Block[], more: Partial<Story> = {}): Story => ({
  version: 5,
  id: idOf(0xffff),
  createdAt: '2026-10-01T01:00:00.000Z',
  language: 'vi',
  status: 'draft',
  approval: null,
  fields: emptyFields(),
  threads: {},
  suggestions: {},
  desk: emptyDesk(),
  ...more,
  body,
});

const freshId = counter(0xa000);
export const merge = (base: Story, ours: Story, theirs: Story) =>
  mergeStories(base, ours, theirs, { theirName: 'Biên tập viên', at: AT }, freshId);

export const textOf = (block: Block | undefined): string =>
  block && 'runs' in block ? block.runs.map((run) => run.text).join('') : '';
export const texts = (merged: Story): string[] => merged.body.map(textOf);

/** Every text of a story: body, figures, fields, and what its conflicts and comments keep. */
export function everything(of: Story): string {
  const figures = of.body.flatMap((block) => {
    if (block.type === 'figure') return [block.caption, block.credit, block.copyright, block.alt];
    if (block.type === 'embed') return [block.url, block.caption];
    return block.type === 'table' ? [block.caption, ...block.rows.flat()] : [textOf(block)];
  });
  const threads = Object.values(of.threads).flatMap((thread) =>
    thread.kind === 'conflict' ? [thread.ours, thread.theirs] : thread.comments.map((comment) => comment.text),
  );
  return [...Object.values(of.fields), ...figures, ...threads].join('\n');
}
export const words = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];

export const conflictsOf = (of: Story): ConflictThread[] =>
  Object.values(of.threads).filter((thread) => thread.kind === 'conflict');

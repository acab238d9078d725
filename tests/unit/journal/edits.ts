import fc from 'fast-check';
import { newId } from '../../../story/ids.ts';
import {
  type Block,
  emptyStory,
  FIELD_NAMES,
  isTextBlock,
  plainText,
  type Run,
  type Story,
} from '../../../story/model.ts';
import { embeds, tables } from '../schema/bodies.ts';

const AT = '2025-03-01T08:00:00.000Z';
const text = fc.oneof(
  fc.constantFrom('3.700 tỷ đồng', 'Bắc Kạn', 'Nguyễn Văn Ước', '57,54%', 'dòng\nmới', 'e\u0301', ''),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 6 }),
);

const run: fc.Arbitrary<Run> = fc.record(
  {
    text,
    bold: fc.constant(true as const),
    italic: fc.constant(true as const),
    link: fc.constant('https://vi.example'),
  },
  { requiredKeys: ['text'] },
);
const runs = fc.array(run, { maxLength: 4 });

/** A block with a new id. */
export const blockArbitrary: fc.Arbitrary<Block> = fc
  .oneof(
    fc.record({ type: fc.constant('paragraph' as const), runs }),
    fc.record({ type: fc.constant('heading' as const), level: fc.constantFrom(2 as const, 3 as const), runs }),
    fc.record({ type: fc.constantFrom('quote' as const, 'pullquote' as const, 'attribution' as const), runs }),
    fc.record({
      type: fc.constant('listItem' as const),
      list: fc.constantFrom('bullet' as const, 'number' as const),
      indent: fc.integer({ min: 0, max: 6 }),
      runs,
    }),
    fc.record({ type: fc.constant('divider' as const) }),
    tables(text),
    embeds(text),
    fc.record({
      type: fc.constant('figure' as const),
      photo: fc.constant('ab'.repeat(32)),
      width: fc.integer({ min: 1, max: 9000 }),
      height: fc.integer({ min: 1, max: 9000 }),
      caption: text,
      credit: text,
      copyright: text,
      alt: text,
      unchecked: fc.constantFrom([], ['caption' as const], ['alt' as const, 'credit' as const]),
    }),
  )
  .map((block) => ({ id: newId(), ...block }) as Block);

export const storyArbitrary: fc.Arbitrary<Story> = fc
  .array(blockArbitrary, { maxLength: 8 })
  .map((body) => ({ ...emptyStory('vi', AT), body }));

/** What a person does to a story; positions are counted modulo its length. */
export type Edit =
  | { kind: 'insert'; at: number; blocks: Block[] }
  | { kind: 'remove'; at: number; count: number }
  | { kind: 'move'; from: number; to: number }
  | { kind: 'retype'; at: number; block: Block }
  | { kind: 'split'; at: number }
  | { kind: 'field'; field: number; text: string }
  | { kind: 'comment'; at: number; text: string }
  | { kind: 'forget' }
  | { kind: 'language'; language: Story['language'] }
  | { kind: 'status'; status: Story['status'] };

const at = fc.nat({ max: 30 });
export const editSchema: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({
    kind: fc.constant('insert' as const),
    at,
    blocks: fc.array(blockArbitrary, { minLength: 1, maxLength: 4 }),
  }),
  fc.record({ kind: fc.constant('remove' as const), at, count: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ kind: fc.constant('move' as const), from: at, to: at }),
  fc.record({ kind: fc.constant('retype' as const), at, block: blockArbitrary }),
  fc.record({ kind: fc.constant('split' as const), at }),
  fc.record({ kind: fc.constant('field' as const), field: at, text }),
  fc.record({ kind: fc.constant('comment' as const), at, text }),
  fc.record({ kind: fc.constant('forget' as const) }),
  fc.record({ kind: fc.constant('language' as const), language: fc.constantFrom('vi', 'en') }),
  fc.record({ kind: fc.constant('status' as const), status: fc.constantFrom('draft', 'inReview', 'approved') }),
);

export function edited(story: Story, edit: Edit): Story {
  const body = [...story.body];
  const index = (position: number) => position % Math.max(1, body.length);
  switch (edit.kind) {
    case 'insert':
      // A shrunk or repeated example brings the same block again: its id is made new, as an editor would.
      body.splice(index(edit.at), 0, ...edit.blocks.map((block) => ({ ...block, id: newId() })));
      return { ...story, body };
    case 'remove':
      body.splice(index(edit.at), edit.count);
      return { ...story, body };
    case 'move':
      body.splice(index(edit.to), 0, ...body.splice(index(edit.from), 1));
      return { ...story, body };
    case 'retype': {
      const old = body[index(edit.at)];
      if (old) body[index(edit.at)] = { ...edit.block, id: old.id };
      return { ...story, body };
    }
    case 'split': {
      const old = body[index(edit.at)];
      if (!old || !isTextBlock(old)) return story;
      const words = plainText(old.runs);
      const half = Math.floor(words.length / 2);
      const [first, second] = [words.slice(0, half), words.slice(half)].map((part) => [{ text: part }]);
      body.splice(index(edit.at), 1, { ...old, runs: first as Run[] }, { ...old, id: newId(), runs: second as Run[] });
      return { ...story, body };
    }
    case 'field': {
      const name = FIELD_NAMES[edit.field % FIELD_NAMES.length] as (typeof FIELD_NAMES)[number];
      return { ...story, fields: { ...story.fields, [name]: edit.text } };
    }
    case 'comment': {
      const block = body[index(edit.at)];
      const comment = { id: newId(), by: 'b', name: 'Bình', at: AT, text: edit.text };
      const anchor = block ? { block: block.id } : { field: 'headline' as const };
      const base = { kind: 'comment' as const, anchor, words: 'chữ', resolved: false };
      const id = newId();
      return { ...story, threads: { ...story.threads, [id]: { id, ...base, comments: [comment] } } };
    }
    case 'forget': {
      const [first] = Object.keys(story.threads);
      return { ...story, threads: Object.fromEntries(Object.entries(story.threads).filter(([id]) => id !== first)) };
    }
    case 'language':
      return { ...story, language: edit.language };
    case 'status': {
      const approval = { hash: 'cd'.repeat(32), by: 'b', name: 'Bình', at: AT };
      return { ...story, status: edit.status, approval: edit.status === 'approved' ? approval : null };
    }
  }
}

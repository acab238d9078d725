// MADE TEXT: what somebody types who never lived. Bursts of Vietnamese prose (see prose.ts), typed in and taken out again,
// paragraphs split, joined, moved and retyped, fields, captions and comments: the same seed makes the same session.
import { diffStories } from '../../story/journal.ts';
import {
  type Block,
  type FieldName,
  type Figure,
  isTextBlock,
  plainText,
  type Run,
  type Story,
  type Table,
  type TextBlock,
} from '../../story/model.ts';
import { mulberry } from '../crash/random.ts';
import { madeId, paragraphText, type Random, sentence } from './prose.ts';
import * as words from './vocabulary.ts';

const LONGEST_BODY = 40;
const NOW = Date.parse('2025-03-01T08:00:00.000Z');
const FIELDS: readonly FieldName[] = ['kicker', 'headline', 'standfirst', 'place', 'byline', 'tags'];

const whole = (random: Random, most: number): number => Math.floor(random() * most);
const one = <T>(random: Random, list: readonly T[]): T => list[whole(random, list.length)] as T;
const prose = (random: Random): string => sentence(random, one(random, words.REGISTERS));
/** One to eight words, as they come between two flushes. */
const burst = (random: Random): string => {
  const all = prose(random).split(' ');
  const from = whole(random, all.length);
  return ` ${all.slice(from, from + 1 + whole(random, 8)).join(' ')}`;
};

/** Where a run is cut; never between the halves of a character beyond the first 65,536. */
function cut(text: string, at: number): [string, string] {
  const safe = /[\udc00-\udfff]/.test(text.charAt(at)) ? at - 1 : at;
  return [text.slice(0, safe), text.slice(safe)];
}

/** Nothing is no run, as in the editor. */
const runsOf = (text: string): Run[] => (text === '' ? [] : [{ text }]);
const marked = (random: Random, text: string): Run => ({
  text,
  ...(random() < 0.1 && { bold: true as const }),
  ...(random() < 0.05 && { italic: true as const }),
  ...(random() < 0.03 && { link: 'https://bao.example/tin' }),
});

type Step = (story: Story, random: Random) => Story;

const atText =
  (change: (block: TextBlock, random: Random, story: Story) => readonly Block[]): Step =>
  (story, random) => {
    const texts = story.body.filter(isTextBlock);
    if (texts.length === 0) return typeParagraph(story, random);
    const block = one(random, texts);
    return {
      ...story,
      body: story.body.flatMap((other) => (other === block ? change(block, random, story) : [other])),
    };
  };

const typeOn = atText((block, random) => [
  { ...block, runs: [...block.runs, marked(random, burst(random))].slice(-20) },
]);
const typeBetween = atText((block, random) => {
  const [before, after] = cut(plainText(block.runs), whole(random, plainText(block.runs).length));
  return [{ ...block, runs: [{ text: `${before}${burst(random)}${after}` }] }];
});
const takeOut = atText((block, random) => {
  const text = plainText(block.runs);
  const [before, rest] = cut(text, whole(random, text.length));
  const [, after] = cut(rest, Math.min(rest.length, 1 + whole(random, 12)));
  return [{ ...block, runs: runsOf(before + after) }];
});
const split = atText((block, random) => {
  const [before, after] = cut(plainText(block.runs), whole(random, plainText(block.runs).length));
  return [
    { ...block, runs: runsOf(before) },
    { ...block, id: madeId(random, NOW), runs: runsOf(after) },
  ];
});
const retype = atText((block, random) => {
  const { id, runs } = block;
  return [
    one<Block>(random, [
      { id, type: 'paragraph', runs },
      { id, type: 'heading', level: 2, runs },
      { id, type: 'quote', runs },
      { id, type: 'listItem', list: 'bullet', indent: 0, runs },
    ]),
  ];
});
const typeParagraph: Step = (story, random) => {
  const body = [...story.body];
  const text = paragraphText(random, one(random, words.REGISTERS));
  const block: Block = { id: madeId(random, NOW), type: 'paragraph', runs: [{ text }] };
  body.splice(whole(random, body.length + 1), 0, block);
  return { ...story, body };
};
const join: Step = (story, random) => {
  const at = whole(random, story.body.length - 1);
  const [first, second] = [story.body[at], story.body[at + 1]];
  if (!first || !second || !isTextBlock(first) || !isTextBlock(second)) return typeOn(story, random);
  const body = [...story.body];
  body.splice(at, 2, { ...first, runs: [...first.runs, ...second.runs].slice(-20) });
  return { ...story, body };
};
const divide: Step = (story, random) => {
  const body = [...story.body];
  body.splice(whole(random, body.length + 1), 0, { id: madeId(random, NOW), type: 'divider' });
  return { ...story, body };
};
/** A table comes in, or words come into one of its cells. */
const tabulate: Step = (story, random) => {
  const found = story.body.find((block): block is Table => block.type === 'table');
  const cell = () => burst(random).trim();
  if (!found) {
    const rows = [0, 1, 2].map(() => [cell(), cell()]);
    const table: Table = { id: madeId(random, NOW), type: 'table', header: true, caption: cell(), rows };
    return { ...story, body: story.body.toSpliced(whole(random, story.body.length + 1), 0, table) };
  }
  const row = whole(random, found.rows.length);
  const changed = { ...found, rows: found.rows.with(row, [cell(), cell()]) };
  return { ...story, body: story.body.map((block) => (block === found ? changed : block)) };
};
const move: Step = (story, random) => {
  const body = [...story.body];
  const moved = body.splice(whole(random, body.length), 1);
  body.splice(whole(random, body.length + 1), 0, ...moved);
  return { ...story, body };
};
const remove: Step = (story, random) => {
  const body = [...story.body];
  body.splice(whole(random, body.length), 1 + whole(random, 2));
  return { ...story, body };
};
const field: Step = (story, random) => {
  const name = one(random, FIELDS);
  const text = (random() < 0.5 ? story.fields[name] + burst(random) : prose(random)).slice(0, 400);
  return { ...story, fields: { ...story.fields, [name]: text } };
};
const caption: Step = (story, random) => {
  const figures = story.body.filter((block): block is Figure => block.type === 'figure');
  if (figures.length === 0) return typeOn(story, random);
  const figure = one(random, figures);
  const changed = { ...figure, [one(random, ['caption', 'credit', 'alt'] as const)]: prose(random) };
  return { ...story, body: story.body.map((block) => (block === figure ? changed : block)) };
};
const comment: Step = (story, random) => {
  const threads = Object.values(story.threads);
  const [first] = threads;
  if (first && threads.length > 6) {
    const { [first.id]: _, ...rest } = story.threads;
    return { ...story, threads: rest };
  }
  const said = { id: madeId(random, NOW), by: 'btv', name: 'Biên tập viên', at: new Date(NOW).toISOString() };
  const comments = [{ ...said, text: prose(random) }];
  const anchor = { field: 'headline' as const };
  const thread = { id: madeId(random, NOW), kind: 'comment' as const, anchor, words: burst(random), comments };
  return { ...story, threads: { ...story.threads, [thread.id]: { ...thread, resolved: random() < 0.3 } } };
};

/** Each as often as it stands here. */
const STEPS: readonly Step[] = [
  ...Array.from({ length: 12 }, () => typeOn),
  ...[typeBetween, typeBetween, typeBetween, takeOut, takeOut, takeOut],
  ...[split, split, join, join, move, retype, typeParagraph, field, field, caption, comment, divide, tabulate],
];

/** The story after the flush that follows number `seq` of a session: pure, and never the same story. */
export function typed(story: Story, seed: number, seq: number): Story {
  const random = mulberry(Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(seq + 1, 0x85ebca6b));
  let after = story;
  for (let steps = 1 + whole(random, 3); steps > 0; steps--)
    after = (after.body.length > LONGEST_BODY ? remove : one(random, STEPS))(after, random);
  return Object.keys(diffStories(story, after)).length > 0 ? after : typeParagraph(story, random);
}

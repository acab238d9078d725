import { withTexts } from '../../../../story/content.ts';
import { changedMap } from '../../../../story/journal.ts';
import {
  type Block,
  type FieldName,
  isTextBlock,
  plainText,
  type Run,
  type Story,
  type TextBlock,
} from '../../../../story/model.ts';
import { markRange, startThread } from '../../../../story/review/comments.ts';
import { resolveConflict } from '../../../../story/review/merge.ts';
import { trackField } from '../../../../story/review/suggest/fields.ts';
import { type TextPoint, track } from '../../../../story/review/suggest/track.ts';
import { decide, openSuggestions } from '../../../../story/review/suggest/views.ts';
import { joinRuns } from '../../../../story/runs.ts';
import type { Dice } from './words.ts';

/** Whoever acts: draws, has words and ids of their own, and the time. */
export type Actor = { name: string; dice: Dice; word: () => string; newId: () => string; now: () => string };
export type Act = 'edit' | 'suggest' | 'decide' | 'settle' | 'comment' | 'field' | 'suggestField';

/** The story after one random act of a person. */
export function acted(story: Story, act: Act, actor: Actor): Story {
  const by = { fingerprint: actor.name, name: actor.name };
  const author = { ...by, at: actor.now(), newId: actor.newId };
  switch (act) {
    case 'edit':
      return { ...story, body: edited(story.body, actor).body };
    case 'suggest': {
      const { body: after, caret } = edited(story.body, actor);
      const { body, suggestions } = track(story.body, after, story.suggestions, author, caret ? { caret } : {});
      return { ...story, body, suggestions: { ...story.suggestions, ...suggestions } };
    }
    case 'decide': {
      const open = openSuggestions(story);
      const one = open[actor.dice(Math.max(open.length, 1))];
      return one ? decide(story, [one.id], actor.dice(2) === 0, by, actor.now()) : story;
    }
    case 'settle': {
      const open = Object.values(story.threads).filter((one) => one.kind === 'conflict' && !one.resolved);
      const one = open[actor.dice(Math.max(open.length, 1))];
      return one ? resolveConflict(story, one.id, (['ours', 'theirs', 'both'] as const)[actor.dice(3)]!) : story;
    }
    case 'comment':
      return commented(story, actor);
    case 'field':
    case 'suggestField': {
      const name: FieldName = actor.dice(3) === 0 ? 'kicker' : 'headline';
      const text = spliced(story.fields[name], actor);
      const fields = { ...story.fields, [name]: text };
      return act === 'field'
        ? { ...story, fields }
        : { ...story, fields, suggestions: changedMap(story.suggestions, trackField(story, name, text, author)) };
    }
  }
}

const parts = (text: string): string[] => text.split(/(?<=\s)/);

/** A text with a word put in, or some taken out, or both. */
function spliced(text: string, { dice, word }: Actor): string {
  const list = parts(text);
  const from = dice(list.length + 1);
  const before = list.slice(0, from).join('');
  const gap = before === '' || before.endsWith(' ') ? '' : ' ';
  return before + gap + (dice(4) > 0 ? `${word()} ` : '') + list.slice(from + dice(3)).join('');
}

function commented(story: Story, { name, dice, word, newId, now }: Actor): Story {
  const texts = story.body.filter(isTextBlock);
  const block = texts[dice(Math.max(texts.length, 1))];
  if (!block || plainText(block.runs) === '') return story;
  const text = plainText(block.runs);
  const from = dice(text.length);
  const made = startThread({ block: block.id }, text.slice(from), word(), { fingerprint: name, name }, now());
  const thread = { ...made, id: newId(), comments: made.comments.map((one) => ({ ...one, id: newId() })) };
  const runs = markRange(block.runs, from, from + 1 + dice(text.length - from), thread.id);
  return {
    ...story,
    body: story.body.map((one) => (one === block ? { ...block, runs } : one)),
    threads: { ...story.threads, [thread.id]: thread },
  };
}

const cut = (runs: readonly Run[], from: number, to: number): Run[] => {
  let start = 0;
  return runs.flatMap((run) => {
    const [a, b] = [from - start, to - start].map((at) => Math.min(Math.max(at, 0), run.text.length)) as [
      number,
      number,
    ];
    start += run.text.length;
    return b > a ? [{ ...run, text: run.text.slice(a, b) }] : [];
  });
};

type Edited = { body: Block[]; caret?: TextPoint };

/** A body after one edit, as an editor makes it that knows nothing of suggestions. */
function edited(body: readonly Block[], actor: Actor): Edited {
  const { dice, word, newId } = actor;
  const index = dice(body.length);
  const block = body[index]!;
  const put = (...blocks: Block[]): Edited => ({ body: body.toSpliced(index, 1, ...blocks) });
  switch (dice(14)) {
    case 0: {
      const rest = body.toSpliced(index, 1);
      return { body: rest.toSpliced(dice(body.length), 0, block) };
    }
    case 1:
      return body.length > 2 ? put() : put(block);
    case 2:
      return put({ id: newId(), type: 'paragraph', runs: [{ text: word() }] }, block);
    default:
      return isTextBlock(block) ? editedText(body, index, block, actor) : put(editedSolid(block, actor));
  }
}

/** One of its texts written in; of a table, rows come and go, too. */
function editedSolid(block: Exclude<Block, TextBlock>, actor: Actor): Block {
  const { dice, word } = actor;
  if (block.type === 'figure' && dice(5) === 0) return { ...block, photo: dice(16).toString(16).repeat(64) };
  if (block.type === 'table' && dice(3) === 0) {
    const row = dice(block.rows.length);
    if (dice(2) && block.rows.length > 1) return { ...block, rows: block.rows.toSpliced(row, 1) };
    return {
      ...block,
      rows: block.rows.toSpliced(
        row,
        0,
        block.rows[0]!.map(() => word()),
      ),
    };
  }
  if (block.type === 'figure') return { ...block, caption: spliced(block.caption, actor) };
  let chosen = dice(4);
  return withTexts(block, (text) => (chosen-- === 0 ? spliced(text, actor) : text));
}

function editedText(body: readonly Block[], index: number, block: TextBlock, actor: Actor): Edited {
  const { dice, word, newId } = actor;
  const text = plainText(block.runs);
  const list = parts(text);
  const first = dice(list.length + 1);
  const at = list.slice(0, first).join('').length;
  const to = at + list.slice(first, first + 1 + dice(3)).join('').length;
  const [left, middle, right] = [cut(block.runs, 0, at), cut(block.runs, at, to), cut(block.runs, to, text.length)];
  const withRuns = (...runs: Run[]): Block => ({ ...block, runs: joinRuns(runs) });
  const put = (...blocks: Block[]): Edited => ({ body: body.toSpliced(index, 1, ...blocks) });
  const gap = at === 0 || text[at - 1] === ' ' ? '' : ' ';
  const typed: Run = { ...(left.at(-1) ?? block.runs[0]), text: `${gap}${word()} ` };
  const caret = { block: block.id, offset: at + typed.text.length };
  switch (dice(9)) {
    case 0:
    case 1:
    case 2:
      return { ...put(withRuns(...left, typed, ...middle, ...right)), caret };
    case 3:
      return { ...put(withRuns(...left, typed, ...right)), caret };
    case 4:
      return { ...put(withRuns(...left, ...right)), caret: { block: block.id, offset: at } };
    case 5: {
      const second: Block = { id: newId(), type: 'paragraph', runs: joinRuns([...middle, ...right]) };
      return put(withRuns(...left), second);
    }
    case 6: {
      const next = body[index + 1];
      if (!next || !isTextBlock(next)) return put(block);
      const space: Run[] = text === '' || text.endsWith(' ') ? [] : [{ text: ' ' }];
      return { body: body.toSpliced(index, 2, withRuns(...block.runs, ...space, ...next.runs)) };
    }
    case 7: {
      const kind: object = dice(2) ? { type: 'heading', level: 2 } : { type: 'quote' };
      const { id, suggestions, runs, box } = block;
      return put({ id, ...(suggestions && { suggestions }), ...kind, runs, ...(box && { box }) } as Block);
    }
    default:
      return put(withRuns(...left, ...middle.map((run) => ({ ...run, bold: true as const })), ...right));
  }
}

import { plainTexts } from '../../../../story/content.ts';
import { type Block, isTextBlock, plainText, type Story } from '../../../../story/model.ts';
import { asItWas, asProposed, openSuggestions } from '../../../../story/review/suggest/views.ts';

/** Draws a whole number from 0 up to, but not including, `n`: the same for the same seed. */
export type Dice = (n: number) => number;
export function diceOf(seed: number): Dice {
  let state = (seed + 1) * 0x9e3779b9;
  return (n) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) % n;
  };
}

// Also where a space between two went: whether words grow together is looked at elsewhere.
const WORD = /[a-z]{4}[qsvz]/g;

/** Words that are all different, and that begin and end alike only by chance. */
export function wordsOf(prefix: string): () => string {
  let count = 0;
  return () => {
    count++;
    let n = (count * 7919) % 26 ** 4;
    let word = '';
    for (let at = 0; at < 4; at++, n = Math.floor(n / 26)) word += String.fromCharCode(97 + (n % 26));
    return word + prefix;
  };
}

const split = (texts: readonly string[]): Set<string> => new Set(texts.join('\n').match(WORD) ?? []);

/** What a reader sees of a story: its fields and its body. */
export const shown = ({ fields, body }: Story): Set<string> =>
  split([
    ...Object.values(fields),
    ...body.flatMap((block) =>
      isTextBlock(block)
        ? [plainText(block.runs)]
        : [...plainTexts(block).map(({ text }) => text), block.type === 'embed' ? block.url : ''],
    ),
  ]);

/** Every word of a story: also those that conflicts, comments and suggestions keep. */
export const kept = (story: Story): Set<string> =>
  new Set([
    ...shown(story),
    ...split(
      Object.values(story.threads).flatMap((thread) =>
        thread.kind === 'conflict' ? [thread.ours, thread.theirs] : thread.comments.map(({ text }) => text),
      ),
    ),
    ...split(openSuggestions(story).map((one) => ('was' in one ? JSON.stringify(one.was) : ''))),
  ]);

const keptBlock = (block: Block, { suggestions }: Story): Block => {
  const marks = block.suggestions?.filter((id) => suggestions[id]?.kind !== 'deletion');
  return isTextBlock(block) || !marks ? block : ({ ...block, suggestions: marks } as Block);
};

const withoutAccepted = ({ suggestions }: Story): Story['suggestions'] =>
  Object.fromEntries(
    Object.entries(suggestions).filter(([, { kind, decided }]) => kind !== 'insertion' || !decided?.accepted),
  );

/** A story's words in its three readings; the last is what would be published. */
export const READINGS = {
  kept,
  // A block that is no text goes as a whole, with what others wrote in it: whoever accepts that sees them.
  proposed: (story: Story) => kept(asProposed({ ...story, body: story.body.map((block) => keptBlock(block, story)) })),
  // What one accepted and the other rewrote is asked about again: not lost.
  was: (story: Story) => kept(asItWas({ ...story, suggestions: withoutAccepted(story) })),
  published: (story: Story) => shown(asItWas(story)),
};
export type Reading = keyof typeof READINGS;

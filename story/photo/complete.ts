import { bodyTexts } from '../content.ts';
import type { Block, Figure, FigureField, Story } from '../model.ts';
import { bylineNames } from '../text/byline.ts';
import { fold } from '../text/fold.ts';
import { namesIn } from '../text/names.ts';

/** What is offered for the words before a caret: they begin at `from` (UTF-16), and one of the names takes their place. */
export type Completion = { from: number; names: string[] };

const MOST_OFFERS = 6;
/** No name that is offered has more words. */
const MOST_WORDS = 6;
const namesKnown = new WeakMap<Block, string[]>();

/**
 * The names in a story: of its text, its byline, and its captions and credits; each once, those of more words first.
 * `except`: the text in which somebody writes, whose names may be half written.
 */
export function namesOfStory(
  { body, fields }: Pick<Story, 'body' | 'fields'>,
  except?: { block: string; part?: FigureField | undefined },
): string[] {
  const all = new Set([
    ...bylineNames(fields.byline),
    ...[fields.place, fields.standfirst, fields.headline].flatMap(namesIn),
    ...body.flatMap((block) =>
      block.id === except?.block && block.type === 'figure' && except.part
        ? namesOfFigure({ ...block, [except.part]: '' })
        : namesOfBlock(block),
    ),
  ]);
  return [...all].sort((a, b) => Number(b.includes(' ')) - Number(a.includes(' ')));
}

function namesOfBlock(block: Block): string[] {
  const before = namesKnown.get(block);
  if (before) return before;
  const names = block.type === 'figure' ? namesOfFigure(block) : bodyTexts(block).flatMap(namesIn);
  namesKnown.set(block, names);
  return names;
}

const namesOfFigure = ({ caption, alt, credit }: Figure): string[] => [
  ...namesIn(caption),
  ...namesIn(alt),
  // "Ảnh: Tùng Vân" begins no sentence.
  ...namesIn(credit.replace(/^[^:]*:\s*/u, '· ')),
];

/**
 * The names that the words before a caret begin, whatever their marks and case: "nguyen van", "Ngu" and, of a name with more
 * words, "An" begin "Nguyễn Văn An". One word in small letters has to be four letters long: it may be any word. null:
 * nothing to offer, or the name stands there already.
 */
export function completionAt(names: readonly string[], text: string, caret: number): Completion | null {
  if (/^[\p{L}\p{M}\p{N}]/u.test(text.slice(caret))) return null;
  const before = /(?:[\p{L}\p{M}’'-]+ ){0,5}[\p{L}\p{M}’'-]+$/u.exec(text.slice(0, caret))?.[0] ?? '';
  const words = before === '' ? [] : before.split(' ');
  const known = names.map((name) => ({ name, folded: fold(name) }));
  for (let count = Math.min(words.length, MOST_WORDS); count > 0; count--) {
    const typed = words.slice(-count).join(' ');
    if (!isEnough(typed, count)) continue;
    const found = offersFor(known, typed);
    if (found.includes(typed.normalize('NFC'))) return null;
    if (found.length > 0) return { from: caret - typed.length, names: found.slice(0, MOST_OFFERS) };
  }
  return null;
}

const isEnough = (typed: string, count: number): boolean =>
  count > 1 || [...typed.normalize('NFC')].length >= (/^\p{Lu}/u.test(typed) ? 2 : 4);

function offersFor(known: readonly { name: string; folded: string }[], typed: string): string[] {
  const wanted = fold(typed);
  const whole = known.filter(({ folded }) => folded.startsWith(wanted));
  // People are called by the last of their names.
  const called = /^\p{Lu}/u.test(typed)
    ? known.filter(({ folded }) => !folded.startsWith(wanted) && ` ${folded} `.includes(` ${wanted} `))
    : [];
  return [...whole, ...called].map(({ name }) => name);
}

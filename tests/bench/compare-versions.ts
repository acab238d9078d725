// Pairs of versions of one long story (MADE TEXT, see prose.ts), from the everyday ones to the worst there are.
import { emptyStory, plainText, type Run, type Story, type TextBlock } from '../../story/model.ts';
import { segments } from '../../story/text/segments.ts';
import { mulberry } from '../crash/random.ts';
import { madeId, paragraphText, type Random } from './prose.ts';
import { REGISTERS } from './vocabulary.ts';

const AT = Date.parse('2025-03-01T08:00:00.000Z');
const countSyllables = (text: string): number => segments(text).filter((part) => /[\p{L}\p{N}]/u.test(part)).length;

const paragraph = (random: Random, runs: Run[]): TextBlock => ({ id: madeId(random, AT), type: 'paragraph', runs });
const textOf = (block: TextBlock): string => plainText(block.runs);
const storyOf = (body: TextBlock[]): Story => ({ ...emptyStory('vi', new Date(AT).toISOString()), body });

function longBody(random: Random, words: number): TextBlock[] {
  const body: TextBlock[] = [];
  for (let written = 0; written < words; ) {
    const text = paragraphText(random, REGISTERS[body.length % REGISTERS.length]!);
    written += countSyllables(text);
    body.push(paragraph(random, [{ text }]));
  }
  return body;
}

/** Every `step`-th syllable is another one. */
function edit(block: TextBlock, step: number): TextBlock {
  const parts = segments(textOf(block)).map((part, index) => (index % (2 * step) === 2 * step - 2 ? `${part}x` : part));
  return { ...block, runs: [{ text: parts.join('') }] };
}

/** Pairs by name, each side of about `words` syllables. */
export function versionsOf(seed: number, words: number): Record<string, [Story, Story]> {
  const random = mulberry(seed);
  const body = longBody(random, words);
  const other = longBody(random, words);
  const reborn = (blocks: TextBlock[]) => blocks.map((block) => ({ ...block, id: madeId(random, AT) }));
  const sentences = (block: TextBlock) =>
    textOf(block)
      .split(/(?<=\. )/)
      .map((text, index) => ({ ...paragraph(random, [{ text }]), ...(index === 0 && { id: block.id }) }));
  const inOne = (blocks: TextBlock[]) => [{ ...body[0]!, runs: [{ text: blocks.map(textOf).join(' ') }] }];
  const same = body.map((block) => ({ ...block, runs: body[0]!.runs }));
  const pairs: Record<string, [TextBlock[], TextBlock[]]> = {
    equal: [body, structuredClone(body)],
    tenthEdited: [body, body.map((block, index) => (index % 10 === 0 ? edit(block, 12) : block))],
    everyParagraphEdited: [body, body.map((block) => edit(block, 12))],
    everyFourthWordReplaced: [body, body.map((block) => edit(block, 4))],
    rewritten: [body, body.map((block, index) => ({ ...block, runs: other[index % other.length]!.runs }))],
    imported: [body, reborn(body.map((block) => edit(block, 12)))],
    importedRewritten: [body, reborn(other)],
    reversed: [body, body.toReversed()],
    importedReversed: [body, reborn(body.map((block) => edit(block, 12))).toReversed()],
    allSplit: [body, body.flatMap(sentences)],
    allJoined: [body, inOne(body)],
    oneParagraphEdited: [inOne(body), inOne(body.map((block) => edit(block, 6)))],
    oneParagraphRewritten: [inOne(body), inOne(other)],
    oneParagraphReversed: [inOne(body), inOne(body.toReversed())],
    allTheSame: [same, reborn(same.slice(1)).map((block, index) => (index % 3 === 0 ? edit(block, 9) : block))],
  };
  return Object.fromEntries(
    Object.entries(pairs).map(([name, [before, after]]) => [name, [storyOf(before), storyOf(after)]]),
  );
}

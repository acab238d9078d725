// MADE TEXT: somebody who types prose (see prose.ts) at the end of a story, paragraph after paragraph, twelve keys a second.
import type { Change } from '../../story/journal.ts';
import { emptyStory, type Paragraph, type Story } from '../../story/model.ts';
import { mulberry } from '../crash/random.ts';
import { madeId, paragraphText, type Random } from './prose.ts';
import { REGISTERS } from './vocabulary.ts';

const AT = Date.parse('2025-03-01T08:00:00.000Z');
/** While somebody types on, a record is written once a second. */
export const KEYS_A_RECORD = 12;

const paragraph = (random: Random, id: string, text: string): Paragraph => ({
  id: id || madeId(random, AT),
  type: 'paragraph',
  runs: text === '' ? [] : [{ text }],
});
const prose = (random: Random): string => paragraphText(random, REGISTERS[Math.floor(random() * REGISTERS.length)]!);

/** A story of about so many words. */
export function storyOfWords(seed: number, words: number): Story {
  const random = mulberry(seed);
  const story = emptyStory('vi', new Date(AT).toISOString());
  const body: Paragraph[] = [];
  for (let written = 0; written < words; ) {
    const text = prose(random);
    written += text.split(' ').length;
    body.push(paragraph(random, '', text));
  }
  return { ...story, body: body.length > 0 ? body : story.body };
}

/** Records without end, as the editor writes them: the paragraph at work, whole. */
export function* typing(story: Story, seed: number): Generator<Change> {
  const random = mulberry(seed);
  for (let last = story.body.at(-1)?.id ?? null; ; ) {
    const text = prose(random);
    const { id } = paragraph(random, '', '');
    for (let end = KEYS_A_RECORD; end < text.length + KEYS_A_RECORD; end += KEYS_A_RECORD) {
      const block = paragraph(random, id, text.slice(0, end));
      yield end === KEYS_A_RECORD ? { blocks: [block], placed: [{ id, after: last }] } : { blocks: [block] };
    }
    last = id;
  }
}

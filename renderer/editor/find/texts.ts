import { plainTexts } from '../../../story/content.ts';
import {
  type Anchor,
  type Block,
  FIELD_NAMES,
  type FieldName,
  isTextBlock,
  plainText,
  type Story,
  type TextBlock,
  VALUE_FIELDS,
} from '../../../story/model.ts';
import { proposedReading } from '../../../story/review/suggest/reading.ts';

/** One text of a story, and where it stands. `read`: as long, without the words that are proposed to go, where there are such. */
export type Passage = { place: Anchor; text: string; read?: string };

/** Every text of a story that a person writes, from the top of the page; then its other fields. Not values (slug, embargo…). */
export function passagesOf({ fields, body, suggestions }: Story): Passage[] {
  const names = FIELD_NAMES.filter((name) => !VALUE_FIELDS.has(name));
  const split = names.indexOf('byline');
  const inField = (field: FieldName): Passage => ({ place: { field }, text: fields[field] });
  return [
    ...names.slice(0, split).map(inField),
    ...body.flatMap((block) => passagesIn(block, suggestions)),
    ...names.slice(split).map(inField),
  ].filter(({ text }) => text !== '');
}

/** By block, each once: a Story is never written to, so a block that is the same has the same texts. */
const known = new WeakMap<Block, Passage[]>();
function passagesIn(block: Block, suggestions: Story['suggestions']): Passage[] {
  const before = known.get(block);
  if (before) return before;
  const now = isTextBlock(block)
    ? [textPassage(block, suggestions)]
    : plainTexts(block).map(({ place, text }) => ({ place: { block: block.id, ...place }, text }));
  known.set(block, now);
  return now;
}

function textPassage(block: TextBlock, suggestions: Story['suggestions']): Passage {
  const passage = { place: { block: block.id }, text: plainText(block.runs) };
  const read = proposedReading(block, suggestions);
  return read === passage.text ? passage : { ...passage, read };
}

import { plainTexts } from '../../../story/content.ts';
import {
  type Anchor,
  type Block,
  FIELD_NAMES,
  type FieldName,
  isTextBlock,
  plainText,
  type Story,
  VALUE_FIELDS,
} from '../../../story/model.ts';

/** One text of a story, and where it stands. */
export type Passage = { place: Anchor; text: string };

/** Every text of a story that a person writes, from the top of the page; then its other fields. Not values (slug, embargo…). */
export function passagesOf({ fields, body }: Story): Passage[] {
  const names = FIELD_NAMES.filter((name) => !VALUE_FIELDS.has(name));
  const split = names.indexOf('byline');
  const inField = (field: FieldName): Passage => ({ place: { field }, text: fields[field] });
  return [
    ...names.slice(0, split).map(inField),
    ...body.flatMap(passagesIn),
    ...names.slice(split).map(inField),
  ].filter(({ text }) => text !== '');
}

/** By block, each once: a Story is never written to, so a block that is the same has the same texts. */
const known = new WeakMap<Block, Passage[]>();
function passagesIn(block: Block): Passage[] {
  const before = known.get(block);
  if (before) return before;
  const now = isTextBlock(block)
    ? [{ place: { block: block.id }, text: plainText(block.runs) }]
    : plainTexts(block).map(({ place, text }) => ({ place: { block: block.id, ...place }, text }));
  known.set(block, now);
  return now;
}

import { plainTexts } from '../../content.ts';
import { type Block, emptyFields, type FieldName, isTextBlock, plainText } from '../../model.ts';
import type { Comparable, ComparedBlock } from './model.ts';

/** Fields that a text copied from a page holds, too. */
const FIELDS_ABOVE: readonly FieldName[] = ['kicker', 'headline', 'standfirst'];
/** Lines no longer than this, with blank ones between, were wrapped by a mail program or an editor. */
const LONGEST_WRAPPED = 100;

const bodyOf = (texts: readonly { id: string; text: string }[]): Comparable => ({
  fields: emptyFields(),
  body: texts
    .filter(({ text }) => text.trim() !== '')
    .map(({ id, text }): ComparedBlock => ({ id, type: 'paragraph', runs: [{ text: text.trim() }] })),
});

/** The words of a story from top to bottom as paragraphs without formats, to be compared with a text: headline to byline, captions and cells too. */
export function storyAsText({ fields, body }: Pick<Comparable, 'fields'> & { body: readonly Block[] }): Comparable {
  const field = (name: FieldName) => ({ id: name, text: fields[name] });
  return bodyOf([
    ...FIELDS_ABOVE.map(field),
    ...body.flatMap((block) =>
      isTextBlock(block)
        ? [{ id: block.id, text: plainText(block.runs) }]
        : plainTexts(block)
            .filter(({ place }) => place.part !== 'alt' && place.part !== 'copyright')
            .map(({ text }, index) => ({ id: `${block.id} ${index}`, text })),
    ),
    field('byline'),
  ]);
}

/** A plain text as paragraphs: a line each, or what stands between blank lines where its lines were wrapped. */
export function textAsStory(text: string): Comparable {
  const clean = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const lines = clean.split('\n');
  const isWrapped = /\n\s*\n/.test(clean.trim()) && lines.every((line) => line.length <= LONGEST_WRAPPED);
  const paragraphs = isWrapped ? clean.split(/\n\s*\n/).map((one) => one.replace(/\s*\n\s*/g, ' ')) : lines;
  return bodyOf(paragraphs.map((one, index) => ({ id: `text ${index}`, text: one })));
}

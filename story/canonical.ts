import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';
import { hasContent, withTexts } from './content.ts';
import { type Block, type Fields, type Figure, isTextBlock, type Run, type Story } from './model.ts';
import { decideBody, fieldsAsTheyWere } from './review/suggest/decide.ts';
import { joinRuns } from './runs.ts';
import { publishedText } from './text/clean.ts';

export { joinRuns } from './runs.ts';

/** JSON of a value by RFC 8785 (JCS). Throws on what JSON cannot hold (NaN, a lone surrogate). */
export function canonicalJson(value: unknown): string {
  const json = canonicalize(value);
  if (json === undefined) throw new TypeError('canonicalJson: not a JSON value');
  return json;
}

/** SHA-256 of text (as UTF-8) or bytes, in lower-case hex. */
export const sha256Hex = (data: string | Uint8Array): string =>
  bytesToHex(sha256(typeof data === 'string' ? utf8ToBytes(data) : data));

export type PublishedBlock = Exclude<Block, Figure> | Omit<Figure, 'unchecked' | 'drafted'>;
/** What readers would see of a story. Runs carry no threads and no side. */
export type PublishedStory = Pick<Story, 'id' | 'language' | 'fields'> & { body: PublishedBlock[] };

/**
 * The part of a story that is hashed, and that every outgoing format is made from: no threads, status, approval, nor
 * marks of review, and as it was before what is only suggested; no blank blocks; text as `publishedText` makes it (NFC).
 */
export function publishedPart(story: Story): PublishedStory {
  const fields = Object.entries(fieldsAsTheyWere(story)).map(([name, text]) => [
    name,
    UNPUBLISHED.has(name) ? '' : publishedText(text),
  ]);
  return {
    id: story.id,
    language: story.language,
    fields: Object.fromEntries(fields) as Fields,
    body: decideBody(story.body, story.suggestions, REJECTED)
      .map(publishedBlock)
      .filter((block) => !isBlank(block)),
  };
}

/**
 * The version of a story: the SHA-256 of its published part. Review marks, status and comments do not change it. A field that
 * a later schema added counts only where it is filled: an approval outlives the schema it was given under.
 */
export function storyHash(story: Story): string {
  const part = publishedPart(story);
  const fields = Object.entries(part.fields).filter(([name, text]) => text !== '' || !LATER_FIELDS.has(name));
  return sha256Hex(canonicalJson({ ...part, fields: Object.fromEntries(fields) }));
}

/** Fields that schema 1 did not have. */
const LATER_FIELDS: ReadonlySet<string> = new Set([
  ...['section', 'tags', 'headlineWeb', 'headlineShort', 'headlineSeo', 'headlineSocial', 'slug'],
  ...['priority', 'embargo', 'sources', 'editorNote', 'wordTarget', 'type', 'correction'],
]);

/** Fields of which nothing goes out, in no format. */
const UNPUBLISHED: ReadonlySet<string> = new Set(['wordTarget', 'type']);

const REJECTED = () => false;

function publishedBlock(block: Block): PublishedBlock {
  if (isTextBlock(block)) return { ...block, runs: publishedRuns(block.runs) };
  const clean = withTexts(block, publishedText);
  if (clean.type !== 'figure') return clean;
  const { unchecked: _, drafted: __, ...figure } = clean;
  return figure;
}

const isBlank = (block: PublishedBlock): boolean => block.type !== 'divider' && !hasContent(block);

const clean = (run: Run): Run => ({ ...run, text: publishedText(run.text) });

/** Joined both before and after cleaning: letters composed across a border that is gone, and runs that became empty. */
function publishedRuns(runs: readonly Run[]): Run[] {
  const unmarked = runs.map(({ threads: _, side: __, check: ___, ...run }) => run);
  return joinRuns(keepLettersWhole(joinRuns(unmarked).map(clean))).map(clean);
}

/** A combining mark belongs to the letter before it, also where the run's border fell between the two (text in NFD). */
function keepLettersWhole(runs: readonly Run[]): Run[] {
  const whole: Run[] = [];
  for (const run of runs) {
    const last = whole.at(-1);
    const marks = last ? (/^\p{M}+/u.exec(run.text)?.[0] ?? '') : '';
    if (last && marks !== '') whole[whole.length - 1] = { ...last, text: last.text + marks };
    if (run.text.length > marks.length) whole.push({ ...run, text: run.text.slice(marks.length) });
  }
  return whole;
}

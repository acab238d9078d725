import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';
import { type Block, isTextBlock, type Run, type Story } from './model.ts';

/** JSON of a value by RFC 8785 (JCS). Throws on what JSON cannot hold (NaN, a lone surrogate). */
export function canonicalJson(value: unknown): string {
  const json = canonicalize(value);
  if (json === undefined) throw new TypeError('canonicalJson: not a JSON value');
  return json;
}

/** SHA-256 of text (as UTF-8) or bytes, in lower-case hex. */
export const sha256Hex = (data: string | Uint8Array): string =>
  bytesToHex(sha256(typeof data === 'string' ? utf8ToBytes(data) : data));

/** What readers would see of a story, in NFC: no threads, status, approval, nor marks of review. */
export function publishedPart(story: Story): unknown {
  return nfc({
    id: story.id,
    language: story.language,
    fields: story.fields,
    body: story.body.map(publishedBlock),
  });
}

/** The version of a story: the SHA-256 of its published part. Review marks, status and comments do not change it. */
export const storyHash = (story: Story): string => sha256Hex(canonicalJson(publishedPart(story)));

function publishedBlock(block: Block): unknown {
  if (isTextBlock(block))
    return { ...block, runs: joinRuns(block.runs.map(({ threads: _, side: __, ...run }) => run)) };
  const { unchecked: _, ...figure } = block;
  return figure;
}

/** Neighbouring runs with equal marks become one, empty ones go: the canonical form of inline text. */
export function joinRuns(runs: readonly Run[]): Run[] {
  const joined: Run[] = [];
  for (const run of runs) {
    if (run.text === '') continue;
    const last = joined.at(-1);
    if (last && sameMarks(last, run)) joined[joined.length - 1] = { ...last, text: last.text + run.text };
    else joined.push(run);
  }
  return joined;
}

const sameMarks = (a: Run, b: Run): boolean =>
  a.bold === b.bold &&
  a.italic === b.italic &&
  a.link === b.link &&
  a.threads?.join() === b.threads?.join() &&
  a.side === b.side;

function nfc(value: unknown): unknown {
  if (typeof value === 'string') return value.normalize('NFC');
  if (Array.isArray(value)) return value.map(nfc);
  if (value && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, nfc(item)]));
  return value;
}

import type { Change } from '../journal.ts';
import { isTextBlock, plainText, type Story } from '../model.ts';

/**
 * The paragraph that a new one was split off from by a change: it stands before the new one, ended there before in what the
 * new one begins with, and does not any more. null: the new one was written, pasted, or is no text.
 */
export function originOf(blockId: string, before: Story, change: Change): string | null {
  const written = new Map(change.blocks?.map((block) => [block.id, block]));
  const fresh = written.get(blockId);
  if (!fresh || !isTextBlock(fresh)) return null;
  const words = plainText(fresh.runs).trim();
  const old = new Map(before.body.map((block) => [block.id, block]));
  const source = placeBefore(blockId, change, old);
  const [was, now] = [source && old.get(source), source && written.get(source)];
  if (!source || words === '' || !was || !now || !isTextBlock(was) || !isTextBlock(now)) return null;
  const [from, to] = [plainText(was.runs), plainText(now.runs)];
  const tail = from.slice(commonStart(from, to)).trim();
  return tail !== '' && (tail.includes(words) || words.startsWith(tail)) ? source : null;
}

/** Goes up along what came in by the same change, to a block that was there before. */
function placeBefore(blockId: string, change: Change, old: ReadonlyMap<string, unknown>): string | null {
  const after = new Map(change.placed?.map((place) => [place.id, place.after]));
  const seen = new Set<string>();
  let at: string | null = after.get(blockId) ?? null;
  while (at !== null && !old.has(at) && !seen.has(at)) {
    seen.add(at);
    at = after.get(at) ?? null;
  }
  return at;
}

function commonStart(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return at;
}

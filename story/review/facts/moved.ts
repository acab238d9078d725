import { segments } from '../../text/segments.ts';
import { bagOf, share, takeAll } from '../compare/items.ts';
import { isWord } from '../diff.ts';
import type { Lone } from './text.ts';

/** A number or a date went with its sentence where this share of the sentence's words is the same. */
const LEAST_SHARE = 0.5;

/** What stands elsewhere now: of what went and what came, what is one; names and quotes by themselves, others with their sentence. */
export function movedOnes(went: readonly Lone[], came: readonly Lone[]): Set<Lone> {
  const found = new Set<Lone>();
  const waiting = Map.groupBy(came, keyOf);
  for (const lone of went) {
    const others = waiting.get(keyOf(lone)) ?? [];
    const at = others.findIndex((other) => isOfWords(lone) || isOneSentence(lone, other));
    const [other] = at < 0 ? [] : others.splice(at, 1);
    if (other) found.add(lone).add(other);
  }
  return found;
}

const keyOf = ({ kind, fact }: Lone): string => `${kind} ${fact.key}`;
const isOfWords = ({ kind }: Lone): boolean => kind === 'name' || kind === 'quote';

function isOneSentence(a: Lone, b: Lone): boolean {
  const [from, to] = [sentenceOf(a), sentenceOf(b)];
  return share({ common: takeAll(bagOf(from), to), before: from.length, after: to.length }) >= LEAST_SHARE;
}

const END = /[.!?…](?=\s)|\n/g;
/** The words of the sentence that a fact stands in. */
function sentenceOf({ fact, text }: Lone): string[] {
  let from = 0;
  let to = text.length;
  for (const { index } of text.matchAll(END)) {
    if (index < fact.from) from = index + 1;
    else if (index >= fact.to) {
      to = index;
      break;
    }
  }
  return segments(text.slice(from, to)).filter(isWord);
}

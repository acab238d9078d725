import { speltName } from '../../text/names.ts';
import { segments } from '../../text/segments.ts';
import { isWord } from '../diff.ts';
import type { Fact } from './fact.ts';

const QUOTES = [
  /“(?<said>[^“”]+)”/gu,
  /"(?<said>[^"\n]+)"/gu,
  /«(?<said>[^«»]+)»/gu,
  /(?<![\p{L}\p{N}])‘(?<said>[^‘]+?)’(?![\p{L}\p{N}])/gu,
  /^[-–—]\s+(?<said>\S.*)$/gmu,
];

/** What stands in quotation marks, or after a dash that begins a line. Only its words count, not how it is marked or pointed. */
export function quotesIn(text: string): Fact[] {
  const found: Fact[] = [];
  for (const pattern of QUOTES)
    for (const match of text.matchAll(pattern)) {
      const said = match.groups?.said ?? '';
      const words = segments(said).filter(isWord);
      const [from, to] = [match.index, match.index + match[0].length];
      if (words.length === 0 || found.some((one) => from < one.to && to > one.from)) continue;
      found.push({ kind: 'quote', from, to, key: words.map(speltName).join(' ') });
    }
  return found.sort((a, b) => a.from - b.from);
}

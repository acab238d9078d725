import type { StyleRule } from './rules.ts';

/** One place where a text is not as the house has it. Offsets in UTF-16, the end exclusive. */
export type StyleFinding = {
  rule: string;
  from: number;
  to: number;
  found: string /** null: only pointed out. */;
  instead: string | null;
};

type Compiled = {
  rule: StyleRule;
  pattern: RegExp;
  except: RegExp | null;
  insteadOf: (match: RegExpExecArray) => string | null;
};
const compiled = new WeakMap<StyleRule, Compiled | null>();

/**
 * What the rules find in a text of one language, in its order. Of findings that overlap the longer one stays. Words match
 * whole, with any kind of space between them. A rule whose pattern is broken, or that is off, finds nothing. The text is NFC.
 */
export function findStyle(text: string, language: 'vi' | 'en', rules: readonly StyleRule[]): StyleFinding[] {
  const findings: StyleFinding[] = [];
  for (const rule of rules) {
    if (!rule.on || (rule.language !== 'any' && rule.language !== language)) continue;
    const ready = compile(rule);
    if (ready) findings.push(...findOne(text, ready));
  }
  return longestFirst(findings, text.length);
}

/** What does not overlap a longer one (or an equal one before it), in the text's order. */
export function longestFirst(findings: readonly StyleFinding[], length: number): StyleFinding[] {
  const taken = new Uint8Array(length);
  const kept: StyleFinding[] = [];
  for (const finding of findings.toSorted((a, b) => b.to - b.from - (a.to - a.from))) {
    if (taken.subarray(finding.from, finding.to).includes(1)) continue;
    taken.fill(1, finding.from, finding.to);
    kept.push(finding);
  }
  return kept.sort((a, b) => a.from - b.from);
}

function* findOne(text: string, { rule, pattern, except, insteadOf }: Compiled): Generator<StyleFinding> {
  const allowed = except ? [...text.matchAll(except)].map((match) => [match.index, match.index + match[0].length]) : [];
  for (const match of text.matchAll(pattern)) {
    const [found] = match;
    const [from, to] = [match.index, match.index + found.length];
    if (found === '' || allowed.some(([start = 0, end = 0]) => start <= from && end >= to)) continue;
    const instead = insteadOf(match);
    if (instead !== found) yield { rule: rule.id, from, to, found, instead };
  }
}

/** `$1` to `$99`, `$<name>`, `$&` and `$$`, as in String.replace; a group that took no part is empty. */
const expand = (template: string, match: RegExpExecArray): string =>
  template.replace(/\$(?:(\d{1,2})|<([^>]+)>|([&$]))/g, (_, index?: string, name?: string, sign?: string) => {
    if (sign) return sign === '&' ? match[0] : '$';
    return (name === undefined ? match[Number(index)] : match.groups?.[name]) ?? '';
  });

function compile(rule: StyleRule): Compiled | null {
  const known = compiled.get(rule);
  if (known !== undefined) return known;
  let ready: Compiled | null = null;
  try {
    ready = {
      rule,
      pattern: new RegExp(sourceOf(rule), rule.find.anyCase ? 'giu' : 'gu'),
      insteadOf: insteadFor(rule),
      except: rule.except.length > 0 ? new RegExp(wholeWords(rule.except), 'giu') : null,
    };
  } catch {
    // A broken pattern is said where rules are edited; here it must not take the other rules along.
  }
  compiled.set(rule, ready);
  return ready;
}

function sourceOf({ find }: StyleRule): string {
  if ('pattern' in find) return find.pattern;
  return wholeWords('pairs' in find ? find.pairs.map(([from]) => from) : find.words);
}

function insteadFor({ find, replace }: StyleRule): (match: RegExpExecArray) => string | null {
  if ('pairs' in find) {
    const key = (text: string): string => (find.anyCase ? text.toLowerCase() : text).replace(/\s+/g, ' ');
    const right = new Map(find.pairs.map(([from, to]) => [key(from.normalize('NFC')), to]));
    return ([found]) => right.get(key(found)) ?? null;
  }
  return (match) => (replace === undefined ? null : expand(replace, match));
}

/** Longest first; the borders are those of letters, marks and digits, since \b knows only ASCII. */
const wholeWords = (words: readonly string[]): string => {
  const alternatives = [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.normalize('NFC').trim().split(/\s+/).map(escaped).join('[\\s\\u00a0]+'));
  return `(?<![\\p{L}\\p{M}\\p{N}])(?:${alternatives.join('|')})(?![\\p{L}\\p{M}\\p{N}])`;
};

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

import { closingIn, type End } from './closing.ts';
import { isWithin, type Quiet, quietIn } from './quiet.ts';
import type { StyleRule } from './rules.ts';
import { around, capitalised, folded, isSmall, wholeWords } from './words.ts';

/** One place where a text is not as the house has it. Offsets in UTF-16, the end exclusive. */
export type StyleFinding = {
  rule: string;
  from: number;
  to: number;
  found: string /** null: only pointed out. */;
  instead: string | null;
};
/** A text and what is known of it. `day`: that of its story (2021-06-14). `end`: whether it closes the story. */
export type StyleText = { text: string; language: 'vi' | 'en'; day?: string; end?: End };

type Compiled = {
  rule: StyleRule;
  pattern: RegExp;
  except: RegExp[];
  insteadOf: (match: RegExpExecArray) => string | null;
};
const compiled = new WeakMap<StyleRule, Compiled | null>();

/**
 * What the rules find in a text, in its order. Of findings that overlap the longer one stays. A rule whose pattern is broken,
 * or that is off, finds nothing. The text is NFC.
 */
export function findStyle(text: StyleText, rules: readonly StyleRule[]): StyleFinding[] {
  const quiet = quietIn(text.text);
  return longestFirst(
    rules.flatMap((rule) => findRule(text, rule, quiet)),
    text.text.length,
  );
}

/** What one rule finds; `quiet`: where the text is left alone. */
export function findRule(about: StyleText, rule: StyleRule, quiet: Quiet): StyleFinding[] {
  const { text, language, day, end } = about;
  if (!rule.on || (rule.language !== 'any' && rule.language !== language)) return [];
  if (rule.since !== undefined && day !== undefined && day < rule.since) return [];
  if ('closing' in rule.find) {
    const found = end && closingIn(text, rule.find.closing, end);
    return found ? [{ ...found, rule: rule.id }] : [];
  }
  const ready = end === 'field' ? null : compile(rule);
  return ready ? findOne(text, ready, quiet) : [];
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

function findOne(text: string, { rule, pattern, except, insteadOf }: Compiled, quiet: Quiet): StyleFinding[] {
  const left = rule.language === 'vi' ? [...quiet.always, ...quiet.vietnamese] : quiet.always;
  const found = [...text.matchAll(pattern)].flatMap((match): StyleFinding[] => {
    const [from, to] = [match.index, match.index + match[0].length];
    if (from === to || isWithin(left, from, to) || (rule.since && isOfBefore(text, from, rule.since))) return [];
    const instead = insteadOf(match);
    return instead === match[0] ? [] : [{ rule: rule.id, from, to, found: match[0], instead }];
  });
  if (found.length === 0) return found;
  const allowed = except.flatMap((one) =>
    [...text.matchAll(one)].map((match) => ({ from: match.index, to: match.index + match[0].length })),
  );
  return found.filter(({ from, to }) => !allowed.some((phrase) => phrase.from <= from && phrase.to >= to));
}

/** Whether the sentence around a place names a year before that day's. */
function isOfBefore(text: string, at: number, day: string): boolean {
  const before = text.slice(0, at).split(/[.!?…]\s|\n/);
  const [behind = ''] = text.slice(at).split(/[.!?…](?:\s|$)|\n/);
  const years = `${before.at(-1)}${behind}`.match(/(?<![\d.,])(?:1[89]|20)\d{2}(?![\d.,]\d|\d)/g) ?? [];
  return years.some((year) => year < day.slice(0, 4));
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
    const source = sourceOf(rule);
    const flags = anyCase(rule) ? 'giu' : 'gu';
    const whole = rule.except.filter((phrase) => !phrase.includes('~'));
    const except = rule.except
      .filter((phrase) => phrase.includes('~'))
      .map((phrase) => new RegExp(around(phrase, source), flags));
    if (whole.length > 0) except.push(new RegExp(wholeWords(whole), 'giu'));
    ready = { rule, pattern: new RegExp(source, flags), insteadOf: insteadFor(rule), except };
  } catch {
    // A broken pattern is said where rules are edited; here it must not take the other rules along.
  }
  compiled.set(rule, ready);
  return ready;
}

const anyCase = ({ find }: StyleRule): boolean => 'anyCase' in find && find.anyCase;

function sourceOf({ find }: StyleRule): string {
  if ('pattern' in find) return find.pattern;
  if ('closing' in find) return '(?!)';
  return wholeWords('pairs' in find ? find.pairs.map(([from]) => from) : find.words);
}

function insteadFor(rule: StyleRule): (match: RegExpExecArray) => string | null {
  const { find, replace } = rule;
  if ('pairs' in find) {
    const key = (text: string): string => folded(anyCase(rule) ? text.toLowerCase() : text);
    const right = new Map(find.pairs.map(([from, to]) => [key(from), to]));
    return ([found]) => {
      const small = found.charAt(0).toLowerCase() + found.slice(1);
      const large = right.get(key(small));
      return right.get(key(found)) ?? (large === undefined ? null : capitalised(large));
    };
  }
  if (replace === undefined) return () => null;
  if ('pattern' in find) return (match) => expand(replace, match);
  const isStart = !anyCase(rule) && 'words' in find && find.words.every(isSmall);
  return (match) => (isStart && !isSmall(match[0]) ? capitalised(expand(replace, match)) : expand(replace, match));
}

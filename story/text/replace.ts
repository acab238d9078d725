import type { Match } from './find.ts';

/** `$$`, `$&`, `$1` to `$99`, `$<name>`; and `\n`, `\t`, `\\`. */
const PARTS = /\$(\$|&|\d{1,2}|<([^>]*)>)|\\([nt\\])/g;
const ESCAPED: Readonly<Record<string, string>> = { n: '\n', t: '\t', '\\': '\\' };

/**
 * What stands in a match's place, in NFC. For a match of an expression (one with groups) the template's parts are filled
 * in; what names no group stays as it is written.
 */
export function replacementFor(template: string, { groups, names }: Match): string {
  if (!groups) return template.normalize('NFC');
  const filled = template.replace(PARTS, (whole, part?: string, name?: string, escaped?: string) => {
    if (escaped !== undefined) return ESCAPED[escaped] as string;
    if (part === '$') return '$';
    if (part === '&') return groups[0] ?? '';
    if (name !== undefined) return names && name in names ? (names[name] ?? '') : whole;
    const digits = part as string;
    // $12 is group 1 and a 2 where there are fewer groups than 12.
    const number = Number(digits) < groups.length ? digits : digits.slice(0, 1);
    if (Number(number) === 0 || Number(number) >= groups.length) return whole;
    return (groups[Number(number)] ?? '') + digits.slice(number.length);
  });
  return filled.normalize('NFC');
}

/** A plain text with every match replaced by what `write` says, its lines kept and none added. The matches are in order, none over another. */
export function replaceAll<M extends Match>(text: string, matches: readonly M[], write: (match: M) => string): string {
  let result = '';
  let from = 0;
  for (const match of matches) {
    result += text.slice(from, match.start) + write(match).replaceAll('\n', ' ');
    from = match.end;
  }
  return result + text.slice(from);
}

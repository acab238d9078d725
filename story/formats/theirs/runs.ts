import { joinRuns } from '../../canonical.ts';
import { FORMATS, type Format, plainText, type Run, type Story } from '../../model.ts';
import { diff } from '../../review/diff.ts';
import { runsAsTheyWere } from '../../review/suggest/views.ts';
import { keysOf, runsOf, type Token, tokenize } from '../../review/tokens.ts';
import { publishedText } from '../../text/clean.ts';
import { safeLink } from '../../text/link.ts';
import { FORMAT_TAGS } from '../inline.ts';
import { decodeEntities } from '../wordpress/entities.ts';

const FORMAT_OF: Readonly<Record<string, Format>> = Object.fromEntries(
  FORMATS.map((format) => [FORMAT_TAGS[format], format]),
);

/** Markup in a unit's normal form as runs. Only what a story knows is taken: of other tags the words, of an unsafe link, too. */
export function runsOfMarkup(markup: string): Run[] {
  const open: Format[] = [];
  let link: string | null = null;
  const runs: Run[] = [];
  for (const [token, slash, name = '', href] of markup.matchAll(
    /<(\/?)([\w-]+)(?:\s+href="([^"]*)")?[^>]*>|[^<]+|</g,
  )) {
    const format = FORMAT_OF[name];
    if (name === 'a') link = slash ? null : safeLink(decodeEntities(href ?? ''));
    else if (format && slash) open.splice(open.lastIndexOf(format), open.includes(format) ? 1 : 0);
    else if (format) open.push(format);
    else if (name === '') {
      const on = FORMATS.filter((one) => open.includes(one)).map((one) => [one, true]);
      runs.push({ text: publishedText(decodeEntities(token)), ...Object.fromEntries(on), ...(link && { link }) });
    }
  }
  return joinRuns(runs);
}

/**
 * A block's runs as somebody changed them on the site, where only what readers see is known: comments, marks to be checked and
 * undecided suggestions stay on the words that are still there, and what was only suggested, which the site never had, stays.
 */
export function changedRuns(ours: readonly Run[], suggestions: Story['suggestions'], theirs: readonly Run[]): Run[] {
  const their = tokenize(theirs);
  // What is only suggested goes with the word before it.
  const mine: { token: Token | null; behind: Token[] }[] = [{ token: null, behind: [] }];
  for (const token of tokenize(ours))
    if (runsAsTheyWere(token.runs, suggestions).length === 0) mine.at(-1)!.behind.push(token);
    else mine.push({ token, behind: [] });
  const [{ behind: first }, ...shown] = mine as [(typeof mine)[0], ...{ token: Token; behind: Token[] }[]];
  const kept: Token[] = [...first];
  const parallel = (from: number, to: number, there: number): void => {
    for (let at = from; at < to; at++) {
      const { token, behind } = shown[at]!;
      kept.push(sameToken(token, their[there + at - from]!, suggestions), ...behind);
    }
  };
  let [at, there] = [0, 0];
  const keys = shown.map(({ token }) => token.key);
  for (const { bs, be, ss, se } of diff(keys, keysOf(their))) {
    parallel(at, bs, there);
    kept.push(...shown.slice(bs, be).flatMap(({ behind }) => behind), ...their.slice(ss, se));
    [at, there] = [be, se];
  }
  parallel(at, shown.length, there);
  return runsOf(kept);
}

function sameToken(mine: Token, their: Token, suggestions: Story['suggestions']): Token {
  const shown = runsAsTheyWere(mine.runs, suggestions);
  const bare = (runs: readonly Run[]): string =>
    JSON.stringify(joinRuns(runs.map(({ threads: _, side: __, check: ___, suggestions: ____, ...run }) => run)));
  if (bare(shown) === bare(their.runs) || plainText(shown) === '') return mine;
  const { threads, side, check, suggestions: ids } = mine.runs[0] ?? { text: '' };
  const marks = {
    ...(check && { check }),
    ...(threads && { threads }),
    ...(side && { side }),
    ...(ids && { suggestions: ids }),
  };
  return { ...their, runs: their.runs.map((run) => ({ ...run, ...marks })) };
}

type Rule = { ours: RegExp; theirs: readonly string[] };

/**
 * What WordPress makes of plain signs on its way to a page (wptexturize, capital_P_dangit), one way only: a sign that was
 * written as “, … or – stays that sign, so that whatever else became of it is a change. Of two rules the first counts.
 */
const RULES: readonly Rule[] = [
  { ours: /---/y, theirs: ['—'] },
  { ours: /--/y, theirs: ['–', '—'] },
  { ours: /(?<=^|\s)-(?=$|\s)/y, theirs: ['–'] },
  { ours: /\.\.\./y, theirs: ['…'] },
  { ours: /``/y, theirs: ['“'] },
  { ours: /''/y, theirs: ['”'] },
  { ours: /"/y, theirs: ['“', '”', '„', '″'] },
  { ours: /'/y, theirs: ['‘', '’', '‚', '′'] },
  { ours: /(?<=\d[\d.,]*)x(?=\d)/y, theirs: ['×'] },
  { ours: /(?<= )\(tm\)/y, theirs: ['™'] },
  { ours: /Wordpress/y, theirs: ['WordPress'] },
];

/** Whether a page may show `theirs` where `ours` was sent: the same text, but for WordPress's own typography. */
export function isRendered(ours: string, theirs: string): boolean {
  let [at, there] = [0, 0];
  while (at < ours.length) {
    const rule = ruleAt(ours, at);
    const sign = rule?.theirs.find((one) => theirs.startsWith(one, there));
    if (rule && sign !== undefined) {
      at += rule.length;
      there += sign.length;
    } else if (ours[at] === theirs[there]) {
      at += 1;
      there += 1;
    } else return false;
  }
  return there === theirs.length;
}

function ruleAt(text: string, at: number): { theirs: readonly string[]; length: number } | null {
  if (/[\p{L}\d](?<![xW])/uy.test(text[at] ?? '')) return null;
  for (const { ours, theirs } of RULES) {
    ours.lastIndex = at;
    const found = ours.exec(text);
    if (found) return { theirs, length: found[0].length };
  }
  return null;
}

/** The same of markup in the form of `readUnits`: its tags must be equal, and between them each text is WordPress's to set. */
export function isRenderedMarkup(ours: string, theirs: string): boolean {
  const [a, b] = [ours.split(TAG), theirs.split(TAG)];
  return a.length === b.length && a.every((part, at) => (at % 2 ? part === b[at] : isRendered(part, b[at] ?? '')));
}
const TAG = /(<[^>]*>)/;

/** What is left of a text whatever its typography became: letters and digits, for finding it again. Texts of signs alone stay. */
export function lettersOf(text: string): string {
  const letters = text
    .replace(/\(tm\)|™/g, '')
    .replace(/(?<=[\d.,])[x×](?=\d)/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '')
    .toLowerCase();
  return letters || text;
}

// Looks for the house style beside the window, where a pattern that never comes to an end can be stopped.
import { findRule, longestFirst, type StyleFinding, type StyleText } from '../../story/style/find.ts';
import { quietIn } from '../../story/style/quiet.ts';
import type { StyleRule } from '../../story/style/rules.ts';

export type Question = { id: number; texts: readonly StyleText[]; rules: readonly StyleRule[] };
/** Which rule begins, so that one knows which it was that never ended; at last what was found in each text. */
export type Answer = { id: number } & ({ rule: string } | { found: StyleFinding[][] });

addEventListener('message', ({ data }: MessageEvent<Question>) => {
  const { id, texts, rules } = data;
  const answer = (given: { rule: string } | { found: StyleFinding[][] }) => postMessage({ id, ...given });
  const about = texts.map((text) => ({ text, quiet: quietIn(text.text), found: [] as StyleFinding[] }));
  for (const rule of rules) {
    answer({ rule: rule.id });
    for (const { text, quiet, found } of about) found.push(...findRule(text, rule, quiet));
  }
  answer({ found: about.map(({ text, found }) => longestFirst(found, text.text.length)) });
});

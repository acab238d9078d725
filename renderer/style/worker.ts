// Looks for the house style beside the window, where a pattern that never comes to an end can be stopped.
import { findStyle, longestFirst, type StyleFinding } from '../../story/style/find.ts';
import type { StyleRule } from '../../story/style/rules.ts';

export type Question = { id: number; texts: readonly string[]; language: 'vi' | 'en'; rules: readonly StyleRule[] };
/** Which rule begins, so that one knows which it was that never ended; at last what was found in each text. */
export type Answer = { id: number } & ({ rule: string } | { found: StyleFinding[][] });

addEventListener('message', ({ data }: MessageEvent<Question>) => {
  const { id, texts, language, rules } = data;
  const answer = (given: { rule: string } | { found: StyleFinding[][] }) => postMessage({ id, ...given });
  const found: StyleFinding[][] = texts.map(() => []);
  for (const rule of rules) {
    answer({ rule: rule.id });
    for (const [index, text] of texts.entries()) found[index]?.push(...findStyle(text, language, [rule]));
  }
  answer({ found: found.map((some, index) => longestFirst(some, texts[index]?.length ?? 0)) });
});

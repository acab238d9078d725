// Checks spelling beside the window: what is typed there never waits for it.
import { checkProse, type Prose } from '../../../story/text/check.ts';
import type { SpellingFinding } from '../../../story/text/vietnamese/check.ts';
import type { Placement } from '../../../story/text/vietnamese/rimes.ts';

export type Question = { id: number } & (
  | { kind: 'check'; texts: readonly Prose[]; placement: Placement | null }
  /** What may have been meant by an English word. */
  | { kind: 'suggest'; word: string }
);
export type Answer = { id: number; findings: SpellingFinding[][]; suggestions: string[] };

const MOST_SUGGESTIONS = 5;
let loading: Promise<typeof import('./english.ts')['english']> | null = null;
const english = () => {
  loading ??= import('./english.ts').then((loaded) => loaded.english);
  return loading;
};

const isEnglish = async () => {
  const speller = await english();
  return (word: string) => speller.correct(word);
};

addEventListener('message', async ({ data }: MessageEvent<Question>) => {
  const answer: Answer = { id: data.id, findings: [], suggestions: [] };
  if (data.kind === 'suggest') answer.suggestions = (await english()).suggest(data.word).slice(0, MOST_SUGGESTIONS);
  else for (const prose of data.texts) answer.findings.push(await checkProse(prose, data.placement, isEnglish));
  postMessage(answer);
});

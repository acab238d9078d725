// Checks spelling beside the window: what is typed there never waits for it.
import { checkEnglish, isEnglishText, mayBeEnglish } from '../../../story/text/english.ts';
import { checkSpelling, type SpellingFinding } from '../../../story/text/vietnamese/check.ts';
import type { Placement } from '../../../story/text/vietnamese/rimes.ts';
import type { Prose } from './prose.ts';

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

async function findingsOf(prose: Prose, placement: Placement | null): Promise<SpellingFinding[]> {
  const { text, language, mayQuote } = prose;
  const isEnglish = async () => {
    const speller = await english();
    return (word: string) => speller.correct(word);
  };
  if (language === 'en') return checkEnglish(text, await isEnglish());
  if (mayQuote && mayBeEnglish(text)) {
    const known = await isEnglish();
    if (isEnglishText(text, known)) return checkEnglish(text, known);
  }
  // Most texts have no word that only a dictionary can tell: it is loaded for the first that has.
  let asks = false;
  const rules = { placement, isLearnt: () => false };
  const found = checkSpelling(text, {
    ...rules,
    isForeign: () => {
      asks = true;
      return true;
    },
  });
  return asks ? checkSpelling(text, { ...rules, isForeign: await isEnglish() }) : found;
}

addEventListener('message', async ({ data }: MessageEvent<Question>) => {
  const answer: Answer = { id: data.id, findings: [], suggestions: [] };
  if (data.kind === 'suggest') answer.suggestions = (await english()).suggest(data.word).slice(0, MOST_SUGGESTIONS);
  else for (const prose of data.texts) answer.findings.push(await findingsOf(prose, data.placement));
  postMessage(answer);
});

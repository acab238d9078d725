import { openStore } from '../../main/store/open.ts';
import { type Find, SORTS } from '../../preload/contract.ts';
import { passagesOf } from '../../story/search/passages.ts';
import { formsOf } from '../../story/search/words.ts';
import { wordsOf } from '../../story/text/query.ts';
import { buildLibrary, indexLibrary } from './library.ts';
import { makeStories } from './prose.ts';
import { quantile } from './quantile.ts';

const ROUNDS = 120;
/** As many rows as the window asks for at a time. */
const PAGE = 100;

/**
 * Milliseconds from a question to the store's answer with its first hundred rows and hits, total and facets; a third of
 * the questions have a filter, a third another order. Gives the 95th percentile by the kind of word asked for. Also the
 * milliseconds of the plain list.
 */
export async function searchFigures(folder: string, stories: number) {
  buildLibrary(folder, stories);
  if (indexLibrary(folder) !== stories) throw new Error('not every story is in the index');
  return timeSearches(folder);
}

/** The same of a library that is there. */
export async function timeSearches(folder: string) {
  const opened = await openStore(folder);
  if (!opened.ok) throw new Error(opened.code);
  const store = opened.value;
  const time = async (find: Find): Promise<number> => {
    const from = performance.now();
    await store.findStories(find);
    return performance.now() - from;
  };
  try {
    const { sections } = (await store.findStories(question('', 0, []))).facets;
    const values = sections.map(({ value }) => value);
    for (const sort of SORTS) await time({ ...question('', 0, []), sort }); // the orders are made once
    const p95 = async (words: readonly string[]): Promise<number> => {
      const times: number[] = [];
      for (let round = 0; round < ROUNDS; round++)
        times.push(await time(question(words[round % words.length] as string, round, values)));
      return quantile(times, 0.95);
    };
    const { rare, common, prefix } = wordsToFind();
    return { rare: await p95(rare), common: await p95(common), prefix: await p95(prefix), list: await p95(['']) };
  } finally {
    await store.close();
  }
}

function question(text: string, round: number, sections: readonly string[]): Find {
  const section = sections[round % sections.length];
  return {
    text,
    shelf: 'all',
    statuses: round % 6 === 2 ? ['draft'] : [],
    sections: round % 6 === 5 && section ? [section] : [],
    authors: [],
    destinations: [],
    from: null,
    before: null,
    sort: round % 3 === 1 ? (SORTS[round % SORTS.length] ?? 'updated') : 'updated',
    descending: true,
    offset: 0,
    limit: PAGE,
  };
}

/** From a sample: words in one story of a thousand and fewer, the forty in the most stories, the forty most frequent beginnings. */
function wordsToFind() {
  const [stories, starts] = [new Map<string, number>(), new Map<string, number>()];
  const count = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
  let made = 0;
  for (const story of makeStories(1, 1_000)) {
    made++;
    const words = new Set(
      passagesOf(story, '').flatMap(({ text }) => wordsOf(text).map(({ word }) => formsOf(word).folded)),
    );
    for (const word of words) {
      count(stories, word);
      if (/^[a-z]{2}/.test(word)) count(starts, word.slice(0, 2));
    }
  }
  const most = (counts: Map<string, number>) => [...counts].sort((a, b) => b[1] - a[1]).map(([key]) => key);
  const seldom = [...stories].filter(([, times]) => times <= made / 1_000).map(([word]) => word);
  return {
    rare: seldom.slice(0, 40).map((word) => `${word} `),
    common: most(stories)
      .slice(0, 40)
      .map((word) => `${word} `),
    prefix: most(starts).slice(0, 40),
  };
}

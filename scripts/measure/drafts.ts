import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildLibrary, indexLibrary } from '../../tests/bench/library.ts';
import { type ListFigures, listFigures } from '../../tests/bench/list-figures.ts';
import { searchFigures } from '../../tests/bench/search-figures.ts';
import { ackFigures, librarySize, openFigures } from '../../tests/bench/store-figures.ts';
import { type Figures, runKills } from '../../tests/crash/kills/run.ts';
import { buildProgram } from '../lib/program.ts';
import { measureCompare } from './compare.ts';

/** As many as fit beside the other figures; `npm run crash` does more. */
const KILLS = 100;
const SIZES = ['10000', '100000'] as const;
type Search = Awaited<ReturnType<typeof searchFigures>>;
type Drafts = Awaited<ReturnType<typeof ackFigures>> &
  ListFigures &
  Pick<Figures, 'kills' | 'lost'> &
  ReturnType<typeof measureCompare> & {
    openMs: Awaited<ReturnType<typeof openFigures>>;
    searchP95Ms: Record<(typeof SIZES)[number], Omit<Search, 'list'>>;
    /** The list without a search. */
    listP95Ms: Record<(typeof SIZES)[number], number>;
    libraryMbPerThousandStories: number;
  };

/** The figures of drafts and their library, made ones; see README, "Figures". */
export async function measure(): Promise<Drafts> {
  const { kills, lost } = await runKills({ kills: KILLS, seed: Date.now() % 2 ** 31, log: console.error });
  const drafts: Drafts = {
    kills,
    lost,
    ...measureCompare(),
    ...(await inFolder(ackFigures)),
    ...(await inFolder(listOfTenThousand)),
    openMs: await inFolder(openFigures),
    searchP95Ms: {} as Drafts['searchP95Ms'],
    listP95Ms: {} as Drafts['listP95Ms'],
    libraryMbPerThousandStories: await inFolder(librarySize),
  };
  for (const stories of SIZES) {
    const { list, ...search } = await inFolder((folder) => searchFigures(folder, Number(stories)));
    drafts.searchP95Ms[stories] = search;
    drafts.listP95Ms[stories] = list;
  }
  return drafts;
}

/** In the program itself, which is built first. */
async function listOfTenThousand(profile: string): Promise<ListFigures> {
  buildProgram();
  const library = path.join(profile, 'library');
  buildLibrary(library, 10_000);
  indexLibrary(library);
  return listFigures(profile);
}

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), 'measure-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

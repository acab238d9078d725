import { PLACES, type Place, type PlaceKind } from '../../tests/cms/places.ts';
import { startWordPress } from '../../tests/cms/wordpress.ts';
import { type Equal, equalAfterReadBack } from './publish/equal.ts';
import { type Faults, faultsOf, faultsOfFolders } from './publish/faults.ts';
import { type Timing, timePublications } from './publish/timing.ts';

type Figures = {
  /** By destination: what was tried, and what of it ended with two stories, with none that anybody knows of, or with no word. */
  faults: Record<string, Faults>;
  /** Stories of the sample set whose receipts list no difference, by destination. */
  equalAfterReadBack: Equal;
} & Timing;

/** The figures of publishing; see README, "Figures". */
export async function measure(): Promise<Figures> {
  const site = await startWordPress();
  const timing = await timePublications(site).finally(() => site.stop());
  const faults: Record<string, Faults> = await faultsOfFolders();
  const places: [PlaceKind, Place][] = [];
  try {
    for (const kind of PLACES) places.push([kind, await kind.start()]);
    for (const [kind, place] of places) faults[kind.name] = await faultsOf(kind, place);
    return { faults, equalAfterReadBack: await equalAfterReadBack(places), ...timing };
  } finally {
    for (const [, place] of places) await place.stop();
  }
}

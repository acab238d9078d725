import { startWordPress, wordPressMissing } from '../../tests/cms/wordpress.ts';
import { type Equal, equalAfterReadBack } from './publish/equal.ts';
import { type Timing, timePublications } from './publish/timing.ts';

type Figures = {
  /** Stories of the sample set whose receipts list no difference, by destination. */
  equalAfterReadBack: Equal;
} & Timing;

/** The figures of publishing; see README, "Figures". */
export async function measure(): Promise<Figures> {
  const missing = wordPressMissing();
  if (missing) throw new Error(missing);
  const site = await startWordPress();
  try {
    const timing = await timePublications(site);
    return { equalAfterReadBack: await equalAfterReadBack(site), ...timing };
  } finally {
    await site.stop();
  }
}

import type { FactChange } from '../../story/review/facts/compare.ts';
import { coreOf } from '../editor/core.ts';
import { revealFound, selectFound } from '../editor/find/show.ts';
import { type Passage, passagesOf } from '../editor/find/texts.ts';
import type { StorySession } from '../editor/types.ts';
import { goTo, uncover } from '../goTo.ts';

/** Selects the words of a fact where they stand; where they are gone, or stand amid suggestions, goes to their place. */
export async function goToFact(session: StorySession, { anchor, after }: FactChange): Promise<void> {
  const passage = after === null || !anchor ? undefined : passagesOf(session.story()).find(holds(anchor, after));
  if (!passage || after === null) return goTo(session, anchor);
  await uncover(session, passage.place); // a field may stand in a folded part of the window
  const start = passage.text.indexOf(after);
  const found = { passage, start, end: start + after.length };
  const core = coreOf(session);
  if (revealFound(core, found)) selectFound(core, found);
  else goTo(session, anchor);
}

/** The text of the anchor's place, or of a cell of its table, with those words. */
const holds =
  (anchor: NonNullable<FactChange['anchor']>, words: string) =>
  ({ place, text }: Passage): boolean => {
    if (!text.includes(words)) return false;
    if ('field' in anchor) return 'field' in place && place.field === anchor.field;
    return (
      'block' in place && place.block === anchor.block && (anchor.part === undefined || place.part === anchor.part)
    );
  };

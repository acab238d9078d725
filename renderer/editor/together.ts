import { looseSpaces } from '../../story/text/corrections/together.ts';
import { coreOf } from './core.ts';
import { type Replaced, replaceFound } from './find/replace.ts';
import { passagesOf } from './find/texts.ts';
import { selectionOf } from './spelling/house.ts';
import type { StorySession } from './types.ts';

/**
 * Puts no-break spaces where a line must not end (57 km, TP. Bắc Kạn), in what is selected, else in the whole story: one step
 * of undo in the body with its captions, one in each field. null: not now (a composition runs, or it cannot be edited).
 */
export function keepTogether(session: StorySession): Replaced | null {
  const core = coreOf(session);
  if (session.readOnly || core.composing || core.editor.isComposing()) return null;
  const isWithin = selectionOf(core) ?? (() => true);
  const { language } = session.story();
  const found = passagesOf(session.story()).flatMap((passage) =>
    looseSpaces(passage.text, language)
      .filter((at) => isWithin(passage, at, at + 1))
      .map((start) => ({ start, end: start + 1, passage })),
  );
  return replaceFound(session, core, found, () => '\u00a0');
}

import { bodyTexts } from '../../story/content.ts';
import { isTextBlock, type Story } from '../../story/model.ts';
import { type LetterCase, namesOf, type Recased, recased } from '../../story/text/letterCase.ts';
import { type Core, coreOf, placeKey } from './core.ts';
import { replaceFound } from './find/replace.ts';
import { type Passage, passagesOf } from './find/texts.ts';
import { selectionOf, type Within } from './spelling/house.ts';
import { hereOf, keyOf } from './spelling/place.ts';
import type { StorySession } from './types.ts';

/**
 * Writes what is selected in another case; nothing selected, the field or the heading with the caret. Formats, links and
 * marks stay, and so does the selection. One step of undo in the body, one in a field.
 * `select`: nothing is meant; `nothing`: it is so already, or cannot be changed now (a composition runs, read-only).
 */
export function changeCase(session: StorySession, to: LetterCase): 'done' | 'nothing' | 'select' {
  const core = coreOf(session);
  if (session.readOnly || core.composing || core.editor.isComposing()) return 'nothing';
  const story = session.story();
  const isWithin = selectionOf(core) ?? wholeOf(core, story);
  if (!isWithin) return 'select';
  const names = namesOf(sentencesOf(story));
  const found = passagesOf(story).flatMap((passage) => {
    if (!isWithin(passage, 0, passage.text.length)) return [];
    return apart(recased(passage.text, to, story.language, names), bordersIn(story, passage))
      .filter(({ start, end }) => isWithin(passage, start, end))
      .map((one) => ({ ...one, passage }));
  });
  if (found.length === 0) return 'nothing';
  const here = hereOf(core);
  replaceFound(session, core, found, ({ text }) => text);
  if (here) core.controls.get(placeKey(here.place))?.element.setSelectionRange(here.start, here.end);
  return 'done';
}

/** The text with the caret: a field, a caption, a cell, a heading. Within a paragraph, a caret means nothing. */
function wholeOf(core: Core, { body }: Story): Within | null {
  const here = hereOf(core);
  if (!here) return null;
  const { place } = here;
  const block = 'block' in place ? body.find(({ id }) => id === place.block) : undefined;
  if (block && isTextBlock(block) && block.type !== 'heading') return null;
  return (passage) => keyOf(passage.place) === keyOf(place);
}

/** Where a story's names are written as they are: not in its headings. */
const sentencesOf = ({ body }: Story): string[] =>
  body.filter(({ type }) => type !== 'heading').flatMap((block) => bodyTexts(block));

/** Where one run of a block's text ends and the next begins. */
function bordersIn({ body }: Story, { place }: Passage): number[] {
  const block = 'block' in place ? body.find(({ id }) => id === place.block) : undefined;
  if (!block || !isTextBlock(block)) return [];
  let at = 0;
  return block.runs.map(({ text }) => {
    at += text.length;
    return at;
  });
}

/** Changes cut at borders: what comes in has one format, that of the letter it stands for. */
function apart(changes: readonly Recased[], borders: readonly number[]): Recased[] {
  return changes.flatMap((change) => {
    const { start, end, text } = change;
    const inside = borders.filter((border) => border > start && border < end);
    if (inside.length === 0 || text.length !== end - start) return [change];
    const cuts = [start, ...inside, end];
    return cuts.slice(1).map((to, index) => {
      const from = cuts[index] as number;
      return { start: from, end: to, text: text.slice(from - start, to - start) };
    });
  });
}

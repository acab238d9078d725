import {
  $getRoot,
  $getState,
  $setState,
  HISTORY_MERGE_TAG,
  SKIP_DOM_SELECTION_TAG,
  SKIP_SCROLL_INTO_VIEW_TAG,
} from 'lexical';
import { $getBlockId } from '../../story/schema/blockId.ts';
import { $blocksUnder, $isTextBlockNode } from '../../story/schema/blocks.ts';
import { fontState, LEGACY_WAYS } from '../../story/schema/text/font.ts';
import { type FontRun, type LegacyWay, legacyWordsOf } from '../../story/text/legacy/rewrite.ts';
import type { Rewriting } from '../../story/text/vietnamese/iy.ts';
import { type Core, coreOf } from './core.ts';
import { $piecesOf } from './find/pieces.ts';
import { type Replaced, replaceFound } from './find/replace.ts';
import { type Passage, passagesOf } from './find/texts.ts';
import { selectionOf } from './spelling/house.ts';
import type { StorySession } from './types.ts';

/** A text of the story with words from before Unicode, and what they become; `isWhole`: they are all that it has. */
export type LegacyPassage = { passage: Passage; words: Rewriting[]; isWhole: boolean };

/**
 * The texts of what is selected, else of the whole story, that change: as `wanted` says, or with null by the fonts they
 * were pasted in and by their letters.
 */
export function legacyPassages(session: StorySession, wanted: LegacyWay | null): LegacyPassage[] {
  const core = coreOf(session);
  const isWithin = selectionOf(core) ?? (() => true);
  const fonts = fontsOf(core);
  const passages = passagesOf(session.story());
  const words = legacyWordsOf(
    passages.map(({ place, text }) => ({
      text,
      fonts: ('block' in place && !place.part && !place.cell && fonts.get(place.block)) || [],
    })),
    wanted,
  );
  return passages.flatMap((passage, at): LegacyPassage[] => {
    const all = words[at] ?? [];
    const selected = all.filter(({ start, end }) => isWithin(passage, start, end));
    return selected.length > 0 ? [{ passage, words: selected, isWhole: selected.length === all.length }] : [];
  });
}

/** Which parts of the body's blocks came in a font from before Unicode. */
function fontsOf(core: Core): Map<string, FontRun[]> {
  return core.editor.read('latest', () => {
    const fonts = new Map<string, FontRun[]>();
    for (const block of $blocksUnder($getRoot())) {
      if (!$isTextBlockNode(block)) continue;
      const runs = $piecesOf(block).flatMap(({ node, from, to }): FontRun[] => {
        const font = $getState(node, fontState);
        return font === null ? [] : [{ start: from, end: to, way: LEGACY_WAYS[font] }];
      });
      if (runs.length > 0) fonts.set($getBlockId(block), joined(runs));
    }
    return fonts;
  });
}

/** A word goes on over a change of format. */
function joined(runs: readonly FontRun[]): FontRun[] {
  const out: FontRun[] = [];
  for (const run of runs) {
    const last = out.at(-1);
    if (last && last.end === run.start && last.way === run.way) last.end = run.end;
    else out.push({ ...run });
  }
  return out;
}

/** Converts the words: one step of undo in the body with its captions, one in each field. null: not while composing. */
export function convertLegacy(session: StorySession, passages: readonly LegacyPassage[]): Replaced | null {
  const core = coreOf(session);
  if (session.readOnly || core.composing || core.editor.isComposing()) return null;
  const found = passages.flatMap(({ passage, words }) => words.map((word) => ({ ...word, passage })));
  const done = replaceFound(session, core, found, ({ text }) => text);
  const converted = new Map(passages.flatMap((one) => ('block' in one.passage.place ? [stretchOf(one)] : [])));
  if (converted.size > 0) forgetFonts(core, converted);
  return done;
}

type Stretch = { from: number; to: number };

/** The part of a block, as it is after the conversion, whose fonts say nothing any longer. */
function stretchOf({ passage: { place }, words, isWhole }: LegacyPassage): [string, Stretch] {
  const grown = words.reduce((sum, { start, end, text }) => sum + text.length - (end - start), 0);
  const part = { from: words[0]?.start ?? 0, to: (words.at(-1)?.end ?? 0) + grown };
  return ['block' in place ? place.block : '', isWhole ? { from: 0, to: Number.POSITIVE_INFINITY } : part];
}

/** Part of the same step of undo. What was not selected keeps its font, to be converted later. */
function forgetFonts({ editor }: Core, converted: ReadonlyMap<string, Stretch>): void {
  editor.update(
    () => {
      for (const block of $blocksUnder($getRoot())) {
        const stretch = converted.get($getBlockId(block));
        if (!stretch || !$isTextBlockNode(block)) continue;
        for (const { node, from, to } of $piecesOf(block))
          if (from >= stretch.from && to <= stretch.to && $getState(node, fontState)) $setState(node, fontState, null);
      }
    },
    { discrete: true, tag: [HISTORY_MERGE_TAG, SKIP_DOM_SELECTION_TAG, SKIP_SCROLL_INTO_VIEW_TAG] },
  );
}

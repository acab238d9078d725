import { plainTexts, withTexts } from '../content.ts';
import { type Block, FIELD_NAMES, isTextBlock, type SolidBlock, type Story, VALUE_FIELDS } from '../model.ts';
import { commonTokens } from './mergeFamily.ts';
import { pickSet, same } from './same.ts';
import { runsOf, textOf, tokenize } from './tokens.ts';

/**
 * A base for two versions whose last common one is not known (a story that went round by a third desk): what both have in
 * common. Merged from it, nothing is a deletion, so no word of either side can go; what one side took out comes back,
 * and where they differ, both stand.
 */
export function commonGround(ours: Story, theirs: Story): Story {
  const known = new Map(ours.body.map((block) => [block.id, block]));
  const fields = { ...theirs.fields };
  for (const name of FIELD_NAMES) {
    const isValue = VALUE_FIELDS.has(name) && ours.fields[name] !== theirs.fields[name];
    fields[name] = isValue ? '' : commonText(ours.fields[name], theirs.fields[name]);
  }
  return {
    ...ours,
    fields,
    body: theirs.body.flatMap((block) => commonBlock(known.get(block.id), block) ?? []),
    threads: Object.fromEntries(
      Object.entries(theirs.threads).filter(([id, thread]) => same(ours.threads[id], thread)),
    ),
  };
}

function commonBlock(ours: Block | undefined, theirs: Block): Block | null {
  if (!ours) return null;
  if (isTextBlock(ours) && isTextBlock(theirs))
    return { ...ours, runs: runsOf(commonTokens(tokenize(ours.runs), tokenize(theirs.runs))) };
  return isTextBlock(ours) || isTextBlock(theirs) ? null : commonSolid(ours, theirs);
}

/** Blocks of one kind, with the texts that both have there in common. */
function commonSolid(ours: SolidBlock, theirs: SolidBlock): SolidBlock | null {
  if (ours.type !== theirs.type || shownBy(ours) !== shownBy(theirs)) return null;
  const there = new Map(plainTexts(theirs).map(({ place, text }) => [JSON.stringify(place), text]));
  const common = withTexts(ours, (text, place) => commonText(text, there.get(JSON.stringify(place)) ?? ''));
  if (common.type !== 'figure' || theirs.type !== 'figure') return common;
  return { ...common, unchecked: pickSet([], common.unchecked, theirs.unchecked).toSorted() };
}

/** What a block shows besides its texts. */
const shownBy = (block: SolidBlock): string =>
  block.type === 'figure' ? block.photo : block.type === 'embed' ? block.url : '';

const commonText = (a: string, b: string): string =>
  a === b ? a : textOf(commonTokens(tokenize([{ text: a }]), tokenize([{ text: b }])));

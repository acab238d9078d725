import {
  type Block,
  FIELD_NAMES,
  isTextBlock,
  type Setting,
  type Story,
  type Suggestion,
  VALUE_FIELDS,
} from '../model.ts';
import { gatherConflicts } from './conflicts.ts';
import { mergeField } from './mergeField.ts';
import { mergeSolid } from './mergeSolid.ts';
import { pick, same } from './same.ts';
import { fieldsAsTheyWere, withFormer } from './suggest/decide.ts';

type Suggestions = Story['suggestions'];
type Change = Extract<Suggestion, { kind: 'change' }>;

// What one side wrote itself, while the other suggested something else for the same text, is part of how it was: else
// rejecting the suggestion would take it out, and it would be missing from what is published.

/**
 * The records of a merge, those of fields with the former text that both sides' have become. What one side decided while the
 * other went on suggesting is undecided again: nobody has decided about the words that came since.
 */
export function withFormerFields(merged: Suggestions, base: Story, ours: Story, theirs: Story): Suggestions {
  const wentOn = (one: Suggestion, side: Story) =>
    one.kind === 'field' &&
    side.suggestions[one.id] !== undefined &&
    !side.suggestions[one.id]?.decided &&
    side.fields[one.field] !== base.fields[one.field];
  const open = Object.values(merged).flatMap((one) =>
    one.kind === 'field' && (!one.decided || wentOn(one, ours) || wentOn(one, theirs)) ? [one] : [],
  );
  if (open.length === 0) return merged;
  const [b, o, t] = [fieldsAsTheyWere(base), fieldsAsTheyWere(ours), fieldsAsTheyWere(theirs)];
  const was = Object.fromEntries(
    FIELD_NAMES.map((name) => [name, mergeField(b[name], o[name], t[name], VALUE_FIELDS.has(name)).text]),
  );
  const reopened = open.map(({ decided: _, ...one }) => [one.id, { ...one, was: was[one.field] ?? one.was }]);
  return { ...merged, ...Object.fromEntries(reopened) };
}

/** The same for the settings and texts of blocks that both sides changed. `body`: the merged one. */
export function withFormerSettings(
  merged: Suggestions,
  body: readonly Block[],
  base: Story,
  ours: Story,
  theirs: Story,
): Suggestions {
  const result = { ...merged };
  const versions = [base, ours, theirs].map((story) => ({
    suggestions: story.suggestions,
    blocks: new Map(story.body.map((block) => [block.id, block])),
  }));
  for (const { id, suggestions = [] } of body) {
    const changes = suggestions.flatMap((mark) => (merged[mark]?.kind === 'change' ? [merged[mark] as Change] : []));
    if (changes.length === 0) continue;
    const [b, o, t] = versions.map(({ blocks }) => blocks.get(id));
    if (!b || !o || !t || same(b, o) || same(b, t) || same(o, t)) continue;
    const was = versions.map(({ blocks, suggestions }) => asItStood(blocks.get(id)!, suggestions));
    const former = mergeFormer(...(was as [Block, Block, Block])) as { [name in Setting]?: unknown };
    for (const change of changes) {
      const settings = Object.keys(change.was) as Setting[];
      result[change.id] = {
        ...change,
        was: Object.fromEntries(settings.map((name) => [name, former[name] ?? null])),
      };
    }
  }
  return result;
}

/** A block before the changes that are suggested for it. */
const asItStood = (block: Block, suggestions: Suggestions): Block =>
  withFormer(
    block,
    (block.suggestions ?? []).flatMap((id) => suggestions[id] ?? []),
  );

/** What both sides' former block has become; where both changed the same words, ours: the block itself asks about them. */
function mergeFormer(base: Block, ours: Block, theirs: Block): Block {
  if (isTextBlock(base) || isTextBlock(ours) || isTextBlock(theirs)) return pick(base, ours, theirs);
  const conflicts = gatherConflicts({ theirName: '', at: '' }, [], () => '');
  return mergeSolid(base, ours, theirs, conflicts, [], () => ours.id)[0] ?? ours;
}

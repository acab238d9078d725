import type { Embed } from '../model.ts';
import type { Conflicts } from './conflicts.ts';
import { mergeField } from './mergeField.ts';

/** A card that both sides changed: its caption merges like a field. null: they gave it different addresses, so there are two now. */
export function mergeEmbed(base: Embed | undefined, ours: Embed, theirs: Embed, conflicts: Conflicts): Embed | null {
  if (ours.url !== theirs.url && base?.url !== ours.url && base?.url !== theirs.url) return null;
  const { url } = base && ours.url === base.url ? theirs : ours;
  const caption = mergeField(base?.caption ?? '', ours.caption, theirs.caption);
  if (caption.theirs !== null) conflicts.add({ block: ours.id, part: 'caption' }, caption.text, caption.theirs);
  return { ...ours, url, caption: caption.text };
}

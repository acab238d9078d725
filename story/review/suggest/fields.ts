import type { FieldName, Story, Suggestion } from '../../model.ts';
import { type Author, createRecorder } from './recorder.ts';

/**
 * The suggestions that differ once somebody has changed a field from what it is in `story` to `value`; null: there is none
 * any more. A field has at most one that is open, which knows how it was before all that is proposed: of another author's,
 * a new one takes the place.
 */
export function trackField(
  story: Pick<Story, 'fields' | 'suggestions'>,
  field: FieldName,
  value: string,
  author: Author,
): Record<string, Suggestion | null> {
  if (value === story.fields[field]) return {};
  const open = Object.values(story.suggestions).find(
    (one) => one.kind === 'field' && one.field === field && !one.decided,
  );
  const was = open?.kind === 'field' ? open.was : story.fields[field];
  const isOwn = open?.by === author.fingerprint;
  if (open && isOwn && value !== was) return {};
  const gone = open ? { [open.id]: null } : {};
  if (value === was) return gone;
  const recorder = createRecorder(story.suggestions, author);
  recorder.add({ kind: 'field', field, was });
  return { ...gone, ...recorder.added };
}

import type { FieldName, Story, Suggestion } from '../../model.ts';
import { type Author, createRecorder } from './recorder.ts';

/**
 * The suggestions that differ once somebody has changed a field from what it is in `story` to `value`; null: there is none
 * any more. A field has one that is open (two, where two sides made one each), which knows how it was before all that is
 * proposed: of another author's, a new one takes the place.
 */
export function trackField(
  story: Pick<Story, 'fields' | 'suggestions'>,
  field: FieldName,
  value: string,
  author: Author,
): Record<string, Suggestion | null> {
  if (value === story.fields[field]) return {};
  const open = Object.values(story.suggestions)
    .flatMap((one) => (one.kind === 'field' && one.field === field && !one.decided ? [one] : []))
    .sort((a, b) => (`${a.at}${a.id}` < `${b.at}${b.id}` ? -1 : 1));
  const was = open[0]?.was ?? story.fields[field];
  const own = value === was ? undefined : open.find((one) => one.by === author.fingerprint && one.was === was);
  const gone = Object.fromEntries(open.filter((one) => one !== own).map(({ id }) => [id, null]));
  if (own || value === was) return gone;
  const recorder = createRecorder(story.suggestions, author);
  recorder.add({ kind: 'field', field, was });
  return { ...gone, ...recorder.added };
}

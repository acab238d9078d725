import type { FieldName, Fields } from '../../model.ts';
import { publishedText } from '../../text/clean.ts';
import { webHeadline } from '../../text/headlines.ts';
import { readUnits } from '../wordpress/read.ts';
import type { Own } from './own.ts';
import type { Piece } from './pieces.ts';

/** Fields that stand on a site's page. */
export const SHOWN_FIELDS: readonly FieldName[] = [
  ...(['headline', 'headlineWeb', 'standfirst', 'correction', 'kicker', 'place', 'date', 'byline'] as const),
];

/** The story's fields with what was changed on the site; `paired`: each field's line that stands in the page, and theirs. */
export function changedFields(
  fields: Fields,
  theirs: { title: string; standfirst: string },
  paired: readonly (readonly [Own, Piece | undefined])[],
): Fields {
  const changed = { ...fields };
  const title = plain(theirs.title);
  if (title !== '' && !isSame(title, webHeadline(fields)))
    changed[fields.headlineWeb.trim() === '' ? 'headline' : 'headlineWeb'] = title;
  const standfirst = plain(theirs.standfirst);
  if (standfirst !== '' && !isSame(standfirst, fields.standfirst)) changed.standfirst = standfirst;
  for (const field of ['standfirst', 'correction', 'byline'] as const) {
    const lines = paired.filter(([own]) => own.field === field);
    if (lines.some(([own, piece]) => piece && !isSame(wordsOf(piece), wordsOf(own.piece))))
      changed[field] = lines.map(([own, piece]) => wordsOf(piece ?? own.piece)).join('\n');
  }
  const [dateline] = paired.filter(([own]) => own.field === 'kicker');
  if (dateline?.[1] && !isSame(wordsOf(dateline[1]), wordsOf(dateline[0].piece)))
    Object.assign(changed, changedDateline(fields, wordsOf(dateline[1])));
  return changed;
}

/** "Kicker · place, date": what is as it was tells which of the three was changed. */
function changedDateline(fields: Fields, text: string): Pick<Fields, 'kicker' | 'place' | 'date'> {
  const [kicker, place, date] = [fields.kicker, fields.place, fields.date].map((one) => publishedText(one).trim());
  const at = text.indexOf(' · ');
  const hasKicker = at >= 0 && kicker !== '';
  const rest = hasKicker ? text.slice(at + 3) : text;
  const none = { kicker: hasKicker ? text.slice(0, at) : fields.kicker };
  if (kicker !== '' && !hasKicker && place === '' && date === '') return { ...none, kicker: rest, place: '', date: '' };
  if (place === '') return { ...none, place: '', date: rest };
  if (date === '') return { ...none, place: rest, date: '' };
  if (rest.endsWith(`, ${date}`)) return { ...none, place: rest.slice(0, -date!.length - 2), date: fields.date };
  if (rest.startsWith(`${place}, `)) return { ...none, place: fields.place, date: rest.slice(place!.length + 2) };
  const comma = rest.indexOf(', ');
  return comma < 0
    ? { ...none, place: rest, date: '' }
    : { ...none, place: rest.slice(0, comma), date: rest.slice(comma + 2) };
}

const wordsOf = (piece: Piece): string => (piece.kind === 'text' ? publishedText(piece.text) : '');
const plain = (html: string): string =>
  publishedText(
    readUnits(html)
      .map(({ text }) => text)
      .join('\n'),
  );
const isSame = (a: string, b: string): boolean => flat(a) === flat(b);
const flat = (text: string): string => publishedText(text).replace(/\s+/g, ' ').trim();

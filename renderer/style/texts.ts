import { isClosedBy } from '../../story/formats/blocks.ts';
import { isTextBlock, type Language, plainText, type Story } from '../../story/model.ts';
import type { End } from '../../story/style/closing.ts';
import { dayOf } from '../../story/style/day.ts';
import type { StyleText } from '../../story/style/find.ts';
import { type Passage, passagesOf } from '../editor/find/texts.ts';

/** A text of a story as rules look at it. Two of one key have the same findings. */
export type Looked = { passage: Passage; text: StyleText; key: string };

/** The texts of a story. `mark`: the newsroom's own closing mark; '' for none. */
export function styleTexts(story: Story, mark: string): Looked[] {
  const day = dayOf(story, today());
  const last = lastOf(story, mark);
  const endOf = ({ place }: Passage): End | undefined => {
    if ('field' in place) return place.field === 'closingMark' ? 'field' : undefined;
    return place.block === last ? 'text' : undefined;
  };
  return passagesOf(story).map((passage) => lookedAt(passage, story.language, day, endOf(passage)));
}

/** Of passages that stay the same, what was made before: most do from one look to the next. */
const known = new WeakMap<Passage, Looked>();
function lookedAt(passage: Passage, language: Language, day: StyleText['day'], end: End | undefined): Looked {
  const before = known.get(passage);
  if (before && before.text.language === language && before.text.day === day && before.text.end === end) return before;
  const read = passage.read ?? passage.text;
  const text: StyleText = { text: read, language, day, ...(end && { end }) };
  const now = { passage, text, key: `${language} ${day} ${end ?? ''} ${read}` };
  known.set(passage, now);
  return now;
}

/** Here, as 2021-06-14. */
const today = (): string => new Date().toLocaleDateString('sv');

/** The block that the mark belongs to, where it stands neither there nor in its own field; null for none. */
function lastOf({ fields, body }: Story, mark: string): string | null {
  if (fields.closingMark.trim() !== '' || (mark !== '' && isClosedBy(body, mark))) return null;
  const texts = body.filter(isTextBlock).filter(({ runs, box }) => !box && plainText(runs).trim() !== '');
  const own = texts.findLast(({ type }) => type !== 'quote' && type !== 'pullquote' && type !== 'attribution');
  return (own ?? texts.at(-1))?.id ?? null;
}

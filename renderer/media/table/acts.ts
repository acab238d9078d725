import { type Figure, PHOTO_TEXTS, type PhotoText, type Story } from '../../../story/model.ts';
import { movePhoto } from '../../../story/photo/order.ts';
import { fillCredit, fillTemplate, templatesOf } from '../../../story/photo/template.ts';
import { $getBlockId } from '../../../story/schema/blockId.ts';
import { $confirmFigureText, $fillFigureText, $setFigureText } from '../../../story/schema/figure/node.ts';
import { call } from '../../api.ts';
import { changeFigures } from '../../editor/figures.ts';
import type { StorySession } from '../../editor/types.ts';
import { captionHouse } from '../captionHouse.ts';

const figuresOf = ({ body }: Story) => body.flatMap((block) => (block.type === 'figure' ? [block] : []));

/**
 * Copies a photo's text to the chosen photos; where none is chosen, to all that have none there. One step of undo. Returns
 * how many got it.
 */
export function copyText(session: StorySession, from: string, field: PhotoText, chosen: ReadonlySet<string>): number {
  const figures = figuresOf(session.story());
  const text = figures.find(({ id }) => id === from)?.[field] ?? '';
  if (text.trim() === '') return 0;
  const to = figures.filter((figure) => (chosen.size > 0 ? chosen.has(figure.id) : figure[field].trim() === ''));
  const ids = to.filter((figure) => figure.id !== from && figure[field] !== text).map(({ id }) => id);
  changeFigures(session, ids, (node) => $setFigureText(node, field, text));
  return ids.length;
}

/**
 * Fills a text in after the house's template, in the chosen photos or all, wherever it is empty; marked as not checked. One
 * step of undo. Returns how many got it.
 */
export async function fillTexts(
  session: StorySession,
  field: 'caption' | 'credit',
  chosen: ReadonlySet<string>,
): Promise<number> {
  const { language } = session.story();
  const template = templatesOf(captionHouse.get(), language)[field];
  const isOpen = (figure: Figure) => figure[field].trim() === '' && (chosen.size === 0 || chosen.has(figure.id));
  const filled = new Map<string, string>();
  for (const figure of figuresOf(session.story()).filter(isOpen)) {
    const info = await call('photo.get', { hash: figure.photo });
    if (!info.ok) continue;
    const text = (field === 'credit' ? fillCredit : fillTemplate)(template, info.value, language);
    if (text !== '') filled.set(figure.id, text);
  }
  // What was typed meanwhile stays.
  const ids = figuresOf(session.story()).filter((figure) => isOpen(figure) && filled.has(figure.id));
  changeFigures(
    session,
    ids.map(({ id }) => id),
    (node) => $fillFigureText(node, field, filled.get($getBlockId(node)) ?? ''),
  );
  return ids.length;
}

/** A person has read all texts of these photos. */
export const checkTexts = (session: StorySession, ids: readonly string[]): void =>
  changeFigures(session, ids, (node) => {
    for (const field of PHOTO_TEXTS) $confirmFigureText(node, field);
  });

/** Puts a photo before the one before it, or behind the next. Returns its place, from 1; null: it stays where it is. */
export function movePhotoBy(session: StorySession, id: string, by: -1 | 1): number | null {
  const story = session.story();
  const body = movePhoto(story.body, id, by);
  if (body === story.body || session.readOnly) return null;
  session.apply({ ...story, body: [...body] }, { isEdit: true });
  return figuresOf(session.story()).findIndex((figure) => figure.id === id) + 1;
}

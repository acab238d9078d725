import { $getNodeByKey, type NodeKey } from 'lexical';
import type { PhotoText } from '../../../story/model.ts';
import { creditIn, joinedCredit } from '../../../story/photo/credit.ts';
import { fillCredit, fillTemplate, leftOpen, templatesOf } from '../../../story/photo/template.ts';
import { $figureData, $fillFigureText, $isFigureNode, $setFigureText } from '../../../story/schema/figure/node.ts';
import { call } from '../../api.ts';
import { captionHouse } from '../../media/captionHouse.ts';
import { problem } from '../../ui/toasts.tsx';
import { coreOf } from '../core.ts';
import type { StorySession } from '../types.ts';

/** Takes the credit that stands in another text of a photo over into the credit: one step of undo. */
export const moveCredit = (session: StorySession, key: NodeKey, from: PhotoText): void =>
  coreOf(session).texts.change(key, (node) => {
    if (!$isFigureNode(node)) return;
    const data = $figureData(node);
    const found = creditIn(data[from]);
    if (!found) return;
    $setFigureText(node, from, found.rest);
    $setFigureText(node, 'credit', joinedCredit(data.credit, found.words));
  });

/**
 * Fills an empty caption or credit in after the house's template. Returns what is left to be written first, if anything;
 * 'lacks': what is known of the photo does not suffice.
 */
export async function fillField(
  session: StorySession,
  key: NodeKey,
  field: 'caption' | 'credit',
): Promise<ReturnType<typeof leftOpen> | 'lacks'> {
  const { editor, texts, language } = coreOf(session);
  const data = () =>
    editor.read(() => {
      const node = $getNodeByKey(key);
      return $isFigureNode(node) ? $figureData(node) : null;
    });
  const info = await call('photo.get', { hash: data()?.photo ?? '' });
  if (!info.ok) {
    problem(info);
    return null;
  }
  const template = templatesOf(captionHouse.get(), language())[field];
  const text = (field === 'credit' ? fillCredit : fillTemplate)(template, info.value, language());
  if (text === '') return 'lacks';
  // What was typed meanwhile stays.
  if (data()?.[field].trim() !== '') return null;
  texts.change(key, (node) => {
    if ($isFigureNode(node)) $fillFigureText(node, field, text);
  });
  return leftOpen(text);
}

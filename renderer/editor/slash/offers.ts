import { ImagePlus, type LucideIcon } from 'lucide-react';
import { fold } from '../../../story/text/fold.ts';
import type { CommandId } from '../../commands.ts';
import { t } from '../../i18n.ts';
import { INSERTABLE } from '../insertable.ts';
import type { EditorText } from '../texts.ts';
import type { EditCommand } from '../types.ts';

/** A block in the list; without a command it is a photo, which the desk asks for. */
export type Offer = {
  name: string;
  text: EditorText;
  icon: LucideIcon;
  command?: EditCommand;
  shortcut?: CommandId;
  also: string;
};

const PHOTO: Offer = {
  name: 'figure',
  text: 'photo',
  icon: ImagePlus,
  shortcut: 'photo.choose',
  also: 'image picture hình ảnh',
};

const named = t as unknown as (key: string, options: { lng: string }) => string;
const namesOf = ({ text }: Offer): string[] => ['vi', 'en'].map((lng) => fold(named(`editor.${text}`, { lng })));
const wordsOf = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '');

/**
 * The blocks that what was typed may mean, in either language and without regard to diacritics: each of its words begins
 * one of a block's. Those whose name begins so come first.
 */
export function offersFor(filter: string, withPhoto: boolean): Offer[] {
  const offers: readonly Offer[] = withPhoto ? [...INSERTABLE, PHOTO] : INSERTABLE;
  const typed = fold(filter);
  if (typed === '') return [...offers];
  if (/^\s/.test(typed)) return [];
  const found = offers.filter((offer) => {
    const words = wordsOf([...namesOf(offer), fold(offer.also)].join(' '));
    return wordsOf(typed).every((word) => words.some((one) => one.startsWith(word)));
  });
  const isNamed = (offer: Offer) => namesOf(offer).some((name) => name.startsWith(typed.trimEnd()));
  return [...found.filter(isNamed), ...found.filter((offer) => !isNamed(offer))];
}

import type { PhotoInfo } from '../../preload/contract.ts';
import type { Language } from '../../story/model.ts';
import { photoText } from '../../story/photo/facts.ts';
import { type CaptionHouse, fillCredit, templatesOf } from '../../story/photo/template.ts';
import { createStore } from '../store.ts';

/** How the house writes captions and credits, as the preferences have it. */
export const captionHouse = createStore<CaptionHouse>({});

/** The credit that the house's template makes of a photo that has none; '' where it cannot. */
export const creditFor = (photo: PhotoInfo, language: Language): string =>
  photoText(photo, 'credit').trim() === ''
    ? fillCredit(templatesOf(captionHouse.get(), language).credit, photo, language)
    : '';

import type { Fields } from '../model.ts';

const joined = (texts: readonly string[], sign: string): string =>
  texts.filter((text) => text.trim() !== '').join(sign);

/** "Bắc Kạn, 14/6"; what is blank is left out. */
export const placeAndDate = ({ place, date }: Pick<Fields, 'place' | 'date'>): string => joined([place, date], ', ');

/** "Nông nghiệp · Bắc Kạn, 14/6": the line above a story's text, where a site has one for all three. */
export const datelineOf = (fields: Pick<Fields, 'kicker' | 'place' | 'date'>): string =>
  joined([fields.kicker, placeAndDate(fields)], ' · ');

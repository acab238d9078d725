import { dateTime } from '../format.ts';
import { language } from '../i18n.ts';

/** When a remote copy was changed, as its server says it; in our words where that can be read. */
export const siteTime = (at: string): string => (Number.isNaN(Date.parse(at)) ? at : dateTime(at, language()));

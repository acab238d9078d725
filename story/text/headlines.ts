import type { Fields } from '../model.ts';

type Headlines = Pick<Fields, 'headline' | 'headlineWeb' | 'headlineSeo' | 'headlineSocial'>;

/** The first that says anything, else the last. */
const first = (...texts: readonly [string, string]): string => (texts[0].trim() !== '' ? texts[0] : texts[1]);

/** The headline on a page of the web. Without one of its own, the story's. */
export const webHeadline = (fields: Headlines): string => first(fields.headlineWeb, fields.headline);

/** The page's title, as search engines list it. */
export const seoHeadline = (fields: Headlines): string => first(fields.headlineSeo, webHeadline(fields));

/** The headline of a card in a social network. */
export const socialHeadline = (fields: Headlines): string => first(fields.headlineSocial, webHeadline(fields));

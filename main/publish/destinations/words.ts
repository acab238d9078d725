import type { Theirs } from '../../../preload/contract.ts';
import { fromWordPress } from '../../../story/formats/wordpress/index.ts';

/** A story's title and text as plain paragraphs, for a person to read beside another's. */
export const wordsOf = ({ title, html }: Pick<Theirs, 'title' | 'html'>): string =>
  [...fromWordPress(title), ...fromWordPress(html)].join('\n\n');

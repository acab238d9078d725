import type { Store } from '../../../main/store/api.ts';
import type { Found } from '../../../preload/contract.ts';
import { emptyStory, type Fields, type Story } from '../../../story/model.ts';
import { good, paragraph } from '../store/make.ts';

/** A story with these fields and a paragraph for each text. */
export function storyOf(fields: Partial<Fields>, texts: readonly string[] = [], rest: Partial<Story> = {}): Story {
  const story = emptyStory('vi', '2025-03-01T08:00:00.000Z');
  const body = texts.map((text) => paragraph(text));
  return { ...story, fields: { ...story.fields, ...fields }, ...(body.length > 0 && { body }), ...rest };
}

export async function add(store: Store, ...stories: Story[]): Promise<void> {
  for (const story of stories) good(await store.createStory(story, 'an'));
}

export const headlines = (found: Found): string[] => found.rows.map((row) => row.headline);
/** A hit with its marks in brackets. */
export const marked = (hit: Found['rows'][number]['hit']): string => {
  if (!hit) return '';
  let text = hit.text;
  for (const [start, end] of hit.marks.toReversed())
    text = `${text.slice(0, start)}[${text.slice(start, end)}]${text.slice(end)}`;
  return `${hit.where}: ${text}`;
};

import { restoredStory } from '../../history/restore.ts';
import type { Story } from '../../model.ts';
import { SHOWN_FIELDS } from './fields.ts';

/** The story with what stands on the site: its text and the fields that a page shows. Comments, and what a newsroom notes of it, stay as they are. */
export function withTheirs(now: Story, theirs: Story): Story {
  const shown = SHOWN_FIELDS.map((name) => [name, theirs.fields[name]]);
  const fields = { ...now.fields, ...Object.fromEntries(shown) };
  return { ...restoredStory(now, theirs), language: now.language, fields };
}

import { blockSchema, emptyStory, FIELD_NAMES, STORY_VERSION, type Story, statusSchema, storySchema } from './model.ts';
import { emptyDesk } from './workflow.ts';

/** Each turns a story of its version into one of the next: MIGRATIONS[1] makes a 2 of a 1. A released one never changes. */
type Migration = (story: Record<string, unknown>) => Record<string, unknown>;
const NEW_IN_3 = {
  ...{ headlineWeb: '', headlineShort: '', headlineSeo: '', headlineSocial: '', slug: '' },
  ...{ priority: '', embargo: '', sources: '', editorNote: '', wordTarget: '', type: '' },
};
const MIGRATIONS: Readonly<Record<number, Migration>> = {
  // 2: section and tags.
  1: (story) => ({ ...story, fields: { ...(story.fields as object), section: '', tags: '' } }),
  // 3: more kinds of blocks, which an older story has none of; suggestions; more fields.
  2: (story) => ({ ...story, suggestions: {}, fields: { ...NEW_IN_3, ...(story.fields as object) } }),
  // 4: corrections.
  3: (story) => ({ ...story, fields: { ...(story.fields as object), correction: '' } }),
  // 5: suggestions about blocks and fields, which an older story has none of; the desk's agreements.
  4: (story) => ({ ...story, desk: emptyDesk() }),
};

/**
 * What stored JSON says: a story of this schema (an older one is brought to it, without being rewritten where it
 * stands); a story of a newer program, with as much of it as this one can show; or no story.
 */
export type ParsedStory =
  | { kind: 'story'; story: Story }
  | { kind: 'newer'; story: Story | null }
  | { kind: 'invalid' };

export function parseStory(data: unknown): ParsedStory {
  if (!isObject(data) || !Number.isInteger(data.version)) return { kind: 'invalid' };
  if ((data.version as number) > STORY_VERSION) return { kind: 'newer', story: readableStory(data) };
  let story = data;
  for (let version = data.version as number; version < STORY_VERSION; version++) {
    const migration = MIGRATIONS[version];
    if (!migration) return { kind: 'invalid' };
    story = { ...migration(story), version: version + 1 };
  }
  const parsed = storySchema.safeParse(story);
  return parsed.success ? { kind: 'story', story: parsed.data } : { kind: 'invalid' };
}

/** The part of a newer story that this program knows, to be read only: known fields and blocks, of others the words. */
function readableStory(data: Record<string, unknown>): Story | null {
  const fields = isObject(data.fields) ? data.fields : {};
  const shell = emptyStory(data.language === 'en' ? 'en' : 'vi', String(data.createdAt));
  const status = statusSchema.safeParse(data.status);
  const story = {
    ...shell,
    id: data.id,
    status: status.success ? status.data : 'draft',
    fields: Object.fromEntries(FIELD_NAMES.map((name) => [name, typeof fields[name] === 'string' ? fields[name] : ''])),
    body: (Array.isArray(data.body) ? data.body : []).map(readableBlock).filter((block) => block !== null),
  };
  const parsed = storySchema.safeParse(story);
  return parsed.success ? parsed.data : null;
}

function readableBlock(data: unknown): unknown {
  if (!isObject(data)) return null;
  const known = blockSchema.safeParse(data);
  if (known.success) return known.data;
  const runs = (Array.isArray(data.runs) ? data.runs : []).filter(isObject);
  const text = runs.map((run) => (typeof run.text === 'string' ? run.text : '')).join('');
  const paragraph = blockSchema.safeParse({ id: data.id, type: 'paragraph', runs: text === '' ? [] : [{ text }] });
  return paragraph.success && text !== '' ? paragraph.data : null;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

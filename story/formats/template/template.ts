import { freshBlock } from '../../duplicate.ts';
import { newId } from '../../ids.ts';
import { parseStory } from '../../migrate.ts';
import { type Block, emptyStory, STORY_VERSION, type Story } from '../../model.ts';
import { asItWas } from '../../review/suggest/views.ts';
import { publishedText } from '../../text/clean.ts';
import { z } from '../../zod.ts';
import { cleanStory } from '../copydesk/clean.ts';

/** The version of the file's format, not of the story in it. */
const FORMAT = 1;
/** Bytes of a whole file at most. */
export const MAX_TEMPLATE_BYTES = 4 * 1024 * 1024;
export const MAX_NAME = 100;

/**
 * A `.copydesk-template` file is one JSON object. Its story has a language, fields and a body of blocks without ids and photos:
 * every story made from it gets new ones.
 */
const envelopeSchema = z.strictObject({
  format: z.literal('copydesk-template'),
  version: z.literal(FORMAT),
  name: z.string().max(1000),
  story: z.looseObject({ version: z.number(), body: z.array(z.looseObject({})).max(20_000) }),
});

/** A template as understood: its story has ids of its own, which nobody else has. */
export type Template = { name: string; story: Story };
export type TemplateProblem = 'notATemplate' | 'damagedTemplate' | 'newerTemplate' | 'fileTooLarge';
export type ParsedTemplate = { ok: true; value: Template } | { ok: false; code: TemplateProblem };

/** A name as it may stand: one line, NFC, at most 100 characters; null where nothing is left of it. */
export function templateName(text: string): string | null {
  const name = publishedText(text).replace(/\s+/g, ' ').trim().slice(0, MAX_NAME).trim();
  return name === '' ? null : name;
}

/** Two names that are one to a person: letter case and spelling in Unicode aside. */
export const sameName = (a: string, b: string): boolean => key(a) === key(b);
const key = (name: string): string => name.normalize('NFC').toLocaleLowerCase('vi');

const isWithoutPhotos = (block: { type?: unknown }): boolean => block.type !== 'figure';

/** The file's text. Photos, comments and approvals stay with the story, and so do its address, its embargo and its corrections. */
export function writeTemplate(name: string, story: Story): string {
  const clean = cleanStory(asItWas(story));
  const body = clean.body.filter(isWithoutPhotos).map((block) => {
    const { id: _, ...rest } = freshBlock(block);
    return rest;
  });
  const fields = { ...clean.fields, slug: '', embargo: '', correction: '' };
  const part = { version: STORY_VERSION, language: story.language, fields, body };
  return `${JSON.stringify({ format: 'copydesk-template', version: FORMAT, name, story: part }, null, 2)}\n`;
}

/** Reads a file as if an attacker had made it. */
export function parseTemplate(bytes: Uint8Array): ParsedTemplate {
  if (bytes.length > MAX_TEMPLATE_BYTES) return { ok: false, code: 'fileTooLarge' };
  const data = json(bytes);
  if (typeof data === 'string') return { ok: false, code: data };
  if (data.format !== 'copydesk-template') return { ok: false, code: 'notATemplate' };
  if (typeof data.version === 'number' && data.version > FORMAT) return { ok: false, code: 'newerTemplate' };
  const envelope = envelopeSchema.safeParse(data);
  const name = envelope.success ? templateName(envelope.data.name) : null;
  if (!envelope.success || name === null) return { ok: false, code: 'damagedTemplate' };
  const { version, language, fields, body } = envelope.data.story;
  const shell = emptyStory('vi', '2000-01-01T00:00:00.000Z');
  const blocks = body.filter(isWithoutPhotos).map((block) => ({ ...block, id: newId() }));
  const parsed = parseStory({ ...shell, version, language, fields, body: blocks.length > 0 ? blocks : shell.body });
  if (parsed.kind === 'newer') return { ok: false, code: 'newerTemplate' };
  if (parsed.kind === 'invalid') return { ok: false, code: 'damagedTemplate' };
  const story = cleanStory({ ...parsed.story, body: parsed.story.body.map(freshBlock) });
  return { ok: true, value: { name, story } };
}

/** A new draft from a template. `at`: instant. */
export const storyFrom = ({ story }: Template, at: string): Story => ({
  ...story,
  id: newId(),
  createdAt: at,
  body: story.body.map((block): Block => ({ ...block, id: newId() })),
});

function json(bytes: Uint8Array): Record<string, unknown> | TemplateProblem {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return 'notATemplate';
  }
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : 'notATemplate';
  } catch {
    // One of ours, cut short.
    return text.trimStart().startsWith('{') && text.includes('"copydesk-template"')
      ? 'damagedTemplate'
      : 'notATemplate';
  }
}

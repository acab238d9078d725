import { strFromU8, type UnzipFileInfo, unzipSync } from 'fflate';
import { canonicalJson, sha256Hex } from '../../canonical.ts';
import { parseStory } from '../../migrate.ts';
import type { Story } from '../../model.ts';
import { publishedText } from '../../text/clean.ts';
import { cleanStory, isSound } from './clean.ts';
import { entryLimit, FORMAT, LIMITS, manifestSchema } from './manifest.ts';
import type { HandoffParts } from './pack.ts';

export type HandoffProblem = 'notAHandoff' | 'damagedHandoff' | 'newerHandoff' | 'badSignature' | 'missingPhoto';
export type Unpacked = { ok: true; value: HandoffParts } | { ok: false; code: HandoffProblem; detail?: string };
type Verify = (publicKey: Uint8Array, bytes: Uint8Array, signature: Uint8Array) => boolean;

/**
 * Reads a `.copydesk` file as if an attacker had made it: names and sizes are looked at before anything is unpacked,
 * then the signature, the hashes and the schemas. Texts come out in NFC. The photos' own hashes are left to whoever
 * imports them. Failures: the codes of HandoffProblem.
 */
export function unpackHandoff(file: Uint8Array, verify: Verify): Unpacked {
  const files = unzip(file);
  if (typeof files === 'string') return { ok: false, code: files };
  const signed = files['manifest.json'];
  const signature = files.signature;
  if (!signed) return { ok: false, code: 'notAHandoff' };
  const data = json(signed);
  if (typeof data?.format === 'number' && data.format > FORMAT) return { ok: false, code: 'newerHandoff' };
  const parsed = manifestSchema.safeParse(wellFormed(data));
  if (!parsed.success || !signature) return { ok: false, code: 'damagedHandoff', detail: 'manifest' };
  const manifest = parsed.data;
  const publicKey = Uint8Array.from(atob(manifest.from.publicKey), (char) => char.charCodeAt(0));
  // What is signed is the manifest as understood, not only as written.
  const understood = new TextEncoder().encode(canonicalJson(manifest));
  if (!verify(publicKey, understood, signature)) return { ok: false, code: 'badSignature' };

  const stories: Story[] = [];
  for (const part of ['story', 'base'] as const) {
    const bytes = files[`${part}.json`];
    if (!bytes || sha256Hex(bytes) !== manifest[part]) return { ok: false, code: 'damagedHandoff', detail: part };
    const story = parseStory(json(bytes));
    if (story.kind === 'newer') return { ok: false, code: 'newerHandoff' };
    if (story.kind === 'invalid' || story.story.id !== manifest.storyId || !isSound(story.story))
      return { ok: false, code: 'damagedHandoff', detail: part };
    stories.push(cleanStory(story.story));
  }
  const [story, base] = stories as [Story, Story];
  const names = new Map(manifest.photos.map((photo) => [photo.hash, photo.name]));
  const photos: { hash: string; name: string; bytes: Uint8Array }[] = [];
  for (const hash of photosOf(story)) {
    const [name, bytes] = [names.get(hash), files[`photos/${hash}`]];
    if (name === undefined || !bytes) return { ok: false, code: 'missingPhoto', detail: hash };
    photos.push({ hash, name, bytes });
  }
  return {
    ok: true,
    value: {
      story,
      base,
      lineage: manifest.lineage,
      photos,
      from: { name: manifest.from.name, publicKey },
      at: manifest.madeAt,
    },
  };
}

/** The hashes of the photos a story shows, each once. */
export const photosOf = (story: Story): string[] => [
  ...new Set(story.body.flatMap((block) => (block.type === 'figure' ? [block.photo] : []))),
];

/** Unpacks only what a hand-off may hold: the whole directory is looked at before a byte is inflated. */
function unzip(file: Uint8Array): Record<string, Uint8Array> | HandoffProblem {
  const entries: UnzipFileInfo[] = [];
  try {
    unzipSync(file, { filter: (entry) => entries.push(entry) < 0 });
    if (entries.some(({ name }) => entryLimit(name) === null)) return 'notAHandoff';
    if (!entries.every(isAllowed)) return 'damagedHandoff';
    if (new Set(entries.map(({ name }) => name)).size < entries.length) return 'damagedHandoff';
    if (entries.reduce((sum, { originalSize }) => sum + originalSize, 0) > LIMITS.all) return 'damagedHandoff';
    // Sizes are the directory's claim; fflate inflates into a buffer of just that size.
    return unzipSync(file);
  } catch {
    // A ZIP begins with "PK"; one that does is ours, cut short.
    return file[0] === 0x50 && file[1] === 0x4b ? 'damagedHandoff' : 'notAHandoff';
  }
}

const isAllowed = ({ name, size, originalSize, compression }: UnzipFileInfo): boolean =>
  originalSize <= (entryLimit(name) ?? 0) && (compression === 8 || (compression === 0 && size === originalSize));

function json(bytes: Uint8Array): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(strFromU8(bytes));
    return typeof value === 'object' ? (value as Record<string, unknown> | null) : null;
  } catch {
    return null;
  }
}

/** Text that canonical JSON can hold: a lone surrogate, which it refuses, is no reason to break down. */
function wellFormed(value: unknown): unknown {
  if (typeof value === 'string') return publishedText(value);
  if (Array.isArray(value)) return value.map(wellFormed);
  if (value && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, wellFormed(item)]));
  return value;
}

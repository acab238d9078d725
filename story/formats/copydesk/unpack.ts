import { strFromU8, type UnzipFileInfo, unzipSync } from 'fflate';
import { canonicalJson, sha256Hex } from '../../canonical.ts';
import { parseStory } from '../../migrate.ts';
import type { Story } from '../../model.ts';
import { publishedText } from '../../text/clean.ts';
import { cleanStory, isSound } from './clean.ts';
import { entryLimit, FORMAT, LIMITS, manifestSchema, NO_NOTE } from './manifest.ts';
import type { HandoffParts } from './pack.ts';

/**
 * notAHandoff: some other file. emptyHandoff: no bytes. cutHandoff: its end is missing. strangeHandoff: holds a name that
 * no hand-off has (`../`). bombHandoff: would unpack to more than it may. olderHandoff, newerHandoff: by the format or the
 * story's schema. badSignature: the sender did not sign this. changedHandoff: a part is not the one that was signed.
 * damagedHandoff: signed so, and yet no story. missingPhoto: shown, and not in the file.
 */
export type HandoffProblem =
  | 'notAHandoff'
  | 'emptyHandoff'
  | 'cutHandoff'
  | 'strangeHandoff'
  | 'bombHandoff'
  | 'olderHandoff'
  | 'newerHandoff'
  | 'badSignature'
  | 'changedHandoff'
  | 'damagedHandoff'
  | 'missingPhoto';
/** `id`: SHA-256 of what was signed, the same for every copy of the file. */
export type Received = HandoffParts & { id: string };
export type Unpacked = { ok: true; value: Received } | { ok: false; code: HandoffProblem; detail?: string };
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
  if (typeof data?.format === 'number' && data.format < 1) return { ok: false, code: 'olderHandoff' };
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
    if (!bytes || sha256Hex(bytes) !== manifest[part]) return { ok: false, code: 'changedHandoff', detail: part };
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
      id: sha256Hex(understood),
      story,
      base,
      lineage: manifest.lineage,
      photos,
      from: { name: manifest.from.name, publicKey },
      note: manifest.note ?? NO_NOTE,
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
  if (file.length === 0) return 'emptyHandoff';
  const entries: UnzipFileInfo[] = [];
  try {
    unzipSync(file, { filter: (entry) => entries.push(entry) < 0 });
    const names = new Set(entries.map(({ name }) => name));
    if (!names.has('manifest.json')) return 'notAHandoff';
    if (names.size < entries.length || entries.some(({ name }) => entryLimit(name) === null)) return 'strangeHandoff';
    const all = entries.reduce((sum, { originalSize }) => sum + originalSize, 0);
    if (all > LIMITS.all || entries.some(isTooLarge)) return 'bombHandoff';
    if (!entries.every(isUsual)) return 'damagedHandoff';
    // Sizes are the directory's claim; fflate inflates into a buffer of just that size.
    return unzipSync(file);
  } catch {
    // A ZIP begins with "PK", and its directory stands at its end.
    return file[0] === 0x50 && file[1] === 0x4b ? 'cutHandoff' : 'notAHandoff';
  }
}

const isTooLarge = ({ name, originalSize }: UnzipFileInfo): boolean => originalSize > (entryLimit(name) ?? 0);
const isUsual = ({ size, originalSize, compression }: UnzipFileInfo): boolean =>
  compression === 8 || (compression === 0 && size === originalSize);

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

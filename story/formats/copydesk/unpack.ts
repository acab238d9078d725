import { strFromU8, unzipSync } from 'fflate';
import { canonicalJson, sha256Hex } from '../../canonical.ts';
import { parseStory } from '../../migrate.ts';
import { isTextBlock, type Story } from '../../model.ts';
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
  const parsed = manifestSchema.safeParse(data);
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
    const story = parseStory(nfc(json(bytes)));
    if (story.kind === 'newer') return { ok: false, code: 'newerHandoff' };
    if (story.kind === 'invalid' || story.story.id !== manifest.storyId)
      return { ok: false, code: 'damagedHandoff', detail: part };
    stories.push(story.story);
  }
  const [story, base] = stories as [Story, Story];
  const photos = manifest.photos.flatMap(({ hash, name }) => {
    const bytes = files[`photos/${hash}`];
    return bytes ? [{ hash, name, bytes }] : [];
  });
  const missing = photosOf(story).find((hash) => !photos.some((photo) => photo.hash === hash));
  if (missing) return { ok: false, code: 'missingPhoto', detail: missing };
  return {
    ok: true,
    value: { story, base, photos, from: { name: manifest.from.name, publicKey }, at: manifest.madeAt },
  };
}

/** The hashes of the photos a story shows, each once. */
export const photosOf = (story: Story): string[] => [
  ...new Set(story.body.flatMap((block) => (isTextBlock(block) ? [] : [block.photo]))),
];

function unzip(file: Uint8Array): Record<string, Uint8Array> | HandoffProblem {
  let problem: HandoffProblem | null = null;
  let all = 0;
  try {
    const files = unzipSync(file, {
      // Sizes are the directory's claim; fflate unpacks into a buffer of just that size.
      filter: ({ name, originalSize }) => {
        const limit = entryLimit(name);
        all += originalSize;
        if (limit === null) problem ??= 'notAHandoff';
        else if (originalSize > limit || all > LIMITS.all) problem ??= 'damagedHandoff';
        return problem === null;
      },
    });
    return problem ?? files;
  } catch {
    // A ZIP begins with "PK"; one that does is ours, cut short.
    return file[0] === 0x50 && file[1] === 0x4b ? 'damagedHandoff' : 'notAHandoff';
  }
}

function json(bytes: Uint8Array): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(strFromU8(bytes));
    return typeof value === 'object' ? (value as Record<string, unknown> | null) : null;
  } catch {
    return null;
  }
}

function nfc(value: unknown): unknown {
  if (typeof value === 'string') return value.normalize('NFC');
  if (Array.isArray(value)) return value.map(nfc);
  if (value && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, nfc(item)]));
  return value;
}

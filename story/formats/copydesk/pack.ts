import { type Zippable, zipSync } from 'fflate';
import { canonicalJson, sha256Hex } from '../../canonical.ts';
import type { Story } from '../../model.ts';
import { publishedText } from '../../text/clean.ts';
import { cleanStory } from './clean.ts';
import { FORMAT, type HandoffNote, type Manifest, MOST_LINEAGE } from './manifest.ts';

export type HandoffParts = {
  story: Story;
  /** The version both sides last had in common. */
  base: Story;
  /** Versions (see `versionOf`) that `story` comes from, oldest first. */
  lineage: readonly string[];
  /** Every photo that `story` shows: the original's bytes. */
  photos: readonly { hash: string; name: string; bytes: Uint8Array }[];
  from: { name: string; publicKey: Uint8Array };
  note: HandoffNote;
  /** Instant. */
  at: string;
};

/**
 * One `.copydesk` file: a ZIP of the story, its base and its photos, with a manifest of their hashes, signed (Ed25519
 * over the manifest's canonical JSON, RFC 8785). Private notes are no part of a Story, so they cannot be in it.
 */
export function packHandoff(parts: HandoffParts, sign: (bytes: Uint8Array) => Uint8Array): Uint8Array {
  const encode = (text: string) => new TextEncoder().encode(text);
  const [story, base] = [versionText(parts.story), versionText(parts.base)];
  const manifest: Manifest = {
    format: FORMAT,
    storyId: parts.story.id,
    madeAt: parts.at,
    from: { name: publishedText(parts.from.name), publicKey: base64(parts.from.publicKey) },
    note: { to: publishedText(parts.note.to), text: publishedText(parts.note.text) },
    story: sha256Hex(story),
    base: sha256Hex(base),
    lineage: parts.lineage.slice(-MOST_LINEAGE),
    photos: parts.photos.map(({ hash, name }) => ({ hash, name: publishedText(name).slice(0, 500) })),
  };
  const signed = encode(canonicalJson(manifest));
  const files: Zippable = {
    'manifest.json': signed,
    signature: sign(signed),
    'story.json': encode(story),
    'base.json': encode(base),
  };
  // Photos are compressed already.
  for (const { hash, bytes } of parts.photos) files[`photos/${hash}`] = [bytes, { level: 0 }];
  return zipSync(files);
}

const versionText = (story: Story): string => canonicalJson(cleanStory(story));
/** The name of a version: the SHA-256 of it as it travels. */
export const versionOf = (story: Story): string => sha256Hex(versionText(story));

const base64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));

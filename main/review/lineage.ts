import { passageSchema, type Result } from '../../preload/contract.ts';
import { MOST_LINEAGE } from '../../story/formats/copydesk/manifest.ts';
import { type HandoffParts, versionOf } from '../../story/formats/copydesk/pack.ts';
import { hashSchema, type Story } from '../../story/model.ts';
import { commonGround } from '../../story/review/commonGround.ts';
import { z } from '../../story/zod.ts';
import type { Store } from '../store/api.ts';
import { readJson, writeJson } from './values.ts';

// A three-way merge is safe only from a base that both sides come from: from any other, a word that ours never had looks
// as if ours had deleted it, and it would go. So each desk keeps the names (hashes) of the versions its story comes from:
// what it sent, what it merged, and what those came from. The list travels with each hand-off.

export type LineageStore = Pick<Store, 'getCommon' | 'setCommon' | 'getValue' | 'putValue'>;
const listSchema = z.array(hashSchema);
const incomingSchema = z.object({ lineage: listSchema, passage: passageSchema });
/** What came in, until the window has merged it. */
export type Incoming = z.infer<typeof incomingSchema>;

/** The versions that this desk's story comes from, oldest first. */
export const lineageOf = async (store: LineageStore, storyId: string): Promise<string[]> =>
  (await readJson(store, `lineage.${storyId}`, listSchema)) ?? [];

export async function addToLineage(store: LineageStore, storyId: string, versions: string[]): Promise<Result<null>> {
  const known = await lineageOf(store, storyId);
  const all = [...known, ...versions.filter((version) => !known.includes(version))];
  return writeJson(store, `lineage.${storyId}`, [...new Set(all)].slice(-MOST_LINEAGE));
}

/** `version` is the base of the next merge. `lineage`: what it comes from, and itself. */
export async function takeAsCommon(store: LineageStore, version: Story, lineage: string[]): Promise<Result<null>> {
  const kept = await store.setCommon(version.id, version);
  return kept.ok ? addToLineage(store, version.id, lineage) : kept;
}

/**
 * What goes out with a version, and is noted here by `keep`. Its base is a version that whoever has this story surely comes from:
 * the one that last came in, or went out first; what was only sent since may never have arrived.
 */
export async function outgoing(
  store: LineageStore,
  story: Story,
): Promise<Pick<HandoffParts, 'base' | 'lineage'> & { keep(): Promise<Result<null>> }> {
  const common = await store.getCommon(story.id);
  const lineage = [...(await lineageOf(store, story.id)), versionOf(story)];
  const keep = () => (common ? addToLineage(store, story.id, lineage) : takeAsCommon(store, story, lineage));
  return { base: common ?? story, lineage, keep };
}

/** Keeps what a received version comes from, and how it came, until the window has merged it. */
export const noteIncoming = (store: LineageStore, version: string, incoming: Incoming): Promise<Result<null>> =>
  writeJson(store, `incoming.${version}`, incoming);

/** What was noted of a received version; null where none such came in. */
export const incomingOf = (store: LineageStore, version: string): Promise<Incoming | null> =>
  readJson(store, `incoming.${version}`, incomingSchema);

/**
 * The base to merge a received version from: the newest that both sides come from. `theirs` itself where it was merged
 * (or sent from here) before: then there is nothing to merge; ours where theirs comes from it. Where none is known, what both have in common.
 */
export async function baseFor(
  store: LineageStore,
  ours: Story,
  { story, base, lineage }: HandoffParts,
): Promise<Story> {
  const known = await lineageOf(store, story.id);
  if (known.includes(versionOf(story))) return story;
  // Theirs comes from what is here, unchanged since: it is the newer one.
  if (lineage.includes(versionOf(ours))) return ours;
  const common = await store.getCommon(story.id);
  const commonVersion = common && versionOf(common);
  const ranked = [
    { version: base, rank: known.indexOf(versionOf(base)) },
    ...(common && commonVersion && lineage.includes(commonVersion)
      ? [{ version: common, rank: known.indexOf(commonVersion) }]
      : []),
  ];
  const best = ranked.filter(({ rank }) => rank >= 0).sort((a, b) => b.rank - a.rank)[0];
  return best?.version ?? commonGround(ours, story);
}

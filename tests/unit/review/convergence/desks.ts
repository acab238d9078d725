import { baseFor, type LineageStore, noteIncoming, outgoing, takeAsCommon } from '../../../../main/review/lineage.ts';
import { handoffMerged } from '../../../../main/review/receive.ts';
import { cleanStory } from '../../../../story/formats/copydesk/clean.ts';
import { type HandoffParts, versionOf } from '../../../../story/formats/copydesk/pack.ts';
import type { Story } from '../../../../story/model.ts';
import { mergeStories } from '../../../../story/review/merge.ts';
import type { Actor } from './acts.ts';

/** One person's desk, with what it keeps of versions; null where the story never came. */
export type Desk = { actor: Actor; store: LineageStore; story: Story | null };

export const createDesk = (actor: Actor): Desk => ({ actor, store: memory(), story: null });

function memory(): LineageStore {
  const values = new Map<string, Uint8Array>();
  let common: Story | null = null;
  return {
    getCommon: async () => common,
    setCommon: async (_, story) => {
      common = story;
      return { ok: true, value: null };
    },
    getValue: async (key) => values.get(key) ?? null,
    putValue: async (key, bytes) => {
      values.set(key, bytes);
      return { ok: true, value: null };
    },
  } as LineageStore;
}

/** What one desk sends now. */
export async function send({ actor, store, story }: Desk): Promise<HandoffParts> {
  const sent = cleanStory(story!);
  const { base, lineage, keep } = await outgoing(store, sent);
  if (!(await keep()).ok) throw new Error('not kept');
  const from = { name: actor.name, publicKey: new Uint8Array() };
  const note = { to: '', text: '' };
  return structuredClone({ story: sent, base, lineage, photos: [], from, note, at: actor.now() });
}

/** Takes in what came, as a window does. Returns the versions that were merged. */
export async function receive(desk: Desk, parts: HandoffParts): Promise<[base: Story, ours: Story] | null> {
  const { store, story: ours, actor } = desk;
  if (!ours) {
    desk.story = parts.story;
    await takeAsCommon(store, parts.story, [...parts.lineage, versionOf(parts.story)]);
    return null;
  }
  const { name } = parts.from;
  const version = versionOf(parts.story);
  const passage = { kind: 'came', at: parts.at, name, fingerprint: null, note: '', file: null, id: version } as const;
  await noteIncoming(store, version, { lineage: [...parts.lineage], passage });
  const base = await baseFor(store, ours, parts);
  const info = { theirName: name, at: actor.now() };
  desk.story = mergeStories(base, ours, parts.story, info, actor.newId).story;
  const noted = await handoffMerged(store, ours.id, parts.story);
  if (!noted.ok) throw new Error(noted.code);
  return [base, ours];
}

import path from 'node:path';
import type { Arrival, Channel, Result, SharedFolder } from '../../../preload/contract.ts';
import { z } from '../../../story/zod.ts';
import type { Store } from '../../store/api.ts';
import { addTaken, listTaken } from '../taken.ts';
import { readJson, type Values, writeJson } from '../values.ts';
import { listHandoffs, type Seen } from './files.ts';
import { type Content, type Entry, isUnchanged, lookInto, type Remembered, rememberedSchema } from './look.ts';
import { lookRepeatedly } from './watch.ts';

const KEY = 'channel.files';
/** Shares tell nobody of what comes: they are looked at so often. */
const POLL_MS = 10_000;
/** A file that has kept its size and date for so long is read. */
const SETTLE_MS = 1_000;

type Needs = {
  store: Values & Pick<Store, 'readStory'>;
  /** One's own key. */
  self(): string;
  folder(): SharedFolder | null;
  /** What lies there is another now. */
  changed(): void;
  pollMs?: number;
  settleMs?: number;
};

/**
 * The shared folder: what came in by it, whole and signed, and not taken in yet. Nothing is taken in by itself, and nothing
 * in the folder is ever changed.
 */
export function createChannel(needs: Needs) {
  const { store, self, folder, changed, pollMs = POLL_MS, settleMs = SETTLE_MS } = needs;
  let place: string | null = null;
  let files = new Map<string, Entry>();
  let remembered: Remembered[] = [];
  let gone = false;
  let shown = '';

  const looks = lookRepeatedly(look, () => folder()?.path ?? null, settleMs);

  async function look(): Promise<number> {
    const now = folder()?.path ?? null;
    if (now !== place) {
      place = now;
      files = new Map();
      remembered = (await readJson(store, KEY, z.array(rememberedSchema))) ?? [];
    }
    const list = place === null ? [] : await listHandoffs(place);
    gone = list === null;
    if (gone) looks.unwatch();
    const next = new Map<string, Entry>();
    for (const seen of list ?? []) next.set(seen.file, await entryOf(seen));
    files = next;
    await tell();
    return [...files.values()].some(({ content }) => content === null) ? settleMs : pollMs;
  }

  /** Read once it has stood still since the last look; what the disk could not give is tried again. */
  async function entryOf(seen: Seen): Promise<Entry> {
    const before = files.get(seen.file);
    if (!before) {
      const known = remembered.find((one) => isUnchanged(one, seen));
      return { ...seen, content: known ? { kind: 'done', id: known.id } : null };
    }
    if (!isUnchanged(before, seen)) return { ...seen, content: null };
    const { content } = before;
    const isFinal = content && !(content.kind === 'trouble' && content.code === 'diskError');
    return isFinal || place === null ? before : { ...seen, content: await lookInto(place, seen, self()) };
  }

  async function tell(): Promise<void> {
    const now = JSON.stringify([place, gone, [...files.values()].map(({ file, content }) => [file, content])]);
    if (now === shown) return;
    shown = now;
    if (!gone) await remember();
    changed();
  }

  /** A file that is done with is not read again at the next start. */
  async function remember(): Promise<void> {
    const taken = new Set(await listTaken(store));
    remembered = [...files.values()].flatMap(({ file, size, mtimeMs, content }) =>
      content && 'id' in content && (content.kind !== 'handoff' || taken.has(content.id))
        ? [{ file, size, mtimeMs, id: content.id }]
        : [],
    );
    await writeJson(store, KEY, remembered);
  }

  const contents = (): (Content & { file: string })[] =>
    [...files.values()].flatMap(({ file, content }) => (content ? [{ ...content, file }] : []));

  async function arrivals(): Promise<Arrival[]> {
    const taken = new Set(await listTaken(store));
    const found = new Map<string, Arrival>();
    for (const content of contents()) {
      if (content.kind !== 'handoff' || taken.has(content.id) || found.has(content.id)) continue;
      const { kind: _kind, file: _file, ...arrival } = content;
      const here = await store.readStory(content.storyId);
      found.set(content.id, { ...arrival, isNew: !here.ok && here.code === 'notFound' });
    }
    return [...found.values()].sort((a, b) => b.at.localeCompare(a.at));
  }

  return {
    async state(): Promise<Channel> {
      const now = folder();
      // Another folder, not looked at yet.
      if ((now?.path ?? null) !== place) return { folder: now, gone: false, arrivals: [], troubles: [] };
      const troubles = contents().flatMap((one) =>
        one.kind === 'trouble' ? [{ file: one.file, code: one.code }] : [],
      );
      return { folder: now, gone, arrivals: await arrivals(), troubles };
    },
    /** Where the file of an arrival lies; null: no more. */
    fileOf(id: string): string | null {
      const found = contents().find((content) => content.kind === 'handoff' && content.id === id);
      return found && place !== null ? path.join(place, found.file) : null;
    },
    /** Not shown any more; the file stays. Failures: the store's. */
    async hide(id: string): Promise<Result<null>> {
      const kept = await addTaken(store, id);
      if (kept.ok) changed();
      return kept;
    },
    /** Looks now: the folder is another, or something was taken in. */
    soon: looks.soon,
    close: looks.close,
  };
}
export type ChannelRoom = ReturnType<typeof createChannel>;

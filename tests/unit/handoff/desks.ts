import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach } from 'vitest';
import { createMedia } from '../../../main/media/index.ts';
import { openPerson } from '../../../main/person.ts';
import { createReview } from '../../../main/review/index.ts';
import type { Store } from '../../../main/store/api.ts';
import { openStore } from '../../../main/store/open.ts';
import type { Handoff, PhotoInfo, Result } from '../../../preload/contract.ts';
import { NO_NOTE } from '../../../story/formats/copydesk/manifest.ts';
import { diffStories } from '../../../story/journal.ts';
import { isTextBlock, type Story } from '../../../story/model.ts';
import { mergeStories } from '../../../story/review/merge.ts';
import { blockTexts } from '../blockTexts.ts';

const undo: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

export function makeFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'handoff-'));
  undo.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
export function good<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.code}: ${result.detail}`);
  return result.value;
}

/** A keychain that keeps nothing secret: the real one belongs to the operating system. */
const keychain = {
  seal: async (text: string) => new TextEncoder().encode(text),
  open: async (sealed: Uint8Array) => new TextDecoder().decode(sealed),
};

/** A data folder with the real store and the real photos, and what the window does with a hand-off. */
export async function openDesk(name: string) {
  const folder = makeFolder();
  const store = good(await openStore(folder));
  undo.push(() => store.close());
  const media = createMedia({ folder, store });
  return deskOf(name, store, { read: media.readOriginal, import: media.importPhoto });
}

/** A desk on a mock: a store of Maps that keeps nothing on disk, and no photos. For many rounds of the same logic. */
export function openMockDesk(name: string) {
  const [stories, commons, values] = [
    new Map<string, Story>(),
    new Map<string, Story>(),
    new Map<string, Uint8Array>(),
  ];
  const done = { ok: true, value: null } as const;
  const missing = { ok: false, code: 'notFound' } as const;
  const store = {
    readStory: async (id: string) => {
      const story = stories.get(id);
      return story ? { ok: true, value: { story, seq: 0 } } : missing;
    },
    createStory: async (story: Story) => {
      stories.set(story.id, story);
      return { ok: true, value: { seq: 0 } };
    },
    appendRecord: async () => done,
    getCommon: async (id: string) => commons.get(id) ?? null,
    setCommon: async (id: string, story: Story) => {
      commons.set(id, story);
      return done;
    },
    getPhoto: async (): Promise<PhotoInfo | null> => null,
    getValue: async (key: string) => values.get(key) ?? null,
    putValue: async (key: string, value: Uint8Array) => {
      values.set(key, value);
      return done;
    },
  };
  const photos = { read: async () => missing, import: async () => missing };
  return deskOf(name, store as unknown as Store, photos as never, (story) => stories.set(story.id, story));
}

type Photos = Parameters<typeof createReview>[0]['photos'];
export type Desk = Awaited<ReturnType<typeof deskOf>>;

async function deskOf(name: string, store: Store, photos: Photos, replace?: (story: Story) => void) {
  const person = await openPerson(store, keychain, name);
  const review = createReview({ store, photos, person });
  const by = person.person().fingerprint;
  const read = async (id: string) => good(await store.readStory(id));
  /** What the window does on an edit. */
  async function edit(id: string, change: (story: Story) => Story): Promise<Story> {
    const { story, seq } = await read(id);
    const next = change(story);
    if (replace) replace(next);
    else good(await store.appendRecord(id, seq, diffStories(story, next), by));
    return next;
  }
  /** Whoever is asked about is taken in, and not trusted. */
  async function open(file: string): Promise<Result<Handoff>> {
    const received = await review.receive(file);
    if (!received.ok) return received;
    if (received.value.kind === 'asks') return review.take(received.value.question.id, false);
    return { ok: true, value: received.value.handoff };
  }
  return {
    store,
    photos,
    person,
    edit,
    create: async (story: Story) => void good(await store.createStory(story, by)),
    story: async (id: string) => (await read(id)).story,
    review,
    send: async (id: string, file: string, note = NO_NOTE) =>
      good(await review.send(id, (await read(id)).seq, note, file)).path,
    open,
    merged: (handoff: Handoff) => review.merged(handoff.storyId, handoff.theirs),
    /** What the window does with a hand-off. Returns the number of conflicts. */
    async receive(file: string): Promise<number> {
      const handoff = good(await open(file));
      if (handoff.isNew) return 0;
      let conflicts = 0;
      await edit(handoff.storyId, (ours) => {
        const info = { theirName: handoff.from.name, at: '2026-10-02T01:00:00.000Z' };
        const merge = mergeStories(handoff.base, ours, handoff.theirs, info);
        conflicts = merge.conflicts.length;
        return merge.story;
      });
      good(await review.merged(handoff.storyId, handoff.theirs));
      return conflicts;
    },
  };
}

/** The text of a paragraph changed. */
export const rewrite =
  (from: string, to: string) =>
  (story: Story): Story => ({
    ...story,
    body: story.body.map((block) =>
      isTextBlock(block)
        ? { ...block, runs: block.runs.map((run) => ({ ...run, text: run.text.replace(from, to) })) }
        : block,
    ),
  });
export const add =
  (text: string) =>
  (story: Story): Story => ({
    ...story,
    body: [
      ...story.body.slice(0, -1),
      { ...story.body.at(-1)!, runs: [{ text: `${textOf(story, -1)} ${text}` }] } as never,
    ],
  });
const textOf = (story: Story, at: number): string => blockTexts(story.body.at(at)!)[0] ?? '';
export const texts = (story: Story): string[] => story.body.map((_, index) => textOf(story, index));

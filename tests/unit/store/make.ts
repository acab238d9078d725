import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import type { Store } from '../../../main/store/api.ts';
import type { SnapshotLimits } from '../../../main/store/limits.ts';
import { openStore } from '../../../main/store/open.ts';
import type { ErrorCode, Result } from '../../../preload/contract.ts';
import { newId } from '../../../story/ids.ts';
import type { Change } from '../../../story/journal.ts';
import { emptyStory, type Paragraph, type Story } from '../../../story/model.ts';
import { blockTexts } from '../blockTexts.ts';

export type TestStore = Store & { readonly problem: ErrorCode | null };
const undo: (() => Promise<void> | void)[] = [];

afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

/** A folder of the test's own, gone after it. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-store-'));
  undo.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The value of a Result that must be one. */
export function good<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.code}: ${result.detail}`);
  return result.value;
}

/** The real store, closed after the test. */
export async function open(folder: string, limits?: SnapshotLimits): Promise<TestStore> {
  const store = good(await openStore(folder, limits));
  undo.push(() => store.close());
  return store;
}

export const makeStory = (headline = 'Bắc Kạn: kinh tế tăng trưởng'): Story => {
  const story = emptyStory('vi', '2025-03-01T08:00:00.000Z');
  return { ...story, fields: { ...story.fields, headline } };
};

export const paragraph = (text: string, id = newId()): Paragraph => ({
  id,
  type: 'paragraph',
  runs: text === '' ? [] : [{ text }],
});

/** The change that adds a paragraph at the end of a story. */
export function addition(story: Story, text: string): Change {
  const block = paragraph(text);
  return { blocks: [block], placed: [{ id: block.id, after: story.body.at(-1)?.id ?? null }] };
}

/** The texts of a story's blocks. */
export const textsOf = (story: Story): string[] => story.body.map((block) => blockTexts(block)[0] ?? '');

/** Appends paragraphs, one record each; gives the story as stored. */
export async function appendTexts(store: Store, id: string, texts: readonly string[]): Promise<Story> {
  for (const text of texts) {
    const { story, seq } = good(await store.readStory(id));
    good(await store.appendRecord(id, seq, addition(story, text), 'an'));
  }
  return good(await store.readStory(id)).story;
}

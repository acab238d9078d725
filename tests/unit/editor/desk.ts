import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openStore } from '../../../main/store/open.ts';
import type { OpenedStory } from '../../../preload/contract.ts';
import { coreOf } from '../../../renderer/editor/core.ts';
import type { SessionApi, StorySession } from '../../../renderer/editor/types.ts';
import { type Block, emptyStory, type Story } from '../../../story/model.ts';

export const AT = '2026-01-05T03:00:00.000Z';
export const storyOf = (...body: Block[]): Story => ({ ...emptyStory('vi', AT), body });

/** A real store in a folder of its own, with one story in it. */
export async function storeWith(story: Story) {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-session-'));
  const opened = await openStore(folder);
  if (!opened.ok) throw new Error(opened.code);
  const store = opened.value;
  onTestFinished(async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const made = await store.createStory(story, 'ab'.repeat(32));
  if (!made.ok) throw new Error(made.code);
  const api: SessionApi = {
    append: (id, seq, change) => store.appendRecord(id, seq, change, 'ab'.repeat(32)),
    checkpoint: (id) => store.checkpoint(id),
  };
  const open = async (): Promise<OpenedStory> => {
    const answer = await store.openStory(story.id);
    if (!answer.ok) throw new Error(answer.code);
    return answer.value;
  };
  return { store, api, open };
}

/** Types at the end of a block of the session's body, as an update of the editor. */
export function typeInto(session: StorySession, block: number, text: string): void {
  const { editor } = coreOf(session);
  editor.update(
    () => {
      const node = $blocks()[block];
      if (node && 'selectEnd' in node) node.selectEnd().insertText(text);
    },
    { discrete: true },
  );
}

import { $getRoot } from 'lexical';
import { $blocksUnder } from '../../../story/schema/blocks.ts';

export const $blocks = () => $blocksUnder($getRoot());

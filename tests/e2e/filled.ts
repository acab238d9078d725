// A library with stories in it, before the program starts.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { openStore } from '../../main/store/open.ts';
import { newId } from '../../story/ids.ts';
import { emptyStory, type Fields, type Story } from '../../story/model.ts';
import { deskOf } from './desk.ts';
import { test as base, expect, type Launched } from './launch.ts';

export type Draft = Partial<Fields> & { status?: Story['status']; text?: string; caption?: string };

function storyOf({ status = 'draft', text = '', caption, ...fields }: Draft): Story {
  const story = emptyStory('vi', new Date().toISOString());
  const body: Story['body'] = [{ id: newId(), type: 'paragraph', runs: text ? [{ text }] : [] }];
  if (caption !== undefined)
    body.push({
      id: newId(),
      type: 'figure',
      photo: 'a'.repeat(64),
      width: 3,
      height: 2,
      caption,
      credit: '',
      copyright: '',
      alt: '',
      unchecked: [],
    });
  return { ...story, status, fields: { ...story.fields, ...fields }, body };
}

/** A new profile with these stories in its library, the last one the newest; who calls removes it. */
async function filledProfile(drafts: readonly Draft[]): Promise<string> {
  const profile = mkdtempSync(path.join(tmpdir(), 'filled-'));
  const opened = await openStore(path.join(profile, 'library'));
  if (!opened.ok) throw new Error(opened.code);
  for (const draft of drafts) {
    const made = await opened.value.createStory(storyOf(draft), 'made');
    if (!made.ok) throw new Error(made.code);
  }
  await opened.value.close();
  return profile;
}

type Fixtures = {
  folders: string[];
  /** Starts the program, in English, on a library with these stories. */
  filled: (drafts: readonly Draft[]) => Promise<Launched & { library: ReturnType<typeof libraryOf> }>;
};

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern
  folders: async ({}, use) => {
    const folders: string[] = [];
    await use(folders);
    for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  },
  filled: async ({ folders, launch }, use) => {
    await use(async (drafts) => {
      const profile = await filledProfile(drafts);
      folders.push(profile);
      const launched = await launch({ profile, lang: 'en' });
      await expect(deskOf(launched.window).body).toBeVisible();
      return { ...launched, library: libraryOf(launched.window) };
    });
  },
});

/** The library's parts, beside the story and over it. */
export function libraryOf(window: Page) {
  const wide = window.getByRole('region', { name: 'Library' });
  return {
    cards: window.getByRole('list', { name: 'Stories' }).getByRole('listitem'),
    search: window.getByRole('searchbox', { name: 'Search all stories' }),
    count: window.locator('[data-stories] [role=status]'),
    wide,
    table: wide.getByRole('grid', { name: 'Stories' }),
    column: (name: string) => wide.getByRole('region', { name }),
    menu: window.getByRole('menu'),
    chips: window.getByRole('list', { name: 'Filters that are on' }),
  };
}

/** A call as the window makes it; fails on a failure. */
export const ask = (window: Page, name: string, input: unknown): Promise<unknown> =>
  window.evaluate(
    async ([what, given]) => {
      type Bridge = { call(name: string, input: unknown): Promise<{ ok: boolean; code?: string; value?: unknown }> };
      const answer = await (globalThis as unknown as { copydesk: Bridge }).copydesk.call(what, given);
      if (!answer.ok) throw new Error(`${what}: ${answer.code}`);
      return answer.value;
    },
    [name, input] as const,
  );

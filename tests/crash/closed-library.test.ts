import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { makeBackup } from '../../main/backup/make.ts';
import { mendSwap } from '../../main/backup/swap.ts';
import { createMedia } from '../../main/media/index.ts';
import { POINTS } from '../../main/points.ts';
import type { Store } from '../../main/store/api.ts';
import { openStore } from '../../main/store/open.ts';
import { photo } from '../fixtures/photo.ts';
import { sentenceChange, story, storyWith } from './sentences.ts';

// What is done while the library is closed has points of its own: nobody types then, so each is killed once, in turn.
const CLOSED = POINTS.filter((name) => /^(restore|move)/.test(name));
const BACKED_UP = 5;
const ALL = 9;
const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

async function opened(folder: string): Promise<Store & { readonly problem: string | null }> {
  const result = await openStore(folder);
  if (!result.ok) throw new Error(`${result.code}: ${result.detail}`);
  return result.value;
}

async function append(store: Store, from: number, to: number): Promise<void> {
  for (let seq = from; seq < to; seq++)
    expect(await store.appendRecord(story.id, seq, sentenceChange(seq + 1), 'an')).toMatchObject({ ok: true });
}

/** A library with a photo and nine sentences, five of them and the photo in its backup. Gives the photo's hash. */
async function prepare(root: string): Promise<string> {
  const folder = join(root, 'library');
  const store = await opened(folder);
  expect(await store.createStory(story, 'an')).toMatchObject({ ok: true });
  const taken = await createMedia({ folder, store }).importPhoto('chợ phiên.jpg', await photo('jpeg', 64, 40, 1));
  if (!taken.ok) throw new Error(taken.code);
  await append(store, 0, BACKED_UP);
  const needs = { store, library: folder, program: 'test' };
  const place = { folder: root, name: 'backup' };
  const backup = await makeBackup(needs, place, () => undefined, new AbortController().signal);
  if (!backup.ok) throw new Error(backup.code);
  renameSync(backup.value.path, join(root, 'backup'));
  await append(store, BACKED_UP, ALL);
  await store.close();
  return taken.value.hash;
}

/** Everything that a library has of the story and its photo. */
async function expectWhole(folder: string, sentences: number, hash: string): Promise<void> {
  const store = await opened(folder);
  try {
    expect(store.problem).toBeNull();
    expect(await store.openStory(story.id)).toMatchObject({
      ok: true,
      value: { story: storyWith(sentences), problem: null },
    });
    expect((await createMedia({ folder, store }).readOriginal(hash)).ok).toBe(true);
  } finally {
    await store.close();
  }
}

test.each(CLOSED)(
  'killed at %s, the library is the old or the new one, whole, and the old one is still there',
  async (name) => {
    const root = mkdtempSync(join(tmpdir(), 'copydesk-closed-'));
    made.push(root);
    mkdirSync(join(root, 'elsewhere'));
    const hash = await prepare(root);
    const program = join(import.meta.dirname, 'closer.ts');
    const what = name.startsWith('restore') ? 'restore' : 'move';
    const run = spawnSync(process.execPath, [program, root, what, name], { encoding: 'utf8' });
    expect(run.signal, run.stderr).toBe('SIGKILL');

    const library = join(root, 'library');
    await mendSwap(library);
    const isSwapped = name === 'restore.swapped';
    await expectWhole(library, isSwapped ? BACKED_UP : ALL, hash);
    const beside = readdirSync(root).filter((one) => one.startsWith('library.'));
    if (!isSwapped) expect(beside).toEqual([]);
    else {
      expect(beside).toHaveLength(1);
      await expectWhole(join(root, beside[0] as string), ALL, hash);
    }
    // Moved, the copy was whole before the old folder was told of it.
    if (what === 'move') await expectWhole(join(root, 'elsewhere', 'library'), ALL, hash);
    expect(readFileSync(join(root, 'backup')).length).toBeGreaterThan(0);
  },
);

// A library as a program has left it, made by the real store, to be damaged by hand before the program starts on it.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openLibrary, type StoreMethods } from '../../main/store/library.ts';
import { SNAPSHOT_LIMITS } from '../../main/store/limits.ts';
import type { Result } from '../../preload/contract.ts';
import { newId } from '../../story/ids.ts';
import { emptyStory, type Story } from '../../story/model.ts';

export function good<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.code}: ${result.detail}`);
  return result.value;
}

/** Opens the library in `folder`, and closes it as a program that ends. */
export function withLibrary<T>(folder: string, work: (methods: StoreMethods) => T): T {
  mkdirSync(folder, { recursive: true });
  const { methods } = good(openLibrary(folder, SNAPSHOT_LIMITS));
  try {
    return work(methods);
  } finally {
    methods.close();
  }
}

/** A story with these paragraphs, one record each, all in `folder`'s library. */
export function writeStory(folder: string, headline: string, texts: readonly string[]): Story {
  return withLibrary(folder, (methods) => {
    const fresh = emptyStory('vi', new Date().toISOString());
    const story = { ...fresh, fields: { ...fresh.fields, headline } };
    good(methods.createStory(story, 'an'));
    let after = story.body[0]!.id;
    for (const [seq, text] of texts.entries()) {
      const block = { id: newId(), type: 'paragraph' as const, runs: [{ text }] };
      good(methods.appendRecord(story.id, seq, { blocks: [block], placed: [{ id: block.id, after }] }, 'an'));
      after = block.id;
    }
    return story;
  });
}

/** Runs SQL on the closed library; it must change something. */
export function hurt(folder: string, sql: string): void {
  const db = new DatabaseSync(join(folder, 'library.db'));
  const { changes } = db.prepare(sql).run();
  db.close();
  if (changes === 0) throw new Error(`nothing was hurt by ${sql}`);
}

import { readFile, stat } from 'node:fs/promises';
import type { Result } from '../../preload/contract.ts';
import { MAX_WORD, MOST_WORDS } from '../../story/text/spelling.ts';
import { diskFailure } from '../durable.ts';
import { writeFileWhole } from '../templates/files.ts';

const MAX_BYTES = 4 * MAX_WORD * MOST_WORDS;

export type WordRoom = ReturnType<typeof createWords>;

/** The words that the newsroom has learnt: `file` is plain text, a word a line, by the Vietnamese alphabet. */
export function createWords(file: string) {
  /** One change at a time: each reads what the one before it wrote. */
  let last: Promise<unknown> = Promise.resolve();

  async function list(): Promise<Result<string[]>> {
    try {
      if ((await stat(file)).size > MAX_BYTES) return { ok: false, code: 'fileTooLarge' };
      const words = (await readFile(file, 'utf8')).split('\n').map((line) => line.trim().normalize('NFC'));
      return { ok: true, value: [...new Set(words)].filter((word) => word !== '') };
    } catch (error) {
      const failure = diskFailure(error);
      return failure.detail === 'ENOENT' ? { ok: true, value: [] } : failure;
    }
  }
  /** What cannot be read is not written over. */
  async function change(next: (words: readonly string[]) => string[]): Promise<Result<null>> {
    const there = await list();
    if (!there.ok) return there;
    const words = next(there.value).sort((a, b) => a.localeCompare(b, 'vi'));
    if (words.length > MOST_WORDS) return { ok: false, code: 'fileTooLarge' };
    return writeFileWhole(file, words.map((word) => `${word}\n`).join(''));
  }
  const inTurn = (work: () => Promise<Result<null>>): Promise<Result<null>> => {
    const done = last.then(work);
    last = done;
    return done;
  };
  return {
    /** Failures: fileTooLarge, diskError. */
    list,
    /** Failures: fileTooLarge (the list, too, where it is full), the disk's. */
    learn: (word: string) => inTurn(() => change((words) => [...new Set([...words, word.normalize('NFC')])])),
    /** Failures: those of learn. */
    forget: (word: string) => inTurn(() => change((words) => words.filter((one) => one !== word.normalize('NFC')))),
  };
}

import { readFile, stat } from 'node:fs/promises';
import type { Result } from '../../preload/contract.ts';
import { compareTexts } from '../../story/text/order.ts';
import { MAX_WORD, MOST_WORDS } from '../../story/text/spelling.ts';
import { diskFailure } from '../durable.ts';
import { inTurn, writeFileWhole } from '../files.ts';

const MAX_BYTES = 4 * MAX_WORD * MOST_WORDS;

export type WordRoom = ReturnType<typeof createWords>;

/** The words that the newsroom has learnt: `file` is plain text, a word a line, by the Vietnamese alphabet. */
export function createWords(file: string) {
  const next = inTurn();

  async function list(): Promise<Result<string[]>> {
    try {
      if ((await stat(file)).size > MAX_BYTES) return { ok: false, code: 'fileTooLarge' };
      const words = (await readFile(file, 'utf8')).split('\n').map((line) => line.trim().normalize('NFC'));
      return { ok: true, value: [...new Set(words)].filter((word) => word !== '').sort(compareTexts) };
    } catch (error) {
      const failure = diskFailure(error);
      return failure.detail === 'ENOENT' ? { ok: true, value: [] } : failure;
    }
  }
  /** What cannot be read is not written over. */
  async function change(edit: (words: readonly string[]) => string[]): Promise<Result<null>> {
    const there = await list();
    if (!there.ok) return there;
    const words = edit(there.value).sort(compareTexts);
    if (words.length > MOST_WORDS) return { ok: false, code: 'fileTooLarge' };
    return writeFileWhole(file, words.map((word) => `${word}\n`).join(''));
  }
  return {
    /** Failures: fileTooLarge, diskError. */
    list,
    /** Failures: fileTooLarge (the list, too, where it is full), the disk's. */
    learn: (word: string) => next(() => change((words) => [...new Set([...words, word.normalize('NFC')])])),
    /** Failures: those of learn. */
    forget: (word: string) => next(() => change((words) => words.filter((one) => one !== word.normalize('NFC')))),
  };
}

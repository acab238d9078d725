import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { isEntryName } from '../../../main/backup/manifest.ts';
import { createWords } from '../../../main/words/index.ts';
import { good } from '../store/make.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'copydesk-words-'));
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const file = path.join(folder, 'templates', 'words.txt');

test('words are learnt once each, in composed letters, by the alphabet, and forgotten', async () => {
  const words = createWords(file);
  expect(good(await words.list())).toEqual([]);
  await Promise.all(
    ['phây', 'blốc', 'đíp', 'blốc', 'đíp'.normalize('NFD')].map(async (word) => good(await words.learn(word))),
  );
  expect(readFileSync(file, 'utf8')).toBe('blốc\nđíp\nphây\n');
  good(await words.forget('đíp'));
  expect(good(await createWords(file).list())).toEqual(['blốc', 'phây']);
});

test('a list that cannot be read is not written over, and one that a person wrote is read', async () => {
  mkdirSync(file, { recursive: true });
  const words = createWords(file);
  expect((await words.learn('blốc')).ok).toBe(false);
  rmSync(file, { recursive: true });
  writeFileSync(file, '  đíp \r\n\r\nphây\r\nblốc\r\nđíp\nduyn');
  expect(good(await words.list())).toEqual(['blốc', 'duyn', 'đíp', 'phây']);
});

test('the list is part of a backup', () => expect(isEntryName('templates/words.txt')).toBe(true));

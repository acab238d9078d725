import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { replaceFile } from '../../../main/durable.ts';
import { mayPass, patiently, patientlySync } from '../../../main/patience.ts';
import { replaceFile as replaceInStore } from '../../../main/store/files.ts';
import { openLibrary } from '../../../main/store/library.ts';
import { SNAPSHOT_LIMITS } from '../../../main/store/limits.ts';
import { addition, good, makeStory } from '../store/make.ts';

let folder: string;
let held: string | null = null;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'patience-'));
});
afterEach(() => {
  letGo();
  rmSync(folder, { recursive: true, force: true });
});

/** Linux knows no file that cannot be replaced while it is open; but one that something is mounted on is busy, for root too. */
function hold(file: string): boolean {
  const isHeld = spawnSync('mount', ['--bind', file, file]).status === 0;
  if (isHeld) held = file;
  return isHeld;
}
function letGo(): void {
  if (held) spawnSync('umount', [held]);
  held = null;
}
const until = async (test: () => boolean): Promise<void> => {
  while (!test()) await new Promise((resolve) => setTimeout(resolve, 50));
};

test('a file that is held for a moment is replaced as soon as it is let go', async (context) => {
  const file = join(folder, 'file');
  writeFileSync(file, 'cũ');
  if (!hold(file)) return context.skip('holding a file needs root');
  expect(() => replaceInStore(file, 'mới')).toThrow('EBUSY');
  setTimeout(letGo, 300);
  await replaceFile(file, Buffer.from('mới'), join(folder, 'temporary'));
  expect(readFileSync(file, 'utf8')).toBe('mới');
});

test('a recovery copy that is held: the checkpoint succeeds at once, and the copy follows by itself', async (context) => {
  const library = join(folder, 'library');
  const { methods } = good(openLibrary(library, SNAPSHOT_LIMITS));
  const story = makeStory();
  good(methods.createStory(story, 'an'));
  const copy = join(library, 'recovery', `${story.id}.json`);
  if (!hold(copy)) {
    methods.close();
    return context.skip('holding a file needs root');
  }
  good(methods.appendRecord(story.id, 0, addition(story, 'Viết lúc tệp đang bị giữ.'), 'an'));
  expect(methods.checkpoint(story.id)).toEqual({ ok: true, value: null });
  good(methods.appendRecord(story.id, 1, { fields: { headline: 'Vẫn lưu' } }, 'an'));
  expect(methods.checkpoint(story.id)).toEqual({ ok: true, value: null });
  expect(readFileSync(copy, 'utf8')).not.toContain('Vẫn lưu');
  letGo();
  await until(() => readFileSync(copy, 'utf8').includes('Vẫn lưu'));
  methods.close();
});

// SIMULATED: what Windows answers while a virus scanner has a file, since no such system is at hand.
const windowsError = (code: string) => Object.assign(new Error(`${code}: simulated`), { code });

test.each(['EBUSY', 'EPERM', 'EACCES'])('simulated Windows: %s passes after some attempts', async (code) => {
  for (const run of [patiently, patientlySync] as const) {
    let attempts = 0;
    const work = () => {
      attempts += 1;
      if (attempts < 4) throw windowsError(code);
      return 'done';
    };
    const options = { platform: 'win32' as const, waits: [1, 1, 1, 1] };
    expect(await run((run === patiently ? async () => work() : work) as never, options)).toBe('done');
    expect(attempts).toBe(4);
  }
});

test('what does not pass by itself is told at once, and what never passes in the end', async () => {
  expect(mayPass(windowsError('ENOSPC'), 'win32')).toBe(false);
  expect(mayPass(windowsError('EACCES'), 'linux')).toBe(false);
  let attempts = 0;
  const busy = async () => {
    attempts += 1;
    throw windowsError('EBUSY');
  };
  await expect(patiently(busy, { waits: [1, 1] })).rejects.toThrow('EBUSY');
  expect(attempts).toBe(3);
});

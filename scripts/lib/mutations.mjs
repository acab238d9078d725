// What must never go unnoticed: each breaks one safety in one place; the suite named must turn red.
const vitest = (project, ...files) => ['vitest', 'run', '--project', project, ...files];
const kills = (count) => ['scripts/crash.mjs', '--kills', String(count), '--seed', '5'];
const operations = vitest('crash', 'tests/crash/operations.test.ts');

export const mutations = [
  {
    name: 'drop the fsync of a commit',
    file: 'main/store/database.ts',
    changes: [['const SYNCHRONOUS = 2;', 'const SYNCHRONOUS = 0;']],
    suite: vitest('crash', 'tests/crash/power-cut.test.ts'),
  },
  {
    name: 'acknowledge before the commit',
    file: 'main/store/database.ts',
    // The next transaction commits what is still open, so that nothing but a crash or a power cut can show it.
    changes: [
      [
        "this.exec('BEGIN IMMEDIATE');",
        "if (this.#db.isTransaction) this.exec('COMMIT');\n    this.exec('BEGIN IMMEDIATE');",
      ],
      [
        "this.exec('COMMIT');\n      return",
        "setTimeout(() => this.#db.isOpen && this.#db.isTransaction && this.exec('COMMIT'), 5);\n      return",
      ],
    ],
    suite: vitest('crash', 'tests/crash/power-cut.test.ts'),
  },
  {
    name: 'drop the fsync of a recovery copy',
    file: 'main/store/files.ts',
    changes: [['    fsyncSync(fd);\n', '']],
    suite: vitest('crash', 'tests/crash/power-cut.test.ts'),
  },
  {
    name: 'drop the fsync of a photo or a published file',
    file: 'main/durable.ts',
    changes: [['      await handle.sync();\n', '']],
    suite: vitest('unit', 'tests/unit/media/durable.test.ts'),
  },
  {
    name: 'drop the look-up of the draft before a retry',
    file: 'main/publish/destinations/wordpress/post.ts',
    changes: [
      [
        'return found.ok ? { ok: true, value: found.value[0] ?? null } : found;',
        'return found.ok ? { ok: true, value: null } : found;',
      ],
    ],
    suite: vitest('cms', 'tests/cms/interrupted.test.ts'),
  },
  {
    name: 'drop the look-up of a photo before a retry',
    file: 'main/publish/destinations/wordpress/photos.ts',
    changes: [
      [
        'return found.ok ? { ok: true, value: found.value[0] ?? null } : found;',
        'return found.ok ? { ok: true, value: null } : found;',
      ],
    ],
    suite: vitest('cms', 'tests/cms/interrupted.test.ts'),
  },
  {
    name: 'skip the sender check',
    file: 'main/ipc.ts',
    changes: [["    if (!isTrusted(event, knows)) return failure('forbidden');\n", '']],
    suite: vitest('unit', 'tests/unit/main/ipc.test.ts'),
  },
  {
    name: 'skip the schema check',
    file: 'main/ipc.ts',
    changes: [['    if (!parsed.success) return', '    if (false) return']],
    suite: vitest('unit', 'tests/unit/main/ipc.test.ts'),
  },
  {
    name: 'call a key saved before the store has it',
    file: 'renderer/editor/autosave.ts',
    changes: [
      [
        "      if (unsavedSince === null) return { kind: 'saved', at: savedAt };",
        "      if (untakenSince === null) return { kind: 'saved', at: savedAt };",
      ],
    ],
    suite: vitest('unit', 'tests/unit/editor'),
  },
  {
    name: 'overwrite what changed on the site',
    file: 'main/publish/destinations/wordpress/post.ts',
    changes: [["=> a?.split(' ')[1] === b.split(' ')[1];", '=> a !== b || a === b;']],
    suite: vitest('cms', 'tests/cms/conflict.test.ts'),
  },
  {
    name: 'drop the sync of a photo’s folder',
    file: 'main/media/durable.ts',
    changes: [['  for (let at = folder; at.length >= root.length; at = path.dirname(at)) await syncFolder(at);\n', '']],
    suite: operations,
  },
  {
    name: 'drop the fsync of a backup',
    file: 'main/backup/writer.ts',
    changes: [['    await atPlace(this.#place, () => this.#file.sync());\n', '']],
    suite: operations,
  },
  {
    name: 'drop the sync between photos and page',
    file: 'main/publish/destinations/folder/publish.ts',
    changes: [['  if (photos.length > 0) await syncFolder(folder);\n', '']],
    suite: operations,
  },
  {
    name: 'drop the sync of a template’s folder',
    file: 'main/templates/files.ts',
    changes: [['    await syncFolder(folder);\n', '']],
    suite: operations,
  },
  {
    name: 'write a hand-off in place',
    file: 'main/review/send.ts',
    changes: [
      ['await replaceFile(file, bytes, ', 'await writeFile(file, bytes); void ('],
      ["import path from 'node:path';", "import { writeFile } from 'node:fs/promises';\nimport path from 'node:path';"],
    ],
    suite: operations,
  },
  {
    name: 'acknowledge notes before they are written',
    file: 'main/store/notes.ts',
    changes: [['    this.#put(id, parsed.data);\n', '    setTimeout(() => this.#put(id, parsed.data), 5000);\n']],
    suite: kills(60),
  },
  {
    name: 'write a photo’s row before its original',
    file: 'main/media/files.ts',
    changes: [
      [
        '      await writeDurably(folder, place(hash), bytes);\n',
        '      void writeDurably(folder, place(hash), bytes);\n',
      ],
    ],
    suite: operations,
  },
  {
    name: 'let a snapshot take the place of the ones before',
    file: 'main/store/snapshots.ts',
    changes: [
      [
        "  putRow(db, 'snapshots', row, 'insert');\n",
        "  db.run('DELETE FROM snapshots WHERE story_id = ?', story.id);\n  putRow(db, 'snapshots', row, 'insert');\n",
      ],
    ],
    suite: vitest('unit', 'tests/unit/store/damaged-rows.test.ts'),
  },
  {
    name: 'take no rows from pages that the schema does not lead to',
    file: 'main/store/salvage.ts',
    changes: [
      [
        '  if (read(() => true) || read(mendSchema)) return;\n',
        '  if (read(() => true) || read(mendSchema) || true) return;\n',
      ],
    ],
    suite: vitest('unit', 'tests/unit/store/salvage.test.ts'),
  },
  {
    name: 'forget that the answer to a record was lost',
    file: 'main/store/open.ts',
    changes: [['      if (isRecord) unanswered.set(id, after);\n', '']],
    suite: vitest('unit', 'tests/unit/store/worker-death.test.ts'),
  },
  {
    name: 'keep nothing aside of a damaged story',
    file: 'main/store/load.ts',
    changes: [['  for (const record of rest) aside.push(', '  for (const record of rest.slice(0, 1)) aside.push(']],
    suite: vitest('unit', 'tests/unit/journal/damage.test.ts'),
  },
];

// What must never go unnoticed: each breaks one safety in one place; the suite named must turn red.
const vitest = (project, ...files) => ['vitest', 'run', '--project', project, ...files];

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
];

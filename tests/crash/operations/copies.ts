// The plain files that the store writes beside its database.
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { Database } from '../../../main/store/database.ts';
import { attempt } from '../../../main/store/failures.ts';
import { sql as first } from '../../../main/store/migrations/0001-library.ts';
import { migrate } from '../../../main/store/migrations/index.ts';
import { readNotesCopy, writeNotesCopy } from '../../../main/store/notes-copy.ts';
import { readRecovery, writeRecovery } from '../../../main/store/recovery.ts';
import { keepSchema, readSchema } from '../../../main/store/schema-copy.ts';
import { story, storyWith } from '../sentences.ts';
import { must, type Operation, type Say } from './types.ts';

const AT = '2025-03-01T08:00:00.000Z';
const done = (work: () => void, say: Say): string | null => {
  const result = attempt(work);
  if (!result.ok) return result.code;
  say('DONE');
  return null;
};

const recovery: Operation = {
  name: 'a recovery copy',
  prepare: async ({ folder }) => writeRecovery(folder, storyWith(40), 40, AT),
  run: async ({ folder }, say) => done(() => writeRecovery(folder, storyWith(90), 90, AT), say),
  async judge(folder, said) {
    const copy = readRecovery(folder, story.id);
    must(copy, 'there is no whole copy');
    must(copy.seq === 90 || (copy.seq === 40 && !said.includes('DONE')), `the copy is at ${copy.seq}`);
    must(isDeepStrictEqual(copy.parsed.story, storyWith(copy.seq)), 'the copy is another story');
  },
};

const notes: Operation = {
  name: 'a copy of notes',
  prepare: async ({ folder }) => writeNotesCopy(folder, story.id, { text: 'cũ', at: AT }),
  run: async ({ folder }, say) =>
    done(() => writeNotesCopy(folder, story.id, { text: 'mới '.repeat(2000), at: AT }), say),
  async judge(folder, said) {
    const copy = readNotesCopy(folder, story.id);
    must(copy && (copy.text !== 'cũ' || !said.includes('DONE')), 'there is no whole copy');
  },
};

const schemaOf = ({ desk }: { desk: string }, migrations?: readonly string[]): Database => {
  const db = new Database(join(desk, 'library.db'));
  migrate(db, migrations);
  return db;
};
const schema: Operation = {
  name: 'the copy of the schema',
  async prepare(place) {
    const db = schemaOf(place, [first]);
    keepSchema(db, place.folder);
    db.close();
  },
  async run(place, say) {
    const db = schemaOf(place);
    const failed = done(() => keepSchema(db, place.folder), say);
    db.close();
    return failed;
  },
  async judge(folder, said) {
    const rows = readSchema(folder);
    must(rows, 'there is no whole copy');
    const isNew = rows.some((row) => row.name === 'shelf');
    must(isNew || !said.includes('DONE'), 'it is the old one');
  },
};

export const copies: readonly Operation[] = [recovery, notes, schema];

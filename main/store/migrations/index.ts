import { point } from '../../points.ts';
import { Database } from '../database.ts';
import { sql as library } from './0001-library.ts';
import { sql as shelf } from './0002-shelf.ts';
import { sql as pastes } from './0003-pastes.ts';

/** In order; the number of the last is the schema's version. A migration that was released never changes. */
const MIGRATIONS: readonly string[] = [library, shelf, pastes];
export const SCHEMA_VERSION = MIGRATIONS.length;

export type SchemaState = 'new' | 'current' | 'older' | 'newer' | 'damaged';

/** What the file says of its schema: its header and its own table must agree. */
export function schemaState(db: Database): SchemaState {
  const header = Number(db.get('PRAGMA user_version')?.user_version);
  const tables = db.all('SELECT name FROM sqlite_schema');
  if (tables.length === 0) return header === 0 ? 'new' : 'damaged';
  if (!tables.some((table) => table.name === 'library')) return 'damaged';
  if (db.get("SELECT value FROM library WHERE name = 'schema'")?.value !== String(header)) return 'damaged';
  if (header > SCHEMA_VERSION) return 'newer';
  if (header < SCHEMA_VERSION) return header > 0 ? 'older' : 'damaged';
  return schemaOf(db) === expectedSchema() ? 'current' : 'damaged';
}

/** Brings a new or older library to this program's schema, in one transaction. */
export function migrate(db: Database, migrations: readonly string[] = MIGRATIONS): void {
  const from = Number(db.get('PRAGMA user_version')?.user_version);
  if (from >= migrations.length) return;
  db.exec('PRAGMA foreign_keys=OFF'); // a table made anew would take what refers to it along (no-op inside a transaction)
  try {
    db.transaction(() => {
      for (const sql of migrations.slice(from)) {
        db.exec(sql);
        point('migration.inside');
      }
      db.exec(`PRAGMA user_version=${migrations.length}`);
      db.run("INSERT OR REPLACE INTO library (name, value) VALUES ('schema', ?)", String(migrations.length));
    });
    point('migration.committed');
  } finally {
    db.exec('PRAGMA foreign_keys=ON');
  }
}

const schemaOf = (db: Database): string =>
  JSON.stringify(db.all('SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name'));

function expectedSchema(): string {
  const fresh = new Database(':memory:');
  migrate(fresh);
  const schema = schemaOf(fresh);
  fresh.close();
  return schema;
}

// Columns named `data` and `story` and `change` hold JSON; `sum` seals the row (see ../sealed.ts); instants are ISO 8601, UTC.
export const sql = `
CREATE TABLE stories (
  id TEXT PRIMARY KEY,
  seq INTEGER NOT NULL,
  data TEXT NOT NULL,
  sum TEXT NOT NULL
) STRICT;

CREATE TABLE snapshots (
  story_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  at TEXT NOT NULL,
  author TEXT NOT NULL,
  version INTEGER NOT NULL,
  story TEXT NOT NULL,
  sum TEXT NOT NULL,
  PRIMARY KEY (story_id, seq)
) STRICT;

CREATE TABLE records (
  story_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  at TEXT NOT NULL,
  author TEXT NOT NULL,
  version INTEGER NOT NULL,
  change TEXT NOT NULL,
  sum TEXT NOT NULL,
  PRIMARY KEY (story_id, seq)
) STRICT;

CREATE TABLE commons (
  story_id TEXT PRIMARY KEY,
  data TEXT NOT NULL,
  sum TEXT NOT NULL
) STRICT;

CREATE TABLE photos (
  hash TEXT PRIMARY KEY,
  data TEXT NOT NULL,
  sum TEXT NOT NULL
) STRICT;

CREATE TABLE destinations (
  id TEXT PRIMARY KEY,
  data TEXT NOT NULL,
  secret BLOB,
  sum TEXT NOT NULL
) STRICT;

CREATE TABLE publications (
  id TEXT PRIMARY KEY,
  story_id TEXT NOT NULL REFERENCES stories (id),
  destination_id TEXT NOT NULL,
  counter INTEGER NOT NULL,
  data TEXT NOT NULL,
  sum TEXT NOT NULL,
  UNIQUE (destination_id, story_id, counter)
) STRICT;

CREATE TABLE jobs (
  id TEXT PRIMARY KEY,
  publication_id TEXT NOT NULL UNIQUE REFERENCES publications (id),
  story_id TEXT NOT NULL,
  destination_id TEXT NOT NULL,
  state TEXT NOT NULL,
  data TEXT NOT NULL,
  sum TEXT NOT NULL
) STRICT;

CREATE TABLE receipts (
  id TEXT PRIMARY KEY,
  publication_id TEXT NOT NULL UNIQUE REFERENCES publications (id),
  story_id TEXT NOT NULL,
  destination_id TEXT NOT NULL,
  hash TEXT NOT NULL,
  data TEXT NOT NULL,
  sum TEXT NOT NULL
) STRICT;

CREATE TABLE remote_photos (
  destination_id TEXT NOT NULL,
  hash TEXT NOT NULL,
  data TEXT NOT NULL,
  sum TEXT NOT NULL,
  PRIMARY KEY (destination_id, hash)
) STRICT;

CREATE TABLE "values" (
  key TEXT PRIMARY KEY,
  value BLOB NOT NULL,
  sum TEXT NOT NULL
) STRICT;

CREATE TABLE quarantine (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  source TEXT NOT NULL,
  key TEXT NOT NULL,
  reason TEXT NOT NULL,
  data TEXT NOT NULL
) STRICT;

-- The schema's number once more: one flipped byte in the file's header must not pass for a newer program's library.
CREATE TABLE library (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;
`;

// What stands beside a story, never in it: its place on the shelf (pinned, in the trash), private notes, named versions.
// Publications lose their reference to `stories`: a receipt outlives the draft it was made from.
export const sql = `
CREATE TABLE shelf (
  story_id TEXT PRIMARY KEY,
  data TEXT NOT NULL,
  sum TEXT NOT NULL
) STRICT;

CREATE TABLE notes (
  story_id TEXT PRIMARY KEY,
  data TEXT NOT NULL,
  sum TEXT NOT NULL
) STRICT;

CREATE TABLE versions (
  id TEXT PRIMARY KEY,
  story_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  data TEXT NOT NULL,
  sum TEXT NOT NULL
) STRICT;
CREATE INDEX versions_of_story ON versions (story_id, seq);

CREATE TABLE kept_publications (
  id TEXT PRIMARY KEY,
  story_id TEXT NOT NULL,
  destination_id TEXT NOT NULL,
  counter INTEGER NOT NULL,
  data TEXT NOT NULL,
  sum TEXT NOT NULL,
  UNIQUE (destination_id, story_id, counter)
) STRICT;
INSERT INTO kept_publications (rowid, id, story_id, destination_id, counter, data, sum)
  SELECT rowid, id, story_id, destination_id, counter, data, sum FROM publications;
DROP TABLE publications;
ALTER TABLE kept_publications RENAME TO publications;
`;

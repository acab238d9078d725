// The clipboards that were pasted into a story: beside it, never in it. `id` is a UUIDv7: the order they came in.
export const sql = `
CREATE TABLE pastes (
  id TEXT PRIMARY KEY,
  story_id TEXT NOT NULL,
  data TEXT NOT NULL,
  sum TEXT NOT NULL
) STRICT;
CREATE INDEX pastes_of_story ON pastes (story_id, id);
`;

import type { Database } from './database.ts';

/** Strings of a row's JSON that a person wrote: runs' texts, a photo's texts, fields, comments. */
const WRITTEN =
  /"(text|url|caption|credit|alt|headline|kicker|standfirst|correction|place|byline|ours|theirs)":"((?:[^"\\]|\\.)*)"/g;
/** A table's rows, as far as they are whole, and a cell of them. */
const CELLS = /"rows":\[((?:\[(?:"(?:[^"\\]|\\.)*",?)*\],?)*)/g;
const STRING = /"((?:[^"\\]|\\.)*)"/g;

/**
 * The passages in a story's rows that were set aside, in the order of their numbers, each once. Read by what they look like,
 * not by their schema: the row is damaged.
 */
export function asidePassages(db: Database, storyId: string): string[] {
  const rows = db.all(
    "SELECT key, data FROM quarantine WHERE source IN ('snapshots', 'records') AND key GLOB ? ORDER BY id",
    `${storyId} *`,
  );
  const numbered = rows.map((row) => ({ seq: Number(String(row.key).split(' ')[1]), data: String(row.data) }));
  const passages = numbered.sort((a, b) => a.seq - b.seq).flatMap(({ data }) => passagesOf(data));
  return [...new Set(passages)];
}

/** A row's column holds JSON, itself JSON of a Story or of a Change. */
function passagesOf(row: string): string[] {
  const columns = parse(row);
  const json = columns?.story ?? columns?.change ?? row;
  const blocks = String(json).split('"runs":[');
  // Each block's runs are one passage, up to the list's end.
  return blocks.flatMap((part, index) => {
    if (index === 0) return textsIn(part);
    const end = part.indexOf(']');
    const runs = textsIn(end < 0 ? part : part.slice(0, end)).join('');
    return [runs, ...(end < 0 ? [] : textsIn(part.slice(end)))].filter((text) => text.trim() !== '');
  });
}

const textsIn = (json: string): string[] =>
  [
    ...[...json.matchAll(WRITTEN)].map(([, , text]) => text as string),
    ...[...json.matchAll(CELLS)].flatMap(([, rows]) => [...(rows as string).matchAll(STRING)].map(([, text]) => text)),
  ]
    .map((text) => parse<string>(`"${text}"`) ?? (text as string))
    .filter((text) => text.trim() !== '');

function parse<T = Record<string, unknown>>(text: string): T | null {
  try {
    return JSON.parse(text) as T;
  } catch {
    return null;
  }
}

import {
  type Block,
  blockSchema,
  type Fields,
  isTextBlock,
  plainText,
  type Run,
  type Setting,
  type Story,
  type Suggestion,
  type TextBlock,
} from '../../model.ts';
import { joinRuns } from '../../runs.ts';
import { decideMoves, isGhost } from './moves.ts';

type Suggestions = Story['suggestions'];
/** What is decided about a suggestion: accepted, rejected, or (null) nothing. */
export type Verdict = (id: string) => boolean | null;

/**
 * A body after decisions about suggestions, in the order that leaves the same text whichever comes first. What is decided
 * loses its mark; a mark whose record is missing only loses its mark. A body without marks comes back itself.
 */
export function decideBody(body: readonly Block[], suggestions: Suggestions, verdict: Verdict): Block[] {
  if (!body.some(isMarked)) return body as Block[];
  const done: Block[] = [];
  const rest: Rest = { ids: new Set(body.map((block) => block.id)), words: new Map() };
  const list = decideMoves(body, suggestions, verdict);
  list.forEach((block, index) => {
    if (!isMarked(block)) done.push(block);
    else if (isTextBlock(block)) decideText(block, list[index + 1], done, rest, suggestions, verdict);
    else decideSolid(block, done, suggestions, verdict);
    const words = rest.words.get(block.id);
    const last = done.at(-1);
    if (words && last && isTextBlock(last))
      done[done.length - 1] = { ...last, runs: joinRuns([...last.runs, ...words]) };
  });
  const first = body[0];
  return done.length > 0 || !first ? done : [{ id: first.id, type: 'paragraph', runs: [] }];
}

/** Whether a block or words in it are suggested. */
export const isMarked = (block: Block): boolean =>
  block.suggestions !== undefined || (isTextBlock(block) && block.runs.some((run) => run.suggestions));

/** Words after decisions, as in decideBody. */
export const decideRuns = (runs: readonly Run[], suggestions: Suggestions, verdict: Verdict): Run[] =>
  runs.some((run) => run.suggestions)
    ? joinRuns(runs.flatMap((run) => decideRun(run, suggestions, verdict)))
    : [...runs];

function decideRun(run: Run, suggestions: Suggestions, verdict: Verdict): Run[] {
  if (!run.suggestions) return [run];
  const { gone, open, rejected } = sortOut(run.suggestions, suggestions, verdict);
  if (gone) return [];
  const { suggestions: _, ...bare } = run;
  // Of several formats suggested for the same words, the oldest knows how they were.
  const format = rejected.filter((one) => one.kind === 'format').sort(byAge)[0];
  const { text, check, threads, side } = bare;
  const set: Run = format
    ? { text, ...format.was, ...(check && { check }), ...(threads && { threads }), ...(side && { side }) }
    : bare;
  return [open.length > 0 ? { ...set, suggestions: open } : set];
}

/** What is decided of some marks: whether what they mark goes, which stay open, and what was rejected. */
function sortOut(ids: readonly string[], suggestions: Suggestions, verdict: Verdict) {
  const open: string[] = [];
  const rejected: Suggestion[] = [];
  let gone = false;
  for (const id of ids) {
    const said = verdict(id);
    const made = suggestions[id];
    if (said === null) open.push(id);
    else if (!made) continue;
    else if (said ? made.kind === 'deletion' : made.kind === 'insertion') gone = true;
    if (said === false && made) rejected.push(made);
  }
  return { gone, open, rejected };
}

/** The older first. */
export const byAge = (a: Suggestion, b: Suggestion): number => (`${a.at}${a.id}` < `${b.at}${b.id}` ? -1 : 1);

function decideSolid(block: Block, done: Block[], suggestions: Suggestions, verdict: Verdict): void {
  const { gone, open, rejected } = sortOut(block.suggestions ?? [], suggestions, verdict);
  if (!gone) done.push(withMarks(withFormer(block, rejected), open));
}

/** The ids of a body, and the words that go to a block further down, since that was moved there. */
type Rest = { ids: ReadonlySet<string>; words: Map<string, Run[]> };

/** The break before a paragraph goes: its words join those it was split from, or that stand before it. */
function decideText(
  block: TextBlock,
  next: Block | undefined,
  done: Block[],
  rest: Rest,
  suggestions: Suggestions,
  verdict: Verdict,
): void {
  const runs = decideRuns(block.runs, suggestions, verdict);
  const { gone, open, rejected } = sortOut(block.suggestions ?? [], suggestions, verdict);
  const now = withMarks(withFormer({ ...block, runs }, rejected), open);
  if (!gone) {
    done.push(now);
    return;
  }
  if (plainText(runs) === '') {
    // What follows may be joined to it, now or later: then it is the beginning of that paragraph.
    const isAwaited = next?.suggestions?.some((id) => suggestions[id]?.kind === 'deletion');
    if (isAwaited && placeBefore(done, suggestions, 'deletion') < 0) done.push(withMarks(now, []));
    return;
  }
  const from = rejected.find((one) => one.kind === 'insertion')?.from;
  const kin = from === undefined ? -1 : placeOfKin(done, from, suggestions);
  if (kin < 0 && from !== undefined && rest.ids.has(from) && !done.some(({ id }) => id === from)) {
    rest.words.set(from, [...(rest.words.get(from) ?? []), ...runs]);
    return;
  }
  const at = kin < 0 ? placeBefore(done, suggestions, from === undefined ? 'deletion' : 'insertion') : kin;
  const into = done[at];
  if (into && isTextBlock(into)) done[at] = { ...into, runs: joinRuns([...into.runs, ...runs]) };
  else done.push(withMarks(now, []));
}

/** The last of the blocks that were split from one, or that one; -1 where there is none. */
const placeOfKin = (done: readonly Block[], from: string, suggestions: Suggestions): number =>
  done.findLastIndex((block) => isTextBlock(block) && (block.id === from || rootOf(block, suggestions) === from));

/** The block that a suggested paragraph was split from; undefined of any other. */
export const rootOf = (block: Block, suggestions: Suggestions): string | undefined =>
  (block.suggestions ?? []).map((id) => suggestions[id]).find((one) => one?.kind === 'insertion')?.from;

/** The text block that words go to when the break before them is gone: past what will be gone, too, when all is decided alike. */
function placeBefore(done: readonly Block[], suggestions: Suggestions, kind: 'insertion' | 'deletion'): number {
  for (let at = done.length - 1; at >= 0; at--) {
    const block = done[at]!;
    if (isGhost(block, suggestions)) continue;
    if (isTextBlock(block)) return at;
    if (!block.suggestions?.some((id) => suggestions[id]?.kind === kind)) return -1;
  }
  return -1;
}

/** A block with other marks, in the schema's order of keys. */
export function withMarks<B extends Block>({ id, suggestions: _, ...rest }: B, marks: readonly string[]): B {
  return { id, ...(marks.length > 0 && { suggestions: [...marks] }), ...rest } as unknown as B;
}

const KEYS: Partial<Record<Block['type'], readonly Setting[]>> = { heading: ['level'], listItem: ['list', 'indent'] };

/** A block with the settings it had before what is rejected. */
export function withFormer(block: Block, rejected: readonly Suggestion[]): Block {
  const changes = rejected.filter((one) => one.kind === 'change').sort(byAge);
  if (changes.length === 0) return block;
  // The oldest last: it knows how the block was.
  const was = Object.assign({}, ...changes.reverse().map((one) => one.was)) as Partial<Record<Setting, unknown>>;
  const former: Record<string, unknown> = { ...block };
  for (const [name, value] of Object.entries(was)) {
    if (value === null) delete former[name];
    else former[name] = value;
  }
  if (isTextBlock(block)) {
    const type = former.type as Block['type'];
    for (const name of ['level', 'list', 'indent'] as const) if (!KEYS[type]?.includes(name)) delete former[name];
  }
  // Records come from outside, too: what would be no block is not taken.
  const parsed = blockSchema.safeParse(former);
  return parsed.success ? parsed.data : block;
}

/** The story's fields before what is suggested for them and not decided. */
export function fieldsAsTheyWere({ fields, suggestions }: Pick<Story, 'fields' | 'suggestions'>): Fields {
  const open = Object.values(suggestions).filter((one) => one.kind === 'field' && !one.decided);
  if (open.length === 0) return fields;
  const was = open
    .sort(byAge)
    .reverse()
    .map((one) => (one.kind === 'field' ? [one.field, one.was] : []));
  return { ...fields, ...Object.fromEntries(was) };
}

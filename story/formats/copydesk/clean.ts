import { joinRuns } from '../../canonical.ts';
import { withTexts } from '../../content.ts';
import {
  type Block,
  FIELD_NAMES,
  isTextBlock,
  type Run,
  type Story,
  type Suggestion,
  type Thread,
} from '../../model.ts';
import { publishedText } from '../../text/clean.ts';
import { safeLink } from '../../text/link.ts';

/**
 * A story as it travels: texts in NFC, well-formed and without control characters, links that may be followed, runs
 * joined. Idempotent, and done on the way out and in: both sides get the same bytes, and so the same hash, for a version.
 */
export function cleanStory(story: Story): Story {
  const fields = { ...story.fields };
  for (const name of FIELD_NAMES) fields[name] = publishedText(fields[name]);
  const threads = Object.entries(story.threads).map(([id, thread]) => [id, cleanThread(thread)]);
  const suggested = Object.entries(story.suggestions).map(([id, suggestion]) => [id, cleanSuggestion(suggestion)]);
  return {
    ...story,
    fields,
    body: story.body.map(cleanBlock),
    threads: Object.fromEntries(threads),
    suggestions: Object.fromEntries(suggested),
  };
}

/** What the schema cannot say: each block once, each thread and suggestion under its own id. */
export const isSound = (story: Story): boolean =>
  new Set(story.body.map((block) => block.id)).size === story.body.length &&
  [...Object.entries(story.threads), ...Object.entries(story.suggestions)].every(([id, thing]) => thing.id === id);

function cleanBlock(block: Block): Block {
  if (isTextBlock(block)) {
    const clean = (run: Run): Run => ({ ...run, text: publishedText(run.text) });
    // Twice: letters may compose across a border that is gone.
    return { ...block, runs: joinRuns(joinRuns(block.runs.map(cleanLink)).map(clean)).map(clean) };
  }
  return withTexts(block, publishedText);
}

function cleanLink<R extends { link?: string | undefined }>({ link, ...run }: R): Omit<R, 'link'> & { link?: string } {
  const safe = link === undefined ? null : safeLink(link);
  return safe === null ? run : { ...run, link: safe };
}

function cleanThread(thread: Thread): Thread {
  if (thread.kind === 'conflict')
    return {
      ...thread,
      ours: publishedText(thread.ours),
      theirs: publishedText(thread.theirs),
      theirName: publishedText(thread.theirName),
    };
  const comments = thread.comments.map((comment) => ({
    ...comment,
    name: publishedText(comment.name),
    text: publishedText(comment.text),
  }));
  return { ...thread, words: publishedText(thread.words), comments };
}

function cleanSuggestion({ decided, ...suggestion }: Suggestion): Suggestion {
  const named = {
    ...suggestion,
    name: publishedText(suggestion.name),
    ...(decided && { decided: cleanFormer(decided) as typeof decided }),
  };
  if (named.kind === 'format') return { ...named, was: cleanLink(named.was) };
  if (named.kind === 'field') return { ...named, was: publishedText(named.was) };
  return named.kind === 'change' ? { ...named, was: cleanFormer(named.was) as typeof named.was } : named;
}

/** Former settings of a block: texts as texts are, of whatever else the numbers and marks. */
function cleanFormer(value: unknown): unknown {
  if (typeof value === 'string') return publishedText(value);
  if (Array.isArray(value)) return value.map(cleanFormer);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, cleanFormer(one)]));
}

import type { Incident, RecoveryChoice, RecoveryChoices, Result } from '../../preload/contract.ts';
import { plainTexts } from '../../story/content.ts';
import { isTextBlock, plainText, type Story } from '../../story/model.ts';
import { foldLoosely } from '../../story/rescue.ts';
import { countWords } from '../../story/text/counts.ts';
import { asidePassages } from './aside.ts';
import type { Database } from './database.ts';
import { failure } from './failures.ts';
import { loadStoryAt } from './load.ts';
import { readRecords } from './records.ts';
import { readSnapshots } from './snapshots.ts';

type State = { choice: RecoveryChoice; story: Story; at: string | null };

/** What a person can choose after an incident; `now` is the story as it stands, null where there is none. */
export function choicesFor(db: Database, incident: Incident, now: Story | null): Result<RecoveryChoices> {
  const { storyId } = incident;
  if (storyId === null || (now === null && incident.what !== 'lost')) return failure('notFound');
  const states: State[] = [];
  const offer = (state: State) => {
    if (!states.some(({ story }) => sameStory(story, state.story))) states.push(state);
  };
  if (now) offer({ choice: 'now', story: now, at: null });
  const beyond = now && beyondGap(db, storyId, incident, now);
  if (beyond) offer(beyond);
  const before = now && snapshotBefore(db, storyId, incident);
  if (before) offer(before);
  const standing = new Set(states.flatMap(({ story }) => passages(story)));
  return {
    ok: true,
    value: {
      choices: states.map((state) => ({ ...state, words: countWords(state.story) })),
      aside: asidePassages(db, storyId).filter((text) => !standing.has(text)),
    },
  };
}

/** What was written behind the gap, on top of the state that the mending stored. */
function beyondGap(db: Database, id: string, { intact, head, seq }: Incident, now: Story): State | null {
  if (head <= intact) return null;
  const records = readRecords(db, id, intact, head).filter((record) => record.problem === null);
  const base = loadStoryAt(db, id, seq) ?? now;
  const last = records.at(-1);
  if (!last) return null;
  return {
    choice: 'beyond',
    story: foldLoosely(
      base,
      records.map(({ change }) => change),
    ),
    at: last.at,
  };
}

function snapshotBefore(db: Database, id: string, { intact }: Incident): State | null {
  for (const { parsed, at } of readSnapshots(db, id, intact))
    if (parsed.kind === 'story') return { choice: 'before', story: parsed.story, at };
  return null;
}

const sameStory = (a: Story, b: Story): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Every text of a story as asidePassages would give it. */
const passages = (story: Story): string[] => [
  ...Object.values(story.fields),
  ...story.body.flatMap((block) =>
    isTextBlock(block)
      ? [plainText(block.runs)]
      : [...plainTexts(block).map(({ text }) => text), ...(block.type === 'embed' ? [block.url] : [])],
  ),
  ...Object.values(story.threads).flatMap((thread) =>
    thread.kind === 'comment' ? thread.comments.map(({ text }) => text) : [thread.ours, thread.theirs],
  ),
];

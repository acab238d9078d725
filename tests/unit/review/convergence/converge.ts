import { type HandoffParts, versionOf } from '../../../../story/formats/copydesk/pack.ts';
import { type Block, emptyStory, type Story } from '../../../../story/model.ts';
import { AT, counter, figure, idOf, para } from '../kit.ts';
import { type Act, type Actor, acted } from './acts.ts';
import { createDesk, type Desk, receive, send } from './desks.ts';
import { type Dice, diceOf, READINGS, type Reading, wordsOf } from './words.ts';

const PEOPLE = ['q', 'v', 'z'];
const ACTS: Act[] = [
  ...(['edit', 'edit', 'edit', 'suggest', 'suggest', 'suggest', 'suggest', 'decide'] as const),
  ...(['settle', 'comment', 'field', 'suggestField'] as const),
];
const NAMES = Object.keys(READINGS) as Reading[];

/** For each reading, the words that somebody's own act put there, and those that one took out. */
type Ledger = Record<Reading, { put: Set<string>; out: Set<string> }>;
export type Outcome = { diverged: boolean; lost: string[]; early: string[]; stories: Story[] };
/** What happened, for whoever looks for the reason of a failure. */
export type Witness = (what: {
  kind: string;
  who: string;
  before: Story | null;
  after: Story;
  parts?: HandoffParts;
  base?: Story;
}) => void;

function start(word: () => string): Story {
  const line = (length: number) => Array.from({ length }, word).join(' ');
  const body: Block[] = [
    para(1, `${line(7)}.`),
    para(2, `${line(5)}, `, { text: line(2), bold: true }, `, ${line(3)}.`),
    figure(3, { caption: line(4), credit: line(1) }),
    { id: idOf(4), type: 'heading', level: 2, runs: [{ text: line(3) }] },
    para(5, line(8)),
    { id: idOf(6), type: 'table', header: true, caption: line(2), rows: [0, 1, 2].map(() => [word(), word()]) },
    { id: idOf(7), type: 'embed', url: 'https://example.vn/a', caption: line(2) },
    para(8, line(6)),
  ];
  const story = emptyStory('vi', AT);
  return { ...story, id: idOf(0xffff), fields: { ...story.fields, headline: line(5) }, body };
}

/**
 * Three people work on one story at once and exchange hand-offs: late, in any order, some twice. At the end each sends what
 * they have to the others, in turn. `lost`: words that nobody took out and that are in no place of the end's text, or not in
 * a reading where they were; `early`: words that would be published though nobody accepted them.
 */
export async function converge(seed: number, most = 24, witness: Witness = () => {}): Promise<Outcome> {
  const dice = diceOf(seed);
  let time = Date.parse(AT);
  const now = () => new Date(time++).toISOString();
  const desks = PEOPLE.map((name, index) => {
    const actor: Actor = { name, dice, word: wordsOf(name), newId: counter(0x10000 * (index + 1)), now };
    return createDesk(actor);
  });
  desks[0]!.story = start(wordsOf('s'));
  const ledger = Object.fromEntries(
    NAMES.map((name) => [name, { put: READINGS[name](desks[0]!.story!), out: new Set<string>() }]),
  ) as Ledger;
  const way: { to: number; parts: HandoffParts }[] = [];
  const post = async (from: Desk, to: number) => way.push({ to, parts: await send(from) });
  const deliver = async (index: number, isKept = false) => {
    const { to, parts } = way[index]!;
    if (!isKept) way.splice(index, 1);
    const desk = desks[to]!;
    const merged = await receive(desk, parts);
    const [base, before = null] = merged ?? [];
    witness({ kind: 'receive', who: desk.actor.name, before, after: desk.story!, parts, ...(base && { base }) });
  };
  for (let step = 0; step < most; step++) {
    const index = dice(3);
    const desk = desks[index]!;
    if (!desk.story) continue;
    const what = dice(10);
    if (what < 6) act(desk, ACTS[dice(ACTS.length)]!, ledger, witness);
    else if (what < 8) await post(desk, (index + 1 + dice(2)) % 3);
    else if (way.length > 0) await deliver(dice(way.length), dice(5) === 0);
  }
  await inTurn(desks, dice, post, deliver, way);
  const stories = desks.map(({ story }) => story!);
  const versions = new Set(stories.map(versionOf));
  const lost = NAMES.slice(0, 3).flatMap((name) => {
    const { put, out } = ledger[name];
    const there = READINGS[name](stories[0]!);
    return [...put]
      .filter((word) => !out.has(word) && !ledger.kept.out.has(word) && !there.has(word))
      .map((word) => `${name}: ${word}`);
  });
  const { put } = ledger.published;
  const early = [...READINGS.published(stories[0]!)].filter((word) => !put.has(word));
  return { diverged: versions.size > 1, lost, early, stories };
}

function act(desk: Desk, kind: Act, ledger: Ledger, witness: Witness): void {
  const before = desk.story!;
  const after = acted(before, kind, desk.actor);
  desk.story = after;
  witness({ kind, who: desk.actor.name, before, after });
  for (const name of NAMES) {
    for (const word of newIn(READINGS[name], before, after)) ledger[name].put.add(word);
    for (const word of newIn(READINGS[name], after, before)) ledger[name].out.add(word);
  }
  // What is typed and not suggested may be published.
  if (kind === 'edit' || kind === 'field')
    for (const word of newIn(READINGS.kept, before, after)) ledger.published.put.add(word);
}

function newIn(read: (story: Story) => Set<string>, before: Story, after: Story): string[] {
  const was = read(before);
  return [...read(after)].filter((word) => !was.has(word));
}

async function inTurn(
  desks: Desk[],
  dice: Dice,
  post: (from: Desk, to: number) => Promise<unknown>,
  deliver: (index: number) => Promise<void>,
  way: readonly unknown[],
): Promise<void> {
  while (way.length > 0) await deliver(dice(way.length));
  const first = desks.findIndex(({ story }) => story);
  for (let turn = 0; turn < 6; turn++) {
    const from = (first + turn) % 3;
    if (!desks[from]!.story) continue;
    for (const to of [1, 2]) {
      await post(desks[from]!, (from + to) % 3);
      await deliver(0);
    }
  }
}

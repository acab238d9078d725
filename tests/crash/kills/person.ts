// Somebody at a desk, in a process of its own, who is killed in the middle of work: opens the library, says what is there,
// and types, takes photos in, publishes, until the end. Reads one order (said.ts) on its standard input.
import { mkdirSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { backupName, makeBackup } from '../../../main/backup/make.ts';
import { openStore } from '../../../main/store/open.ts';
import { diffStories } from '../../../story/journal.ts';
import type { Story } from '../../../story/model.ts';
import { type Desk, openDesk } from '../../cms/desk.ts';
import { mulberry } from '../random.ts';
import { killAt } from './at-point.ts';
import { begin, hashOf, next, photoBytes } from './life.ts';
import { type Focus, type Order, say } from './said.ts';

const LIMITS = { records: 10, ms: 60_000 };
const WORKER = new URL('./worker.ts', import.meta.url);

say({ say: 'ready' });
const { value: line } = await createInterface({ input: process.stdin })[Symbol.asyncIterator]().next();
const order = JSON.parse(String(line)) as Order;
const random = mulberry(order.seed ^ Math.floor(Math.random() * 2 ** 32));
process.env.CRASH_AT = JSON.stringify(order.at);
killAt(order.at);

const desk: Desk = await openDesk(order.folder, undefined, {}, (folder) => openStore(folder, LIMITS, WORKER));
const { store } = desk;
desk.hooks.job = (job) => {
  if (job.state === 'done') say({ say: 'done', job: job.id });
};
const stories = new Map<string, { story: Story; seq: number }>();
const pictures = order.photos.map((path) => readFileSync(path));
const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];

async function look(): Promise<void> {
  const found = [];
  for (const { id } of await store.listStories()) {
    if ((await store.getShelf(id)).trashedAt !== null) await store.restoreFromTrash(id); // killed on the way to a deletion
    const opened = await store.openStory(id);
    if (!opened.ok) {
      say({ say: 'refused', what: `open ${id}`, code: opened.code });
      continue;
    }
    const { story, seq, problem } = opened.value;
    stories.set(id, { story, seq });
    found.push({ id, seq, problem, hash: hashOf(story), note: (await store.getNotes(id))?.text ?? null });
  }
  const jobs = (await store.listJobs({})).map(({ id, storyId, state }) => ({ id, storyId, state }));
  say({ say: 'opened', problem: store.problem, stories: found, jobs });
}

async function lookAtJobs(): Promise<void> {
  await desk.outbox.idle();
  const jobs = await desk.outbox.jobs();
  say({ say: 'idle', jobs: jobs.map(({ id, state, error }) => ({ id, state, error: error?.code ?? null })) });
}

/** What was asked, and refused, is said: none of it may be. */
const isDone = (what: string, result: { ok: true } | { ok: false; code: string }): boolean => {
  if (!result.ok) say({ say: 'refused', what, code: result.code });
  return result.ok;
};

async function create(): Promise<void> {
  const index = order.begun++;
  const story = begin(order.seed, index, pictures);
  say({ say: 'create', index });
  if (!isDone('create', await store.createStory(story, 'pv'))) return;
  say({ say: 'created', index });
  stories.set(story.id, { story, seq: 0 });
}

async function takePhoto(number: number): Promise<void> {
  say({ say: 'photo', number });
  if (isDone('photo', await desk.media.importPhoto(`anh-${number}.jpg`, photoBytes(pictures, number))))
    say({ say: 'kept', number });
}

async function publish(id: string): Promise<void> {
  for (const number of [0, 1, 2]) await takePhoto(number);
  const destination = (await desk.accounts.list())[0]?.id;
  const seq = stories.get(id)?.seq ?? 0;
  say({ say: 'publish', id });
  const input = { storyId: id, destinationId: destination as string, seq, confirmed: true };
  const started = await desk.outbox.startPublication(input);
  if (started.ok) say({ say: 'waiting', id, job: started.value.id });
  else if (started.code !== 'alreadyWaiting') isDone('publish', started);
  if (random() < 0.7) await desk.outbox.idle();
}

async function type(id: string): Promise<void> {
  const { story, seq } = stories.get(id) as { story: Story; seq: number };
  const after = next(story, order.seed, seq);
  say({ say: 'send', id, seq });
  const sent = await store.appendRecord(id, seq, diffStories(story, after), 'pv');
  if (!isDone('type', sent) || !sent.ok) return;
  say({ say: 'sent', id, seq: sent.value.seq });
  stories.set(id, { story: after, seq: sent.value.seq });
}

async function remove(id: string): Promise<void> {
  if ((await store.listJobs({ storyId: id })).length > 0 || !(await store.trashStory(id)).ok) return;
  say({ say: 'delete', id });
  stories.delete(id);
  if (isDone('delete', await store.deleteStory(id))) say({ say: 'deleted', id });
}

async function note(id: string): Promise<void> {
  const text = `Gọi lại cho xã trước ${Math.floor(random() * 1e6)} giờ`;
  say({ say: 'note', id, text });
  if (isDone('note', await store.setNotes(id, text))) say({ say: 'noted', id, text });
}

async function checkpoint(id: string): Promise<void> {
  const { seq } = stories.get(id) as { seq: number };
  if (isDone('checkpoint', await store.checkpoint(id))) say({ say: 'copied', id, seq });
}

/** So many snapshots in so short a time that some go again in the quiet moment behind. */
async function rest(id: string): Promise<void> {
  for (let time = 0; time < 16; time++) {
    await type(id);
    await checkpoint(id);
  }
  await wait(300);
}

async function backUp(): Promise<void> {
  mkdirSync(order.backups, { recursive: true });
  const place = { folder: order.backups, name: backupName(new Date()) };
  const needs = { store, library: order.folder, program: 'test' };
  const made = await makeBackup(needs, place, () => undefined, new AbortController().signal);
  if (isDone('backup', made) && made.ok) say({ say: 'backedUp', path: made.value.path });
}

/** How often each is done; what the order looks for, twenty times as often as otherwise. */
const OFTEN: Record<Exclude<Focus, 'any'> | 'note' | 'create', number> = {
  ...{ type: 36, checkpoint: 3, photo: 2, publish: 2, delete: 1, note: 3, create: 1, rest: 1, backup: 1 },
};

async function step(): Promise<void> {
  const id = pick([...stories.keys()]);
  if (id === undefined) return create();
  const what = pick(
    Object.entries(OFTEN).flatMap(([name, often]) =>
      Array<string>(name === order.focus ? often * 20 : often).fill(name),
    ),
  );
  if (what === 'checkpoint') return checkpoint(id);
  if (what === 'photo') return takePhoto(order.taken++);
  if (what === 'publish') return publish(id);
  if (what === 'delete') return stories.size > 2 ? remove(id) : create();
  if (what === 'rest') return rest(id);
  if (what === 'backup') return backUp();
  if (what === 'note') return note(id);
  if (what === 'create') return stories.size < 8 ? create() : type(id);
  return type(id);
}

await look();
if ((await desk.accounts.list()).length === 0) {
  mkdirSync(order.out, { recursive: true });
  await desk.destination({ type: 'folder', path: order.out, open: false });
}
await lookAtJobs();
for (let done = 0; done < order.steps; done++) await step();
await desk.close();
say({ say: 'end' });
process.exit(0); // its standard input is still open

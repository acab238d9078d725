// What one library must hold: kept from what the person at the desk said was acknowledged, plus the one thing in flight.
import type { Story } from '../../../story/model.ts';
import { begin, hashOf, next } from './life.ts';
import type { Found, Said } from './said.ts';

type State = { story: Story; seq: number; hash: string };
export type Entry = {
  /** The state that was last acknowledged; null: not even its making was. */
  sure: State | null;
  /** The state that was asked for since, and may be there or not. */
  asked: State | null;
  /** By number: the hash of each state that was acknowledged or found. */
  states: Map<number, string>;
  /** The number the recovery copy has reached. */
  copied: number;
  notes: { sure: string | null; asked: string | null };
  deletion: 'none' | 'asked' | 'sure';
};

export class Ledger {
  readonly stories = new Map<string, Entry>();
  readonly photos = new Set<number>();
  readonly backups = new Set<string>();
  readonly jobs = new Map<string, { storyId: string; done: boolean }>();
  #askedJobs: string[] = [];
  begun = 0;
  taken = 3;
  /** Damage was done by hand: that something was damaged may be said. */
  hurt = false;
  readonly #seed: number;
  readonly #pictures: readonly Buffer[];
  readonly #wrong: (what: string) => void;

  constructor(seed: number, pictures: readonly Buffer[], wrong: (what: string) => void) {
    this.#seed = seed;
    this.#pictures = pictures;
    this.#wrong = wrong;
  }

  hear(said: Said): void {
    switch (said.say) {
      case 'ready':
      case 'end':
        return;
      case 'opened':
        this.#opened(said);
        return;
      case 'idle':
        for (const { id, state, error } of said.jobs)
          if (state !== 'done') this.#wrong(`job ${id} is ${state} (${error}) when nothing runs any more`);
        return;
      case 'create': {
        this.begun = Math.max(this.begun, said.index + 1);
        const story = begin(this.#seed, said.index, this.#pictures);
        const asked = { story, seq: 0, hash: hashOf(story) };
        const notes = { sure: null, asked: null };
        this.stories.set(story.id, {
          ...{ sure: null, asked, states: new Map(), copied: -1, notes, deletion: 'none' },
        });
        return;
      }
      case 'created':
        this.#settle(this.#entry(begin(this.#seed, said.index, this.#pictures).id));
        return;
      case 'send': {
        const entry = this.#entry(said.id);
        const story = next((entry.sure as State).story, this.#seed, said.seq);
        entry.asked = { story, seq: said.seq + 1, hash: hashOf(story) };
        return;
      }
      case 'sent':
        this.#settle(this.#entry(said.id));
        return;
      case 'copied':
        this.#entry(said.id).copied = said.seq;
        return;
      case 'note':
        this.#entry(said.id).notes.asked = said.text;
        return;
      case 'noted':
        this.#entry(said.id).notes = { sure: said.text, asked: null };
        return;
      case 'photo':
        this.taken = Math.max(this.taken, said.number + 1);
        return;
      case 'kept':
        this.photos.add(said.number);
        return;
      case 'publish':
        this.#askedJobs.push(said.id);
        return;
      case 'waiting':
        this.jobs.set(said.job, { storyId: said.id, done: false });
        this.#askedJobs = [];
        return;
      case 'done': {
        const job = this.jobs.get(said.job);
        if (job) job.done = true;
        return;
      }
      case 'backedUp':
        this.backups.add(said.path);
        return;
      case 'delete':
        this.#entry(said.id).deletion = 'asked';
        return;
      case 'deleted':
        this.#entry(said.id).deletion = 'sure';
        return;
      case 'refused':
        this.#wrong(`${said.what} was refused: ${said.code}`);
        return;
      default:
        said satisfies never;
    }
  }

  #entry(id: string): Entry {
    const entry = this.stories.get(id);
    if (!entry) throw new Error(`ledger: nobody began ${id}`);
    return entry;
  }

  #settle(entry: Entry): void {
    const { seq, hash } = entry.asked as State;
    entry.sure = entry.asked;
    entry.asked = null;
    entry.states.set(seq, hash);
  }

  /** The library was opened anew: what is there is what was acknowledged, or that and the one thing in flight. */
  #opened({ problem, stories, jobs }: Extract<Said, { say: 'opened' }>): void {
    if (problem !== null && !this.hurt) this.#wrong(`the library opens with ${problem}`);
    const found = new Map(stories.map((story) => [story.id, story]));
    for (const id of found.keys()) if (!this.stories.has(id)) this.#wrong(`nobody began story ${id}`);
    for (const [id, entry] of this.stories) {
      const story = found.get(id);
      if (story) this.#found(story, entry);
      else if (entry.deletion !== 'none' || !entry.sure) this.stories.delete(id);
      else this.#wrong(`story ${id} is gone`);
    }
    const states = new Map(jobs.map((job) => [job.id, job]));
    for (const [id, job] of this.jobs) {
      const state = states.get(id)?.state;
      if (state === undefined) this.#wrong(`job ${id} is gone`);
      else if (job.done && state !== 'done') this.#wrong(`job ${id} was done and is ${state}`);
    }
    for (const { id, storyId } of jobs) {
      if (this.jobs.has(id)) continue;
      // The enqueueing was in flight.
      if (!this.#askedJobs.includes(storyId)) this.#wrong(`job ${id} was never asked for`);
      this.#askedJobs = [];
      this.jobs.set(id, { storyId, done: false });
    }
    this.#askedJobs = [];
    this.hurt = false;
  }

  #found({ id, seq, hash, problem, note }: Found, entry: Entry): void {
    if (problem !== null && !this.hurt) this.#wrong(`story ${id} opens with ${problem}`);
    if (entry.deletion === 'sure') this.#wrong(`story ${id} was deleted and is back`);
    entry.deletion = 'none';
    const state = [entry.asked, entry.sure].find((one) => one?.hash === hash);
    if (!state) {
      this.#wrong(`story ${id}: what is there at ${seq} is not what was acknowledged`);
      return;
    }
    if (seq < (entry.sure?.seq ?? 0)) this.#wrong(`story ${id} is at ${seq}, and was at ${entry.sure?.seq}`);
    entry.sure = { ...state, seq };
    entry.asked = null;
    entry.states.set(seq, hash);
    const { notes } = entry;
    if (note !== notes.sure && note !== notes.asked)
      this.#wrong(`story ${id}: its notes are not what was acknowledged`);
    entry.notes = { sure: note, asked: null };
  }
}

// The editing surface alone, in a real browser. Not the program: the store is a mock that keeps records in the page.
import '../../../renderer/i18n.ts';
import '../../../renderer/ui/fonts.css';
import '../../../renderer/ui/tokens.css';
import '../../../renderer/ui/base.css';
import './harness.css';
import type { Bridge, CallInput, Result, View } from '../../../preload/contract.ts';
import { coreOf } from '../../../renderer/editor/core.ts';
import { drafter } from '../../../renderer/editor/draft/drafter.ts';
import { type Open, openBar } from '../../../renderer/editor/find/bar.ts';
import { FindBar } from '../../../renderer/editor/find/FindBar.tsx';
import type { Replaced } from '../../../renderer/editor/find/replace.ts';
import { changeCase } from '../../../renderer/editor/letterCase.ts';
import { OutlinePane } from '../../../renderer/editor/outline/OutlinePane.tsx';
import { StoryEditor } from '../../../renderer/editor/StoryEditor.tsx';
import { openSession } from '../../../renderer/editor/session.ts';
import { checkOf } from '../../../renderer/editor/spelling/checks.ts';
import { writeAsHouse } from '../../../renderer/editor/spelling/house.ts';
import { learnt, spelling, toLearn } from '../../../renderer/editor/spelling/settings.ts';
import { Toolbar } from '../../../renderer/editor/Toolbar.tsx';
import { keepTogether } from '../../../renderer/editor/together.ts';
import type { SessionApi, StorySession } from '../../../renderer/editor/types.ts';
import { typing } from '../../../renderer/editor/typing/rules.ts';
import { PLAIN, view } from '../../../renderer/editor/view/view.ts';
import { createQuietRoot } from '../../../renderer/quietRoot.ts';
import { useStore } from '../../../renderer/store.ts';
import { styleHouse } from '../../../renderer/style/house.ts';
import { markingOf } from '../../../renderer/style/marking.ts';
import { StyleMarks } from '../../../renderer/style/StyleMarks.tsx';
import { $lexicalToBlocks } from '../../../story/document.ts';
import { type Change, fold } from '../../../story/journal.ts';
import type { Block, Story } from '../../../story/model.ts';
import type { StyleRule } from '../../../story/style/rules.ts';
import type { Typing } from '../../../story/text/corrections/settings.ts';
import type { LetterCase } from '../../../story/text/letterCase.ts';
import { SPELLING, type Spelling } from '../../../story/text/spelling.ts';

/** The mock store: acknowledges after a moment, and can be told to refuse. */
function mockStore() {
  const records: Change[] = [];
  let refusing = false;
  const api: SessionApi = {
    async append(_id, expectedSeq, change) {
      await new Promise((resolve) => setTimeout(resolve, 2));
      if (refusing) return { ok: false, code: 'diskFull' };
      if (expectedSeq !== records.length) return { ok: false, code: 'stale' };
      records.push(structuredClone(change));
      return { ok: true, value: { seq: records.length, at: new Date().toISOString() } };
    },
    checkpoint: async () => ({ ok: true, value: null }),
  };
  const refuse = (on: boolean) => {
    refusing = on;
  };
  return { api, records, refuse };
}

export type Harness = {
  open(story: Story): void;
  session: StorySession;
  story(): Story;
  /** What the editor shows, read from it afresh. */
  shown(): Block[];
  /** What the mock store could give back. */
  stored(): Story;
  records(): number;
  refuse(on: boolean): void;
  setTyping(patch: Partial<Typing>): void;
  find(mode: Open['mode']): void;
  view(patch: Partial<View>): void;
  setSpelling(patch: Partial<Spelling>): void;
  nextFinding(by: 1 | -1): void;
  /** The house's rules of style, of no set. */
  setStyle(rules: StyleRule[]): void;
  nextStyle(by: 1 | -1): void;
  /** What became of findings, as main would be told. */
  decided: CallInput<'style.decided'>[];
  learnt(): string[];
  asHouse(): Replaced | null;
  keepTogether(): Replaced | null;
  changeCase(to: LetterCase): ReturnType<typeof changeCase>;
  drops: { names: string[]; behind: string | null }[];
  /** A mock of a model: each asking waits for its answer. */
  model: {
    asked: CallInput<'draft.text'>[];
    cancelled: string[];
    answer(result: Result<{ text: string }>): void;
  };
  setModel(on: boolean): void;
  /** What the desk was asked for. */
  asked: string[];
};

/** What the desk shows beside the page. */
function Panes({ session }: { session: StorySession }) {
  const { outline } = useStore(view);
  return outline ? <OutlinePane session={session} onClose={() => view.set(PLAIN)} /> : null;
}

const root = createQuietRoot(document.getElementById('root') as HTMLElement);
const harness: Partial<Harness> = { drops: [], asked: [], decided: [] };
// Main is not here; what it would be told of the house style is kept.
const bridge: Pick<Bridge, 'call'> = {
  async call(name, input) {
    // A library without photos.
    if (name === 'photo.get') return { ok: false, code: 'notFound' };
    if (name !== 'style.decided') throw new Error(`no main here: ${name}`);
    harness.decided?.push(input as CallInput<'style.decided'>);
    return { ok: true, value: null } as never;
  },
};
Object.assign(window, { copydesk: bridge });

harness.setTyping = (patch) => typing.set((now) => ({ ...now, ...patch }));

let waiting: ((result: Result<{ text: string }>) => void)[] = [];
const model: Harness['model'] = {
  asked: [],
  cancelled: [],
  answer: (result) => {
    for (const resolve of waiting) resolve(result);
    waiting = [];
  },
};
harness.model = model;
harness.setModel = (on) =>
  drafter.set(
    on
      ? {
          host: 'localhost:11434',
          isHere: true,
          text(input) {
            model.asked.push(input);
            return new Promise((resolve) => waiting.push(resolve));
          },
          cancel: (id) => model.cancelled.push(id),
        }
      : null,
  );

// Other specs count what is marked.
spelling.set({ ...SPELLING, on: false });
harness.setSpelling = (patch) => spelling.set((now) => ({ ...now, ...patch }));
harness.setStyle = (rules) =>
  styleHouse.set({ sets: [{ id: 'own', name: 'own', rules }], decisions: NO_DECISIONS, unreadable: [] });
const NO_DECISIONS = { off: [], ignored: [], counts: {} };
harness.learnt = () => [...learnt.get()];
toLearn.subscribe(() => learnt.set((now) => new Set([...now, toLearn.get()?.word ?? ''])));

harness.open = (story) => {
  const store = mockStore();
  const session = openSession({ story, seq: 0, readOnly: false, problem: null }, store.api, () => ({
    name: 'Mai',
    fingerprint: 'a1',
  }));
  Object.assign(harness, {
    session,
    story: () => session.story(),
    shown: () => coreOf(session).editor.read($lexicalToBlocks),
    stored: () => fold(story, store.records),
    records: () => store.records.length,
    refuse: store.refuse,
    asHouse: () => writeAsHouse(session),
    keepTogether: () => keepTogether(session),
    changeCase: (to: LetterCase) => changeCase(session, to),
    nextFinding: (by: 1 | -1) => void checkOf(session)?.step(by, async () => false),
    nextStyle: (by: 1 | -1) => void markingOf(session)?.step(by),
    find: (mode: Open['mode']) => openBar(session, mode),
    view: (patch: Partial<View>) => view.set((now) => ({ ...now, ...patch })),
  });
  const onDropPhotos = (files: File[], behind: string | null) =>
    harness.drops?.push({ names: files.map((file) => file.name), behind });
  root.render(
    <main className="harness">
      <h1 className="title">Copydesk</h1>
      <Toolbar session={session} onInsertPhoto={() => {}} />
      <FindBar session={session} />
      <Panes session={session} />
      <div data-scroll>
        <StoryEditor
          key={story.id}
          session={session}
          onDropPhotos={onDropPhotos}
          onInsertPhoto={() => harness.asked?.push('photo')}
          onComment={() => harness.asked?.push('comment')}
        >
          <StyleMarks session={session} />
        </StoryEditor>
      </div>
    </main>,
  );
};
(window as unknown as { harness: Partial<Harness> }).harness = harness;

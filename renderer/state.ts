import type { DestinationView, Person, Prefs, Start } from '../preload/contract.ts';
import { TYPING } from '../story/text/corrections/settings.ts';
import { HOUSE_TIME_ZONE } from '../story/text/embargo.ts';
import { SPELLING } from '../story/text/spelling.ts';
import { call, onEvent, sessionApi } from './api.ts';
import { listenToBackups, loadBackups } from './backup/backup.ts';
import { shortcuts } from './commands.ts';
import { createDesk } from './desk/desk.ts';
import { type Layout, withInspector } from './desk/layout.ts';
import { openSession } from './editor/session.ts';
import { spelling } from './editor/spelling/settings.ts';
import { typing } from './editor/typing/rules.ts';
import { PLAIN, view } from './editor/view/view.ts';
import { setLanguage, t } from './i18n.ts';
import { followChanges, inboxOf, list } from './library/library.ts';
import { indexOf, PAGE } from './library/pages.ts';
import { EVERYTHING, toFind } from './library/query.ts';
import { listenToLinks } from './links/open.ts';
import { captionHouse } from './media/captionHouse.ts';
import { flushNotes } from './notes/notes.ts';
import { type Jobs, withJob } from './publish/jobs.ts';
import { listenToChannel, loadChannel } from './review/channel.ts';
import { followDrafter } from './settings/drafter.ts';
import { listenToTyping } from './settings/typing.ts';
import { followWords, loadWords } from './spelling/words.ts';
import { createStore } from './store.ts';
import { followStyle, houseMark, loadStyle, styleMarks } from './style/house.ts';
import { followTypes, loadTypes } from './types/types.ts';
import { notice, problem } from './ui/toasts.tsx';
import { actor, followHouse } from './workflow/house.ts';

export const TABS = ['story', 'photos', 'review', 'publish'] as const;
export type Tab = (typeof TABS)[number];

export const start = createStore<Start | null>(null);
export const prefs = createStore<Prefs>({
  language: 'vi',
  theme: 'system',
  lastStoryId: null,
  lastDestinationId: null,
  libraryFolder: null,
  typing: TYPING,
  closingMark: '',
  timeZone: HOUSE_TIME_ZONE,
  shortcuts: {},
});
export const person = createStore<Person>({ name: '', fingerprint: '' });
export const online = createStore(true);
export const jobs = createStore<Jobs>(new Map());
export const destinations = createStore<readonly DestinationView[]>([]);
export const layout = createStore<Layout>({
  library: window.innerWidth > 800,
  inspector: false,
  tab: 'story',
  gaveWay: false,
});
/** Opens the inspector, at one of its tabs. */
export const openInspector = (tab: Tab): void =>
  layout.set((now) => ({ ...withInspector(now, true, window.innerWidth), tab }));
/** Which dialog stands over the desk. */
export const dialog = createStore<
  'palette' | 'settings' | 'keyboard' | 'closing' | 'undecided' | 'sending' | 'arrived' | 'templates' | 'legacy' | null
>(null);
/** The comment that is being written: in which story, and the words it is about. */
export const comment = createStore<{ storyId: string; words: string } | null>(null);

export const desk = createDesk({
  open: (id, take) => call('story.open', { id, take }),
  create: () => call('story.create', {}),
  openSession: (opened) => openSession(opened, sessionApi, person.get),
  saveBeside: flushNotes,
  left: (id) => void call('story.leave', { id }),
  remember: (id) => {
    if (!isStoryWindow()) void setPrefs({ lastStoryId: id });
  },
  closeReady: () => void call('window.closeReady', {}),
  closeRefused: () => void call('window.closeRefused', {}),
});

/** Whether this window is one story's own: without a library. */
export const isStoryWindow = (): boolean => start.get()?.window.kind === 'story';

/** What this window changed and main has not kept yet: what main tells of meanwhile is from before it. */
const notKept: Partial<Prefs>[] = [];

/** Shows the preferences at once, and keeps them. */
export async function setPrefs(
  patch: Partial<Omit<Prefs, 'libraryFolder' | 'drafter' | 'signedRoles'> & { signedRoles: null }>,
): Promise<void> {
  notKept.push(patch);
  applyPrefs({ ...prefs.get(), ...patch });
  const kept = await call('prefs.set', patch);
  notKept.splice(notKept.indexOf(patch), 1);
  if (!kept.ok) problem(kept);
}

function applyPrefs(next: Prefs): void {
  prefs.set(next);
  shortcuts.set(next.shortcuts);
  view.set(next.view ?? PLAIN);
  setLanguage(next.language);
  typing.set(next.typing);
  spelling.set(next.spelling ?? SPELLING);
  followDrafter(next.drafter);
  houseMark.set(next.closingMark.trim());
  styleMarks.set(next.styleMarks ?? true);
  captionHouse.set(next.captions ?? {});
  followHouse(next);
  const root = document.documentElement;
  if (next.theme === 'system') delete root.dataset.theme;
  else root.dataset.theme = next.theme;
}

export async function loadDestinations(): Promise<void> {
  const list = await call('destination.list', {});
  if (list.ok) destinations.set(list.value);
  else problem(list);
}

/** Reads what the window starts with, opens the last story, and listens to main from then on. */
export async function startUp(): Promise<void> {
  listen();
  const begun = await call('app.start', {});
  if (!begun.ok) {
    void desk.begin(null);
    problem(begun);
    return;
  }
  applyPrefs(begun.value.prefs);
  person.set(begun.value.person);
  followInbox();
  online.set(begun.value.online);
  const { window: role, library } = begun.value;
  if (role.kind === 'story' || view.get().focus) layout.set((now) => ({ ...now, library: false }));
  start.set(begun.value);
  if (library.state === 'closed') return void desk.begin(null);
  void loadDestinations();
  void loadBackups();
  void loadTypes();
  void loadWords();
  void loadStyle();
  void loadChannel();
  void call('publish.jobs', {}).then((list) => {
    if (list.ok) jobs.set((known) => list.value.reduce(withJob, known));
  });
  if (role.kind === 'story') await desk.begin(role.storyId);
  else await openFirst(begun.value.prefs.lastStoryId);
}

/** The last story, or the newest; none that is in the trash. */
async function openFirst(lastId: string | null): Promise<void> {
  const newest = await list().first();
  let last = lastId !== null && indexOf(list().listing.get(), lastId) >= 0;
  if (lastId !== null && !last) {
    // Not among the newest, but perhaps among the last opened, of which none is in the trash.
    const recent = await call('library.find', toFind({ ...EVERYTHING, shelf: 'recent' }, Date.now(), 0, PAGE));
    last = recent.ok && recent.value.rows.some((row) => row.id === lastId);
  }
  await desk.begin(last ? lastId : (newest?.id ?? null));
}

/** Whose inbox the library shows, and whether others' stories wait for them. */
function followInbox(): void {
  const set = () => inboxOf.set({ ...person.get(), reviews: actor(person.get()).role !== 'reporter' });
  set();
  for (const store of [person, prefs]) store.subscribe(set);
}

function listen(): void {
  followChanges();
  listenToBackups();
  followTypes();
  followStyle();
  listenToTyping();
  followWords();
  listenToLinks();
  listenToChannel();
  onEvent('job.changed', (job) => jobs.set((known) => withJob(known, job)));
  onEvent('receipt.made', (receipt) => notice(t(`publish.made.${receipt.status}`, { name: receipt.destinationName })));
  onEvent('prefs.changed', (now) => applyPrefs(Object.assign({}, now, ...notKept)));
  onEvent('photo.broken', ({ name }) => problem({ ok: false, code: 'photoDamaged', detail: name }));
  onEvent('online.changed', (now) => online.set(now.online));
  const letGo = async (question: number, storyId: string | null) => {
    const left = await desk.letGo(storyId);
    if (!left.ok) problem(left);
    void call('window.answer', { question, agrees: left.ok });
  };
  onEvent('story.wanted', ({ question, storyId }) => void letGo(question, storyId));
  onEvent('library.closing', ({ question }) => void letGo(question, null));
}

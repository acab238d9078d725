import type { CallOutput, ErrorCode } from '../../preload/contract.ts';
import type { Story } from '../../story/model.ts';
import { call, onEvent } from '../api.ts';
import { t } from '../i18n.ts';
import { desk, isStoryWindow, start } from '../state.ts';
import { createStore } from '../store.ts';
import { notice, problem } from '../ui/toasts.tsx';
import { followHealth } from './health.ts';

export type Item = CallOutput<'recovery.report'>[number];

/** What was unusual and has not been seen yet, the newest first. */
export const report = createStore<readonly Item[]>([]);
/** Whether the recovery screen stands in the place of the desk, and at which item. */
export const recovery = createStore<{ open: boolean; id: string | null }>({ open: false, id: null });

/** What the start found wrong and could not note, on a disk that takes nothing. */
export const unnoted = createStore<ErrorCode | null>(null);

/** Whether a story was affected: then it is shown first, before anything is written on. */
export const isGrave = ({ what }: Item): boolean => what === 'mended' || what === 'restored' || what === 'lost';

export async function loadReport(): Promise<void> {
  const read = await call('recovery.report', {});
  if (read.ok) report.set(read.value);
  else problem(read);
}

/** At the start: the screen comes first where stories were affected; later finds only raise the banner. */
export async function startRecovery(): Promise<void> {
  if (start.get()?.library.state !== 'open') return;
  followHealth();
  if (isStoryWindow()) return;
  onEvent('recovery.changed', () => void loadReport());
  await loadReport();
  if (report.get().length === 0) unnoted.set(start.get()?.libraryProblem ?? null);
  if (report.get().some(isGrave)) recovery.set({ open: true, id: null });
}

/** Shows the screen, at what was found of that story. */
export async function showRecovery(storyId: string | null): Promise<void> {
  await loadReport();
  const item = report.get().find((one) => storyId !== null && one.storyId === storyId);
  recovery.set({ open: true, id: item?.id ?? null });
}

export const leaveRecovery = (): void => recovery.set({ open: false, id: null });

/** The person has seen these: they are not told again. */
export async function settle(ids: readonly string[]): Promise<boolean> {
  const settled = await call('recovery.seen', { ids: [...ids] });
  if (settled.ok) report.set((now) => now.filter((item) => !ids.includes(item.id)));
  else problem(settled);
  return settled.ok;
}

/** Goes on with that state of the story, as a new version on top of the present one: it can be undone. */
export async function goOnWith(item: Item, story: Story): Promise<boolean> {
  const opened = await desk.open(story.id, true);
  const session = desk.session();
  if (!opened.ok || session?.storyId !== story.id) {
    if (!opened.ok) problem(opened);
    return false;
  }
  session.apply(story);
  const saved = await session.flush('blur');
  if (!saved.ok) {
    problem(saved);
    return false;
  }
  if (!(await settle([item.id]))) return false;
  notice(t('recovery.chosen'));
  return true;
}

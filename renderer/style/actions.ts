import { call } from '../api.ts';
import { coreOf } from '../editor/core.ts';
import { controlOf } from '../editor/find/paint.ts';
import { replaceFound } from '../editor/find/replace.ts';
import type { Found } from '../editor/find/searcher.ts';
import { revealFound, selectFound } from '../editor/find/show.ts';
import type { StorySession } from '../editor/types.ts';
import { goTo } from '../goTo.ts';
import { t } from '../i18n.ts';
import { notice, problem } from '../ui/toasts.tsx';
import { checkOf, type Spot } from './check.ts';
import { forget } from './sets.ts';

/** Writes what the rule says in the place of what it found, in one step of undo; formats and marks stay. */
export async function accept(session: StorySession, spots: readonly Spot[]): Promise<void> {
  const core = coreOf(session);
  const [first] = spots;
  if (!first || session.readOnly || core.composing || core.editor.isComposing()) return;
  const words = new Map<Found, string>();
  for (const { instead, from, to, passage } of spots)
    if (instead !== null) words.set({ start: from, end: to, passage }, instead);
  const { all } = replaceFound(session, core, [...words.keys()], (match) => words.get(match) ?? '');
  await checkOf(session).look();
  await decided(first.rule, all, 0, null);
}

export async function ignoreOnce(session: StorySession, spot: Spot): Promise<void> {
  checkOf(session).ignoreOnce(spot);
  await decided(spot.rule, 0, 1, null);
}

/** These words are right in this newsroom, whatever the rule says. */
export async function ignoreForEver({ rule, found }: Spot): Promise<void> {
  if (!(await decided(rule, 0, 1, found))) return;
  notice(t('style.ignored', { words: found }), { label: t('style.takeBack'), run: () => void forget(rule, found) });
}

/** Whether it is kept. */
async function decided(rule: string, accepted: number, ignored: number, words: string | null): Promise<boolean> {
  if (accepted + ignored === 0) return false;
  const kept = await call('style.decided', { rule, accepted, ignored, words });
  if (!kept.ok) problem(kept);
  return kept.ok;
}

/** Selects what was found, and scrolls to it; a field that is not on the screen is shown first. */
export async function goToSpot(session: StorySession, { passage, from, to }: Spot): Promise<void> {
  const core = coreOf(session);
  const { place } = passage;
  const found: Found = { passage, start: from, end: to };
  if ('field' in place && !controlOf(core, place)) {
    goTo(session, place);
    for (let frames = 20; frames > 0 && !controlOf(core, place); frames -= 1)
      await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  revealFound(core, found);
  selectFound(core, found);
}

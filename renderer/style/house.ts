import type { StyleHouse } from '../../preload/contract.ts';
import { rulesOf } from '../../story/style/house.ts';
import type { StyleRule } from '../../story/style/rules.ts';
import { call, onEvent } from '../api.ts';
import { createStore } from '../store.ts';
import { problem } from '../ui/toasts.tsx';

/** The house's sets of rules and what it has decided about them. */
export const styleHouse = createStore<StyleHouse>({
  sets: [],
  decisions: { off: [], ignored: [], counts: {} },
  unreadable: [],
});
/** Rules that took too long, by their keys: off until the program ends, or they are changed. */
export const stoppedRules = createStore<ReadonlyMap<string, StyleRule>>(new Map());

/** Those that look at stories now, each under its key. */
export function activeRules(): StyleRule[] {
  const { sets, decisions } = styleHouse.get();
  return rulesOf(sets, decisions).filter((rule) => !isStopped(rule));
}

/** A rule that was edited since gets another chance. */
export const isStopped = (rule: StyleRule): boolean =>
  JSON.stringify(stoppedRules.get().get(rule.id)?.find) === JSON.stringify(rule.find);

export async function loadStyle(): Promise<void> {
  const list = await call('style.list', {});
  if (list.ok) styleHouse.set(list.value);
  else problem(list);
}

/** Reads the rules anew whenever any window changes them. */
export const followStyle = (): (() => void) => onEvent('style.changed', () => void loadStyle());

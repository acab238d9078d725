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

/** The mark that closes a story, as the newsroom has set it; '' for none. */
export const houseMark = createStore('');

/** A rule that asks for the newsroom's own mark, with that mark. */
export const withHouseMark = (rule: StyleRule): StyleRule =>
  'closing' in rule.find && rule.find.closing === '' ? { ...rule, find: { closing: houseMark.get() } } : rule;

/** Whether what is found is underlined in the text. */
export const styleMarks = createStore(true);

let lately: { of: readonly unknown[]; rules: readonly StyleRule[] } = { of: [], rules: [] };

/** Those that look at stories now, each under its key. The same array as long as nothing about them changes. */
export function activeRules(): readonly StyleRule[] {
  const of = [styleHouse.get(), stoppedRules.get(), houseMark.get()] as const;
  if (of.some((one, index) => one !== lately.of[index])) {
    const [{ sets, decisions }] = of;
    const rules = rulesOf(sets, decisions).map(withHouseMark);
    lately = { of, rules: rules.filter((rule) => !isStopped(rule)) };
  }
  return lately.rules;
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

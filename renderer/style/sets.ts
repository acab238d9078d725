import type { StyleOffer, StyleSet } from '../../preload/contract.ts';
import { newId } from '../../story/ids.ts';
import { BUILT_IN_SET } from '../../story/style/house.ts';
import type { StyleRule } from '../../story/style/rules.ts';
import { slugOf } from '../../story/text/slug.ts';
import { call } from '../api.ts';
import { language, t } from '../i18n.ts';
import { notice, problem } from '../ui/toasts.tsx';
import { loadStyle, styleHouse } from './house.ts';

/** A rule that is being written, and the set it belongs to. */
export type EditedRule = { set: string; rule: StyleRule };

/** Where a newsroom's new rules go: its first own set, or a new one. */
const ownSet = (): Pick<StyleSet, 'name' | 'rules'> =>
  styleHouse.get().sets.find(({ id }) => id !== BUILT_IN_SET) ?? { name: t('style.ownSet'), rules: [] };

const newRuleId = (name: string): string => {
  const slug = slugOf(name)
    .replace(/[^a-z0-9-]/g, '')
    .slice(0, 40)
    .replace(/^-+|-+$/g, '')
    .replace(/-+/g, '-');
  return `${slug || 'rule'}-${newId()
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')}`.slice(0, 80);
};

export const emptyRule = (): EditedRule => ({
  set: ownSet().name,
  rule: {
    id: newRuleId('rule'),
    name: t('style.newName'),
    why: '',
    source: '',
    language: language(),
    kind: 'preferred',
    find: { pairs: [['', '']], anyCase: false },
    except: [],
    on: true,
  },
});

/** A copy in the newsroom's own set. */
export const copyOfRule = (rule: StyleRule): EditedRule => ({
  set: ownSet().name,
  rule: { ...rule, id: newRuleId(rule.name), name: t('style.copyOf', { name: rule.name }).slice(0, 300), on: true },
});

const rulesIn = (name: string): StyleRule[] =>
  styleHouse.get().sets.find((set) => set.id !== BUILT_IN_SET && set.name === name)?.rules ?? [];

/** Keeps a rule in its set; says what failed. */
export async function saveRule({ set, rule }: EditedRule): Promise<boolean> {
  const rules = rulesIn(set);
  const isKnown = rules.some(({ id }) => id === rule.id);
  const next = isKnown ? rules.map((one) => (one.id === rule.id ? rule : one)) : [...rules, rule];
  return told(await call('style.save', { name: set, rules: next }), t('style.saved', { name: rule.name }));
}

export async function removeRule({ set, rule }: EditedRule): Promise<void> {
  const rules = rulesIn(set).filter(({ id }) => id !== rule.id);
  await told(await call('style.save', { name: set, rules }), t('style.deleted', { name: rule.name }));
}

export async function removeSet({ id, name }: StyleSet): Promise<void> {
  await told(await call('style.remove', { id }), t('style.deleted', { name }));
}

/** Shown at once; where it cannot be kept, it goes back. */
export async function switchRule(rule: string, on: boolean): Promise<void> {
  styleHouse.set((now) => {
    const off = now.decisions.off.filter((one) => one !== rule);
    return { ...now, decisions: { ...now.decisions, off: on ? off : [...off, rule] } };
  });
  if (!(await told(await call('style.switch', { rule, on }), null))) await loadStyle();
}

export async function forget(rule: string, words: string): Promise<void> {
  await told(await call('style.forget', { rule, words }), null);
}

export async function exportSet(id: string): Promise<void> {
  const given = await call('style.export', { id });
  if (given.ok) notice(t('style.exported', { path: given.value.path }));
  else problem(given);
}

/** What a file of the person's choice holds; null where there is none, or it is refused. */
export async function readSet(): Promise<StyleOffer | null> {
  const read = await call('style.read', {});
  if (read.ok) return read.value;
  problem(read);
  return null;
}

export async function takeSet({ name }: StyleOffer): Promise<void> {
  await told(await call('style.take', {}), t('style.taken', { name }));
}

async function told(done: Awaited<ReturnType<typeof call<'style.save'>>>, words: string | null): Promise<boolean> {
  if (!done.ok) {
    problem(done);
    return false;
  }
  await loadStyle();
  if (words) notice(words);
  return true;
}

import { type Block, FORMATS, type Run, SETTINGS, type Setting, type Suggestion } from '../../model.ts';
import { same } from '../same.ts';
import { byAge } from './decide.ts';
import type { Recorder } from './recorder.ts';

/** Texts of a figure or an embed are decided one by one; everything else that a block is, together. */
const TEXTS: readonly Setting[] = ['caption', 'credit', 'copyright', 'alt', 'galleryCaption'];

type Settings = Partial<Record<Setting, unknown>>;
const settingsOf = (block: Block): Settings =>
  Object.fromEntries(SETTINGS.flatMap((name) => (name in block ? [[name, (block as Settings)[name]]] : [])));

/** The marks of a block whose settings were changed: each group of settings under one suggestion, that knows how it was. */
export function settingMarks(
  before: Block,
  after: Block,
  marks: readonly string[],
  recorder: Recorder,
): readonly string[] {
  if (before === after) return marks;
  const [old, now] = [settingsOf(before), settingsOf(after)];
  const changed = SETTINGS.filter((name) => !same(old[name], now[name]));
  if (changed.length === 0) return marks;
  const isApart = (name: Setting) => before.type !== 'table' && TEXTS.includes(name);
  const groups = [...changed.filter(isApart).map((name) => [name]), changed.filter((name) => !isApart(name))];
  return groups
    .filter((group) => group.length > 0)
    .reduce((list, group) => groupMarks(old, now, group, list, recorder), marks);
}

function groupMarks(
  old: Settings,
  now: Settings,
  group: readonly Setting[],
  marks: readonly string[],
  recorder: Recorder,
) {
  const overlaps = (one: Suggestion | undefined) =>
    one?.kind === 'change' &&
    (group.length === 1
      ? group.some((name) => name in one.was)
      : !TEXTS.some((name) => name in one.was && !group.includes(name)));
  const earlier = marks.filter((id) => overlaps(recorder.get(id)));
  const was: Settings = Object.fromEntries(group.map((name) => [name, old[name] ?? null]));
  for (const id of earlier) {
    const one = recorder.get(id);
    if (one?.kind === 'change') Object.assign(was, one.was);
  }
  for (const [name, value] of Object.entries(was))
    if (same(value, now[name as Setting] ?? null)) delete was[name as Setting];
  const others = marks.filter((id) => !earlier.includes(id));
  if (Object.keys(was).length === 0) return others;
  const own = earlier.find((id) => recorder.isOwn(id) && sameWas(recorder.get(id), was));
  return [...others, own ?? recorder.add({ kind: 'change', was })].sort();
}

const sameWas = (one: Suggestion | undefined, was: Settings): boolean => one?.kind === 'change' && same(one.was, was);

type Set = Omit<Extract<Suggestion, { kind: 'format' }>['was'], never>;
const setOf = (run: Run): Set => ({
  ...Object.fromEntries(FORMATS.flatMap((name) => (run[name] ? [[name, true]] : []))),
  ...(run.link !== undefined && { link: run.link }),
});

/** The marks of a letter that was set differently. `last`: the format suggested for the letter before it. */
export function formatMarks(
  before: Run,
  after: Run,
  marks: readonly string[],
  recorder: Recorder,
  last: string | null,
): readonly string[] {
  if (FORMATS.every((name) => before[name] === after[name]) && before.link === after.link) return marks;
  if (marks.some((id) => recorder.isOwn(id) && recorder.get(id)?.kind === 'insertion')) return marks;
  const formats = marks.flatMap((id) => {
    const one = recorder.get(id);
    return one?.kind === 'format' ? [one] : [];
  });
  const was = formats.sort(byAge)[0]?.was ?? setOf(before);
  const others = marks.filter((id) => recorder.get(id)?.kind !== 'format');
  const now = setOf(after);
  if (same(was, now)) return others;
  const fits = (id: string | undefined | null): id is string => {
    const one = id ? recorder.get(id) : undefined;
    return one?.kind === 'format' && recorder.isOwn(one.id) && same(one.was, was);
  };
  const own = formats.map(({ id }) => id).find(fits) ?? (fits(last) ? last : recorder.add({ kind: 'format', was }));
  return [...others, own].sort();
}

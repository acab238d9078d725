import { patternTrouble, ruleSchema, type StyleRule } from '../../story/style/rules.ts';
import { z } from '../../story/zod.ts';

export const KINDS = ruleSchema.shape.kind.options;
export const HOWS = ['pairs', 'words', 'pattern', 'closing'] as const;
export type How = (typeof HOWS)[number];

/** What is wrong with a form; `message`: the engine's words on a pattern. */
export type RuleProblem = { code: 'name' | 'why' | 'look' | 'empty' | 'pattern' | 'since' | 'other'; message: string };
export type ReadRule = { ok: true; rule: StyleRule } | { ok: false; problem: RuleProblem };

const ARROW = /\s*(?:→|->|=>|\t)\s*/;
const lines = (text = ''): string[] =>
  text
    .normalize('NFC')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

export const howOf = ({ find }: StyleRule): How => HOWS.find((how) => how in find) ?? 'words';

/** What a rule looks for, as the form shows it. */
export function lookText({ find }: StyleRule): string {
  if ('pairs' in find) return find.pairs.map(([wrong, right]) => `${wrong} → ${right}`).join('\n');
  if ('closing' in find) return find.closing;
  return 'words' in find ? find.words.join('\n') : find.pattern;
}

/** The rule that a form says; `before` gives what the form does not show. */
export function ruleOfForm(before: StyleRule, form: Readonly<Record<string, string>>): ReadRule {
  const wrong = (code: RuleProblem['code'], message = ''): ReadRule => ({ ok: false, problem: { code, message } });
  const name = (form.name ?? '').trim().normalize('NFC');
  if (name === '') return wrong('name');
  const why = (form.why ?? '').trim().normalize('NFC');
  if (why === '') return wrong('why');
  const anyCase = form.anyCase !== undefined;
  const items = lines(form.look);
  if (items.length === 0 && form.how !== 'closing') return wrong('look');
  let find: unknown = { words: items, anyCase };
  if (form.how === 'pairs') {
    const pairs = items.map((item) => item.split(ARROW));
    if (pairs.some((pair) => pair.length !== 2 || pair.includes(''))) return wrong('look');
    find = { pairs, anyCase };
  }
  if (form.how === 'pattern') {
    const pattern = (form.look ?? '').normalize('NFC').replaceAll('\n', '');
    const trouble = patternTrouble(pattern);
    if (trouble !== null) return trouble === 'empty' ? wrong('empty') : wrong('pattern', trouble);
    find = { pattern, anyCase };
  }
  if (form.how === 'closing') find = { closing: items.join(' ') };
  const since = form.since ?? '';
  if (since !== '' && !z.iso.date().safeParse(since).success) return wrong('since');
  const { replace: _, blocks: __, since: ___, ...rest } = before;
  const parsed = ruleSchema.safeParse({
    ...rest,
    name,
    why,
    source: (form.source ?? '').normalize('NFC'),
    language: form.language,
    kind: form.kind,
    find,
    ...(form.how !== 'pairs' && form.how !== 'closing' && form.instead && { replace: form.instead.normalize('NFC') }),
    except: lines(form.except),
    ...(since !== '' && { since }),
    ...(form.blocks !== undefined && { blocks: true }),
  });
  return parsed.success ? { ok: true, rule: parsed.data } : wrong('other');
}

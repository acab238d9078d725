import type { FieldName, Language } from '../../story/model.ts';
import { ALWAYS, type FieldRule, type StoryType, TYPED_FIELDS, typeName } from '../../story/types/type.ts';

/** Fields in which every story of a type may begin with the same. */
export const WITH_VALUE: ReadonlySet<FieldName> = new Set([
  ...(['kicker', 'place', 'byline', 'closingMark', 'section', 'tags', 'priority', 'wordTarget'] as const),
  ...(['sources', 'editorNote'] as const),
]);
/** Fields that hold one value, which has no length. */
export const WITHOUT_LIMIT: ReadonlySet<FieldName> = new Set(['date', 'slug', 'priority', 'embargo', 'wordTarget']);

export type FormProblem = { name: true } | { limit: FieldName };
export type FormResult = { ok: true; type: StoryType } | { ok: false; problem: FormProblem };

/** The type as a form has it: `name`, `language`, and for each field `NAME.use`, `.limit`, `.value`, `.help`. */
export function typeOfForm(type: StoryType, values: Readonly<Record<string, string>>, language: Language): FormResult {
  const text = (key: string): string => (values[key] ?? '').normalize('NFC').trim();
  const name = text('name').replace(/\s+/g, ' ');
  if (name === '') return { ok: false, problem: { name: true } };
  const fields: StoryType['fields'] = {};
  for (const field of TYPED_FIELDS) {
    const limit = text(`${field}.limit`);
    if (limit !== '' && !isLimit(limit)) return { ok: false, problem: { limit: field } };
    const use = ALWAYS.has(field) ? 'required' : text(`${field}.use`);
    const rule: FieldRule = {
      ...(use === 'required' || use === 'hidden' ? { use } : {}),
      ...(limit !== '' ? { limit: Number(limit) } : {}),
      ...(text(`${field}.value`) !== '' ? { value: text(`${field}.value`) } : {}),
      ...(text(`${field}.help`) !== '' ? { help: text(`${field}.help`) } : {}),
    };
    if (Object.keys(rule).length > 0) fields[field] = rule;
  }
  const given = text('language');
  return {
    ok: true,
    type: {
      id: type.id,
      // A name in both languages stays so until somebody gives another.
      name: name === typeName(type, language) ? type.name : name,
      language: given === 'vi' || given === 'en' ? given : null,
      fields,
    },
  };
}

const isLimit = (text: string): boolean => /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 20_000;

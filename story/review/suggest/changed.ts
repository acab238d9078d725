import {
  type Block,
  FIGURE_FIELDS,
  type FigureField,
  FORMATS,
  type Format,
  isTextBlock,
  type Setting,
  type Suggestion,
} from '../../model.ts';

/** Formats that a stretch gets or loses, and its link before and after (null: none); `link` absent: it stays. */
export type FormatChange = {
  formats: { format: Format; isOn: boolean }[];
  link?: { was: string | null; now: string | null };
};

export function formatChange({ id, was }: Extract<Suggestion, { kind: 'format' }>, block: Block): FormatChange {
  const run = isTextBlock(block) ? block.runs.find((one) => one.suggestions?.includes(id)) : undefined;
  const formats = FORMATS.flatMap((format) => (run?.[format] === was[format] ? [] : [{ format, isOn: !was[format] }]));
  const [old, now] = [was.link ?? null, run?.link ?? null];
  return { formats, ...(old !== now && { link: { was: old, now } }) };
}

/** Settings of a block that are proposed otherwise: the block as it is, and as it was. */
export type Change = { settings: Setting[]; block: Block; was: Partial<Record<Setting, unknown>> };

type ChangeEntry = Change & { part?: FigureField; words?: { before: string; after: string } };

/** Of one text of a block, which one, and its words before and after. */
export function changeEntry({ was }: Extract<Suggestion, { kind: 'change' }>, block: Block): ChangeEntry {
  const settings = Object.keys(was) as Setting[];
  const change = { settings, block, was };
  const [name] = settings;
  if (settings.length !== 1 || !isText(name)) return change;
  const now = (block as Partial<Record<Setting, unknown>>)[name];
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  return {
    ...change,
    ...(FIGURE_FIELDS.includes(name as FigureField) && { part: name as FigureField }),
    words: { before: text(was[name]), after: text(now) },
  };
}

const isText = (name: Setting | undefined): name is FigureField | 'url' =>
  name === 'url' || FIGURE_FIELDS.includes(name as FigureField);

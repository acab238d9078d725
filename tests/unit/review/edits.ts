import fc from 'fast-check';
import {
  type Block,
  type Embed,
  type Figure,
  isTextBlock,
  type Run,
  type Story,
  type Table,
  type TextBlock,
} from '../../../story/model.ts';
import { figure, idOf, para, story } from './kit.ts';

/** One random act of a person, as numbers that are taken modulo what is there. */
export type Act = { kind: (typeof KINDS)[number]; at: number; from: number; length: number };
const KINDS = [
  'type',
  'replace',
  'delete',
  'split',
  'join',
  'move',
  'remove',
  'insert',
  'retype',
  'bold',
  'caption',
  'photo',
  'divide',
  'cell',
  'row',
  'card',
  'box',
  'gallery',
  'headline',
] as const;

const number = fc.nat(1000);
export const acts = fc.array(
  fc.record({ kind: fc.constantFrom(...KINDS), at: number, from: number, length: fc.integer({ min: 1, max: 6 }) }),
  { maxLength: 8 },
);

const sentence = (paragraph: number, length: number): string =>
  Array.from({ length }, (_, word) => `g${paragraph}${'abcdefghijklmnop'[word]}`).join(' ');
const cells = (row: number): string[] => ['a', 'b', 'c'].map((column) => `c${row}${column} d${row}${column}`);
/** Every word of it is different, so that one can be looked for. */
export const start: Story = story(
  [
    para(1, `${sentence(1, 9)}.`),
    para(2, `${sentence(2, 12)}, ${sentence(3, 4)}.`),
    figure(3, { caption: sentence(4, 5), credit: '' }),
    para(4, sentence(5, 3)),
    { id: idOf(8), type: 'divider' },
    { id: idOf(10), type: 'embed', url: 'https://a.example/start', caption: sentence(9, 4) },
    { id: idOf(9), type: 'table', header: true, caption: sentence(8, 2), rows: [1, 2, 3].map((row) => cells(row)) },
    para(5),
    para(6, sentence(6, 14)),
  ],
  { fields: { ...story([]).fields, headline: sentence(7, 6) } },
);

/** The story after the acts of one person, whose words begin with `name` and whose blocks have their own ids. */
export function edited(of: Story, list: readonly Act[], name: string): Story {
  const ids = name === 'o' ? 0x1000 : 0x2000;
  return list.reduce((now, act, index) => perform(now, act, `${name}${index}`, idOf(ids + index)), of);
}

const split = (text: string): string[] => text.split(/(?<= )/);
function splice(text: string, act: Act, remove: number, word: string): string {
  const parts = split(text);
  const from = act.from % (parts.length + 1);
  const before = parts.slice(0, from).join('');
  const gap = before !== '' && !before.endsWith(' ') && word !== '' ? ' ' : '';
  return before + gap + (word && `${word} `) + parts.slice(from + remove).join('');
}

function perform(of: Story, act: Act, word: string, newId: string): Story {
  const index = act.at % Math.max(of.body.length, 1);
  const block = of.body[index];
  const body = (...blocks: Block[]): Story => ({ ...of, body: of.body.toSpliced(index, 1, ...blocks) });
  const isText = block && isTextBlock(block);
  const text = isText ? block.runs.map((run) => run.text).join('') : '';
  const withRuns = (...runs: Run[]): Block => ({ ...(block as TextBlock), runs: runs.filter((run) => run.text) });
  switch (act.kind) {
    case 'headline':
      return { ...of, fields: { ...of.fields, headline: splice(of.fields.headline, act, act.length % 3, word) } };
    case 'insert':
      return { ...of, body: of.body.toSpliced(index, 0, { id: newId, type: 'paragraph', runs: [{ text: word }] }) };
    case 'divide':
      return { ...of, body: of.body.toSpliced(index, 0, { id: newId, type: 'divider' }) };
    case 'box': {
      const { box, ...plain } = block ?? {};
      return block ? body({ ...plain, ...(!box && { box: true }) } as Block) : of;
    }
    case 'move':
      return block ? { ...of, body: of.body.toSpliced(index, 1).toSpliced(act.from % of.body.length, 0, block) } : of;
    case 'remove':
      return of.body.length > 1 ? body() : of;
    case 'caption':
    case 'photo':
    case 'gallery':
      return changeFigure(of, act, word);
    case 'card':
      return changeEmbed(of, act, word);
    case 'cell':
    case 'row':
      return changeTable(of, act, word);
    default:
      break;
  }
  if (!isText) return of;
  const cut = split(text)
    .slice(0, act.from % (split(text).length + 1))
    .join('').length;
  switch (act.kind) {
    case 'type':
      return body(withRuns({ text: splice(text, act, 0, word) }));
    case 'replace':
      return body(withRuns({ text: splice(text, act, act.length, word) }));
    case 'delete':
      return body(withRuns({ text: splice(text, act, act.length, '') }));
    case 'split':
      return body(withRuns({ text: text.slice(0, cut) }), {
        id: newId,
        type: 'paragraph',
        runs: [{ text: text.slice(cut) }],
      });
    case 'join': {
      const next = of.body[index + 1];
      if (!next || !isTextBlock(next)) return of;
      const gap = text === '' || text.endsWith(' ') ? '' : ' ';
      const joined = withRuns({ text: text + gap }, ...next.runs);
      return { ...of, body: of.body.toSpliced(index, 2, joined) };
    }
    case 'retype':
      return body({ id: block.id, type: 'heading', level: act.from % 2 ? 2 : 3, runs: block.runs });
    case 'bold':
      return body(withRuns({ text: text.slice(0, cut) }, { text: text.slice(cut), bold: true }));
  }
}

function changeFigure(of: Story, act: Act, word: string): Story {
  const change = (old: Figure): Figure => {
    const { box, ...plain } = old;
    if (act.kind === 'gallery') return { ...plain, gallery: true, ...(box && { box }) };
    return act.kind === 'photo'
      ? { ...old, photo: (act.from % 16).toString(16).repeat(64), alt: word }
      : { ...old, caption: splice(old.caption, act, act.length % 3, word) };
  };
  return { ...of, body: of.body.map((block) => (block.type === 'figure' ? change(block) : block)) };
}

/** Words typed in a cell; or a row that comes or goes. */
function changeTable(of: Story, act: Act, word: string): Story {
  const change = (old: Table): Table => {
    const row = act.from % old.rows.length;
    const width = old.rows[0]!.length;
    if (act.kind === 'cell') {
      const column = act.at % width;
      const cell = splice(old.rows[row]![column]!, { ...act, from: act.length }, act.length % 3, word);
      return { ...old, rows: old.rows.with(row, old.rows[row]!.with(column, cell)) };
    }
    if (act.length % 2 && old.rows.length > 1) return { ...old, rows: old.rows.toSpliced(row, 1) };
    return {
      ...old,
      rows: old.rows.toSpliced(
        row,
        0,
        Array.from({ length: width }, (_, at) => `${word}${'xyz'[at]}`),
      ),
    };
  };
  return { ...of, body: of.body.map((block) => (block.type === 'table' ? change(block) : block)) };
}

/** Another address, or words in the caption of a card. */
function changeEmbed(of: Story, act: Act, word: string): Story {
  const change = (old: Embed): Embed =>
    act.length % 2
      ? { ...old, url: `https://a.example/${word}` }
      : { ...old, caption: splice(old.caption, act, act.length % 3, word) };
  return { ...of, body: of.body.map((block) => (block.type === 'embed' ? change(block) : block)) };
}

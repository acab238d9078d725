import { expect, test } from 'vitest';
import { parseTemplate, storyFrom, templateName, writeTemplate } from '../../../story/formats/template/template.ts';
import { newId } from '../../../story/ids.ts';
import { emptyStory, type Story, storySchema } from '../../../story/model.ts';

const AT = '2026-03-01T08:00:00.000Z';
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const thread = newId();
const base = emptyStory('vi', '2025-03-01T08:00:00.000Z');
const story: Story = storySchema.parse({
  ...base,
  status: 'inReview',
  fields: { ...base.fields, headline: '[Tít]', standfirst: 'Sapo\u0302' },
  body: [
    { id: newId(), type: 'heading', level: 2, runs: [{ text: 'Diễn biến', threads: [thread] }] },
    {
      ...{ id: newId(), type: 'figure', photo: 'ab'.repeat(32), width: 6, height: 4, caption: 'Lũ', credit: '' },
      ...{ copyright: '', alt: '', unchecked: [] },
    },
    { id: newId(), type: 'listItem', list: 'bullet', indent: 1, runs: [{ text: 'Ghi bàn: ', bold: true }] },
  ],
});
const file = (): Record<string, unknown> & { story: Record<string, unknown> } =>
  JSON.parse(writeTemplate('Tin', story));
const codeOf = (data: unknown): string => {
  const parsed = parseTemplate(bytes(typeof data === 'string' ? data : JSON.stringify(data)));
  return parsed.ok ? 'ok' : parsed.code;
};

test('a template is the words of a story and nothing else of it', () => {
  const text = writeTemplate('Tin', story);
  for (const absent of [story.id, thread, 'ab'.repeat(32), 'Lũ', 'inReview', 'threads'])
    expect(text).not.toContain(absent);
  const parsed = parseTemplate(bytes(text));
  if (!parsed.ok) throw new Error(parsed.code);
  expect(parsed.value.name).toBe('Tin');
  const made = storyFrom(parsed.value, AT);
  expect(storySchema.parse(made)).toEqual(made);
  expect(made).toMatchObject({ status: 'draft', approval: null, threads: {}, createdAt: AT, language: 'vi' });
  expect(made.fields).toEqual({ ...story.fields, standfirst: 'Sapô' });
  expect(made.body.map(({ id: _, ...block }) => block)).toEqual([
    { type: 'heading', level: 2, runs: [{ text: 'Diễn biến' }] },
    { type: 'listItem', list: 'bullet', indent: 1, runs: [{ text: 'Ghi bàn: ', bold: true }] },
  ]);
});

test('every story made from a template has ids of its own', () => {
  const parsed = parseTemplate(bytes(writeTemplate('Tin', story)));
  if (!parsed.ok) throw new Error(parsed.code);
  const ids = [1, 2].flatMap(() => {
    const made = storyFrom(parsed.value, AT);
    return [made.id, ...made.body.map((block) => block.id)];
  });
  expect(new Set(ids).size).toBe(ids.length);
});

test.each([
  ['nothing', ''],
  ['no JSON', 'một bài văn xuôi'],
  ['another JSON', '{"a":1}'],
  ['a list', '[]'],
  ['null', 'null'],
  ['a format of another name', { ...file(), format: 'copydesk' }],
])('%s is no template', (_name, data) => expect(codeOf(data)).toBe('notATemplate'));

test('bytes that are no text are no template', () => {
  expect(parseTemplate(new Uint8Array([0x50, 0x4b, 0xff, 0xfe]))).toEqual({ ok: false, code: 'notATemplate' });
});

test.each([
  ['cut short', writeTemplate('Tin', story).slice(0, -30)],
  ['without a name', { ...file(), name: ' \u0000 ' }],
  ['with a name that is none', { ...file(), name: { toString: 'x' } }],
  ['without a story', { ...file(), story: null }],
  ['with more than a template has', { ...file(), notes: 'x' }],
  ['with a field that is no text', { ...file(), story: { ...file().story, fields: { ...base.fields, headline: 7 } } }],
  ['with a field nobody knows', { ...file(), story: { ...file().story, fields: { ...base.fields, onload: 'x' } } }],
  ['with a block nobody knows', { ...file(), story: { ...file().story, body: [{ type: 'script', runs: [] }] } }],
  ['with a body that is no list', { ...file(), story: { ...file().story, body: 'x' } }],
  ['of another language', { ...file(), story: { ...file().story, language: 'fr' } }],
  ['with too many blocks', { ...file(), story: { ...file().story, body: Array(20_001).fill({}) } }],
  ['of a version that never was', { ...file(), version: 0 }],
])('a template %s is damaged', (_name, data) => expect(codeOf(data)).toBe('damagedTemplate'));

test('a template of a newer program says so', () => {
  expect(codeOf({ ...file(), version: 2 })).toBe('newerTemplate');
  expect(codeOf({ ...file(), story: { ...file().story, version: 99 } })).toBe('newerTemplate');
});

test('a template of the first schema of stories is brought to this one', () => {
  const { section: _, tags: __, ...fields } = base.fields;
  expect(codeOf({ ...file(), story: { ...file().story, version: 1, fields } })).toBe('ok');
});

test('a file that is too large is not even read', () => {
  expect(parseTemplate(new Uint8Array(4 * 1024 * 1024 + 1))).toEqual({ ok: false, code: 'fileTooLarge' });
});

test('links that may not be followed, control characters, marks of review and ids of others do not come in', () => {
  const id = newId();
  const body = [
    {
      ...{ id, type: 'paragraph' },
      runs: [
        { text: 'bấm\u0000 đây', link: 'javascript:alert(1)' },
        { text: ' a', threads: [thread], side: 'ours' },
        { text: ' b', threads: [thread], side: 'theirs' },
      ],
    },
    { type: 'figure', photo: '../../etc/passwd' },
    { type: 'paragraph', runs: [{ text: 'báo', link: 'https://bao.example/' }] },
  ];
  const parsed = parseTemplate(
    bytes(JSON.stringify({ ...file(), name: ' Tin \n nhanh\u0007 ', story: { ...file().story, body } })),
  );
  if (!parsed.ok) throw new Error(parsed.code);
  expect(parsed.value.name).toBe('Tin nhanh');
  const made = storyFrom(parsed.value, AT);
  expect(made.body).toEqual([
    { id: expect.any(String), type: 'paragraph', runs: [{ text: 'bấm đây a' }] },
    { id: expect.any(String), type: 'paragraph', runs: [{ text: 'báo', link: 'https://bao.example/' }] },
  ]);
  expect(made.body[0]?.id).not.toBe(id);
});

test('a template without a body makes a story one can write in', () => {
  const parsed = parseTemplate(bytes(JSON.stringify({ ...file(), story: { ...file().story, body: [] } })));
  expect(parsed.ok && parsed.value.story.body).toEqual([{ id: expect.any(String), type: 'paragraph', runs: [] }]);
});

test('a name is one line of at most a hundred characters', () => {
  expect(templateName('  Tin  \n nhanh ')).toBe('Tin nhanh');
  expect(templateName('x'.repeat(150))).toHaveLength(100);
  expect(templateName('\u0007')).toBeNull();
});

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { isEntryName } from '../../../main/backup/manifest.ts';
import { createTypes } from '../../../main/types/index.ts';
import { typeOfForm } from '../../../renderer/types/form.ts';
import { emptyFields, emptyStory, FIELD_NAMES, type Story } from '../../../story/model.ts';
import { preflight } from '../../../story/review/preflight.ts';
import { BUILT_IN_TYPES } from '../../../story/types/builtIn.ts';
import { MAX_TYPE_BYTES, parseType, writeType } from '../../../story/types/file.ts';
import { limitsOf, missingFields, startingValues, typeOf } from '../../../story/types/rules.ts';
import { type StoryType, storyTypeSchema, TYPED_FIELDS, typeLike, typeName } from '../../../story/types/type.ts';
import { good } from '../store/make.ts';

const sports: StoryType = {
  id: 'sports',
  name: 'Thể thao',
  language: 'vi',
  fields: {
    section: { use: 'required', value: 'Thể thao', help: 'Tên môn đứng trước' },
    kicker: { use: 'hidden' },
    headline: { limit: 50 },
    wordTarget: { value: '400' },
  },
};
const bytes = (text: string) => new TextEncoder().encode(text);

describe('the types', () => {
  test('of the program are sound, each with a name in both languages', () => {
    for (const type of BUILT_IN_TYPES) {
      expect(storyTypeSchema.parse(type)).toEqual(type);
      expect(typeName(type, 'vi')).not.toBe('');
      expect(typeName(type, 'en')).not.toBe(typeName(type, 'vi'));
    }
    expect(new Set(BUILT_IN_TYPES.map(({ id }) => id)).size).toBe(6);
  });

  test('can say something of every field but the type itself, and corrections, which come after', () => {
    expect([...TYPED_FIELDS, 'type', 'correction'].sort()).toEqual([...FIELD_NAMES].sort());
  });

  test('of no id, or of one that is not there, are the house’s default', () => {
    const news: StoryType = { id: 'news', name: 'Tin của báo', language: null, fields: {} };
    expect(typeOf('', [sports, news])).toBe(news);
    expect(typeOf('gone', [sports, news])).toBe(news);
    expect(typeOf('sports', [sports, news])).toBe(sports);
    expect(typeOf('', []).id).toBe('news');
  });

  test('set limits in place of the house’s, and leave the others', () => {
    expect(limitsOf(sports)).toMatchObject({ headline: 50, headlineSeo: 60 });
  });
});

describe('a story that becomes of a type', () => {
  const other: StoryType = { id: 'other', name: 'Khác', language: null, fields: { wordTarget: { value: '900' } } };

  test('begins with its values, and gives up those of the type before', () => {
    const fields = { ...emptyFields(), ...startingValues(emptyFields(), sports, null) };
    expect(fields).toMatchObject({ section: 'Thể thao', wordTarget: '400' });
    expect(startingValues(fields, other, sports)).toEqual({ section: '', wordTarget: '900' });
  });

  test('keeps every word that a person wrote', () => {
    const written = fc.record(Object.fromEntries(FIELD_NAMES.map((name) => [name, fc.constantFrom('', 'a', '400')])));
    fc.assert(
      fc.property(written, (given) => {
        const fields = { ...emptyFields(), ...given };
        for (const [name, value] of Object.entries(startingValues(fields, other, sports))) {
          const before = fields[name as keyof typeof fields];
          const putThere = sports.fields[name as keyof typeof fields]?.value;
          expect(['', putThere]).toContain(before);
          expect(value).toBe(other.fields[name as keyof typeof fields]?.value ?? '');
        }
      }),
    );
  });
});

describe('preflight', () => {
  const base = emptyStory('vi', '2026-01-01T00:00:00.000Z');
  const story = (fields: Partial<Story['fields']>): Story => ({
    ...base,
    fields: { ...base.fields, headline: 'Tít', standfirst: 'Sapô', ...fields },
    body: [{ id: base.id, type: 'paragraph', runs: [{ text: 'Chữ' }] }],
  });
  const codes = (of: Story, types?: StoryType[]) => {
    const { blocks, warnings } = preflight(of, 0, types);
    return [...blocks, ...warnings].filter(({ code }) => code !== 'notApproved');
  };

  test('asks for what the type requires, where it is', () => {
    expect(missingFields(sports, base.fields)).toEqual(['section']);
    const missing = { code: 'requiredField', anchor: { field: 'section' } };
    expect(preflight(story({ type: 'sports' }), 0, [sports]).blocks).toEqual([missing]);
    expect(codes(story({ type: 'sports', section: 'Bóng đá' }), [sports])).toEqual([]);
  });

  test('tells what is longer than the type allows', () => {
    expect(codes(story({ headline: 'a'.repeat(71) }))).toEqual([]);
    const tooLong = { code: 'tooLong', anchor: { field: 'headline' } };
    expect(codes(story({ headline: 'a'.repeat(71), type: 'brief' }))).toEqual([tooLong]);
  });

  test('does not miss a standfirst where the type has none', () => {
    expect(codes(story({ standfirst: '' })).map(({ code }) => code)).toEqual(['emptyStandfirst']);
    expect(codes(story({ standfirst: '', type: 'brief' }))).toEqual([]);
  });
});

describe('a file', () => {
  test('gives back the type that was written', () => {
    for (const type of [sports, ...BUILT_IN_TYPES])
      expect(parseType(bytes(writeType(type)))).toEqual({ ok: true, value: type });
  });

  test('that is none, is damaged, newer or too large, is told apart', () => {
    const code = (text: string) => {
      const read = parseType(bytes(text));
      return read.ok ? null : read.code;
    };
    expect(code('')).toBe('notAType');
    expect(code('{"format":"copydesk-template","version":1}')).toBe('notAType');
    expect(code(writeType(sports).replace('"version": 1', '"version": 2'))).toBe('newerType');
    expect(code(writeType(sports).replace('"hidden"', '"gone"'))).toBe('damagedType');
    expect(code(writeType(sports).replace('"sports"', '"../../x"'))).toBe('damagedType');
    expect(code(' '.repeat(MAX_TYPE_BYTES + 1))).toBe('fileTooLarge');
  });
});

describe('the form', () => {
  const read = (type: StoryType, values: Record<string, string>) => typeOfForm(type, { name: 'Tên', ...values }, 'vi');

  test('gives what was chosen, and nothing of what was left', () => {
    const made = read(typeLike(sports, 'Tên'), {
      'tags.use': 'required',
      'kicker.use': 'shown',
      'standfirst.limit': '200',
    });
    expect(made).toMatchObject({ ok: true, type: { name: 'Tên', language: null } });
    expect(made.ok && made.type.fields).toEqual({
      headline: { use: 'required' },
      tags: { use: 'required' },
      standfirst: { limit: 200 },
    });
  });

  test('says what is wrong', () => {
    expect(read(sports, { name: ' ' })).toEqual({ ok: false, problem: { name: true } });
    for (const limit of ['0', '-1', '1.5', 'x', '20001'])
      expect(read(sports, { 'tags.limit': limit })).toEqual({ ok: false, problem: { limit: 'tags' } });
  });

  test('keeps a name in both languages until another is given', () => {
    const news = BUILT_IN_TYPES[0]!;
    expect(read(news, { name: 'Tin' })).toMatchObject({ type: { name: news.name } });
    expect(read(news, { name: 'Tin nhanh' })).toMatchObject({ type: { name: 'Tin nhanh', id: 'news' } });
  });
});

describe('the room', () => {
  const made: string[] = [];
  afterEach(() => {
    for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
  });
  const room = () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'copydesk-types-'));
    made.push(folder);
    return { folder: path.join(folder, 'templates/types'), types: createTypes(path.join(folder, 'templates/types')) };
  };
  const ids = async (types: ReturnType<typeof createTypes>) =>
    (await types.list()).types.map(({ type, origin }) => `${type.id} ${origin}`);

  test('has the program’s types, and those of the newsroom behind them', async () => {
    const { types } = room();
    good(await types.save(sports));
    expect((await ids(types)).at(0)).toBe('news builtIn');
    expect((await ids(types)).at(-1)).toBe('sports own');
    good(await types.remove('sports'));
    expect(await ids(types)).toHaveLength(6);
    expect(await types.remove('sports')).toEqual({ ok: false, code: 'notFound' });
  });

  test('a changed type of the program stands in its place, and comes back', async () => {
    const { types } = room();
    good(await types.save({ ...sports, id: 'brief' }));
    expect((await ids(types)).at(5)).toBe('brief changed');
    good(await types.remove('brief'));
    expect((await ids(types)).at(5)).toBe('brief builtIn');
  });

  test('a bad file is told, left as it is, and takes nothing else away', async () => {
    const { types, folder } = room();
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, 'x.copydesk-type'), '{"format":"copydesk-type","version":1');
    writeFileSync(path.join(folder, 'notes.txt'), 'x');
    good(await types.save(sports));
    const { types: all, unreadable } = await types.list();
    expect(all).toHaveLength(7);
    expect(unreadable).toEqual([{ file: 'x.copydesk-type', code: 'notAType' }]);
    expect(readFileSync(path.join(folder, 'x.copydesk-type'), 'utf8')).toContain('copydesk-type');
  });

  test('a type goes out and comes in as a file', async () => {
    const { types, folder } = room();
    good(await types.save(sports));
    const { path: out } = good(await types.give('sports', path.join(folder, '../the-thao')));
    expect(out).toMatch(/the-thao\.copydesk-type$/);
    expect(parseType(readFileSync(out))).toEqual({ ok: true, value: sports });
    const [name = ''] = readdirSync(folder);
    expect(readdirSync(folder)).toEqual([expect.stringMatching(/^type-[0-9a-f]{16}\.copydesk-type$/)]);
    expect(isEntryName(`templates/types/${name}`), 'part of a backup').toBe(true);
  });
});

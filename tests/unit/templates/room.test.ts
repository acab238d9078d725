import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { createTemplates } from '../../../main/templates/index.ts';
import { type Block, emptyStory, type Story } from '../../../story/model.ts';
import { divider, embed, figure, table } from '../schema/editing.ts';
import { good } from '../store/make.ts';

const builtIn = path.resolve(import.meta.dirname, '../../../resources/templates');
const made: string[] = [];
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});
function room() {
  const folder = mkdtempSync(path.join(tmpdir(), 'copydesk-templates-'));
  made.push(folder);
  const own = path.join(folder, 'library/templates');
  const start = () => createTemplates({ builtIn, own });
  mkdirSync(path.dirname(own));
  return { folder, own, start, templates: start() };
}
const base = emptyStory('vi', '2025-03-01T08:00:00.000Z');
const story = (headline: string): Story => ({ ...base, fields: { ...base.fields, headline } });
type Room = ReturnType<typeof room>['templates'];
const names = async (templates: Room, origin?: string) =>
  (await templates.list()).templates.filter((one) => !origin || one.origin === origin).map((one) => one.name);
const idOf = async (templates: Room, name: string) =>
  (await templates.list()).templates.find((one) => one.name === name)?.id ?? '';

test('the program brings five templates in each language, in NFC, with guidance to fill in', async () => {
  const { templates } = room();
  const { templates: all, hidden, unreadable } = await templates.list();
  expect([hidden, unreadable]).toEqual([0, []]);
  const vi = all.filter((one) => one.language === 'vi');
  expect(vi.map((one) => one.name).sort()).toEqual(
    ['Tin', 'Phỏng vấn', 'Phóng sự ảnh', 'Kết quả thể thao', 'Tin buồn'].sort(),
  );
  expect(all.filter((one) => one.language === 'en')).toHaveLength(5);
  for (const { name, fields, body } of all) {
    expect(fields.headline, name).toContain('[');
    expect(body.length, name).toBeGreaterThan(7);
    expect(fields.section + fields.tags, name).toBe('');
  }
  for (const file of readdirSync(builtIn)) {
    const text = readFileSync(path.join(builtIn, file), 'utf8');
    expect(text, file).toBe(text.normalize('NFC'));
  }
});

test('a story becomes a template of the newsroom’s own, there after a start', async () => {
  const { templates, start, own } = room();
  const { id } = good(await templates.save('Tin nhanh', story('[Tít]'), false));
  expect(await start().get(id)).toMatchObject({ name: 'Tin nhanh', story: { fields: { headline: '[Tít]' } } });
  expect((await templates.list()).templates[0]).toMatchObject({ id, origin: 'own' });
  const [file = ''] = readdirSync(own);
  expect(readdirSync(own)).toEqual([expect.stringMatching(/^tin-nhanh-[0-9a-f]{8}\.copydesk-template$/)]);
  expect(statSync(path.join(own, file)).mode & 0o077).toBe(0);
});

test('an address and an embargo are one story’s, and do not go into a template; what else it says does', async () => {
  const { templates } = room();
  const made = story('Giá nông sản');
  const fields = {
    ...made.fields,
    slug: 'gia-1',
    embargo: '2026-11-27T23:30:00.000Z',
    priority: '5',
    wordTarget: '300',
  };
  const { id } = good(await templates.save('Giá', { ...made, fields }, false));
  expect((await templates.get(id))?.story.fields).toEqual({ ...fields, slug: '', embargo: '' });
});

test('dividers, tables and embeds go into a template, photos stay with the story', async () => {
  const { templates } = room();
  const body = [divider(), table(['Xã', 'Hộ'], ['', '']), embed('https://youtu.be/a', 'Video'), figure('Ảnh')];
  const { id } = good(await templates.save('Bảng giá', { ...story('Giá nông sản'), body }, false));
  const kept = (await templates.get(id))?.story.body ?? [];
  const bare = (blocks: readonly Block[]) => blocks.map(({ id: _, ...block }) => block);
  expect(bare(kept)).toEqual(bare(body.slice(0, 3)));
});

test('a name that is taken is replaced only where somebody said so', async () => {
  const { templates, own } = room();
  const { id } = good(await templates.save('Tin nhanh', story('Cũ'), false));
  expect(await templates.save('tin NHANH', story('Mới'), false)).toMatchObject({ ok: false, code: 'nameTaken' });
  expect((await templates.get(id))?.story.fields.headline).toBe('Cũ');
  expect(good(await templates.save('Tin nhanh', story('Mới'), true)).id).toBe(id);
  expect((await templates.get(id))?.story.fields.headline).toBe('Mới');
  expect(readdirSync(own)).toHaveLength(1);
  expect(await templates.save('\u0007', story('x'), false)).toMatchObject({ ok: false, code: 'badRequest' });
});

test('one of the newsroom’s own stands for the built-in one of its name, which comes back when it goes', async () => {
  const { templates } = room();
  const { id } = good(await templates.save('Tin', story('Của báo'), false));
  expect((await names(templates)).filter((name) => name === 'Tin')).toHaveLength(1);
  expect((await templates.list()).templates.find((one) => one.name === 'Tin')?.origin).toBe('own');
  good(await templates.remove(id));
  expect((await templates.list()).templates.find((one) => one.name === 'Tin')?.origin).toBe('builtIn');
});

test('a built-in template is put away and comes back', async () => {
  const { templates, start } = room();
  const id = await idOf(templates, 'Tin buồn');
  good(await templates.remove(id));
  expect(await names(start())).not.toContain('Tin buồn');
  expect((await start().list()).hidden).toBe(1);
  expect(await start().get(id)).toBeNull();
  expect(await templates.rename(await idOf(templates, 'Tin'), 'Khác')).toMatchObject({ ok: false, code: 'notFound' });
  good(await start().restore());
  expect(await names(templates)).toContain('Tin buồn');
});

test('renaming keeps the file; a taken name is refused', async () => {
  const { templates, own } = room();
  const { id } = good(await templates.save('Một', story('x'), false));
  good(await templates.save('Hai', story('y'), false));
  const before = readdirSync(own);
  expect(await templates.rename(id, 'hai')).toMatchObject({ ok: false, code: 'nameTaken' });
  expect(good(await templates.rename(id, 'MỘT'))).toEqual({ id });
  expect(await names(templates, 'own')).toEqual(expect.arrayContaining(['MỘT', 'Hai']));
  expect(readdirSync(own)).toEqual(before);
});

test('a template goes out as a file and comes in at another desk; a taken name gets a number', async () => {
  const [here, there] = [room(), room()];
  const { id } = good(await here.templates.save('Tin nhanh', story('[Tít]'), false));
  const given = good(await here.templates.give(id, path.join(here.folder, 'gửi đi')));
  expect(given.path.endsWith('gửi đi.copydesk-template')).toBe(true);
  expect(good(await there.templates.take(given.path)).name).toBe('Tin nhanh');
  expect(good(await there.templates.take(given.path)).name).toBe('Tin nhanh (2)');
  expect(good(await there.templates.take(given.path)).name).toBe('Tin nhanh (3)');
  expect(await names(there.templates, 'own')).toEqual(['Tin nhanh', 'Tin nhanh (2)', 'Tin nhanh (3)']);
});

test('what is no template, is not there or is a folder changes nothing', async () => {
  const { templates, folder, own } = room();
  const file = path.join(folder, 'x.copydesk-template');
  expect(await templates.take(file)).toMatchObject({ ok: false, code: 'notFound' });
  expect(await templates.take(folder)).toMatchObject({ ok: false, code: 'notATemplate' });
  writeFileSync(file, 'PK\u0003\u0004');
  expect(await templates.take(file)).toMatchObject({ ok: false, code: 'notATemplate' });
  writeFileSync(file, Buffer.alloc(4 * 1024 * 1024 + 1));
  expect(await templates.take(file)).toMatchObject({ ok: false, code: 'fileTooLarge' });
  expect(await names(templates, 'own')).toEqual([]);
  expect(() => readdirSync(own)).toThrow('ENOENT');
  for (const id of ['../x', '', 'nobody'])
    expect(await templates.remove(id)).toMatchObject({ ok: false, code: 'notFound' });
});

test('a damaged file in the folder is told of, and the others are there', async () => {
  const { templates, own } = room();
  good(await templates.save('Một', story('x'), false));
  writeFileSync(path.join(own, 'hỏng.copydesk-template'), '{"format":"copydesk-template",');
  writeFileSync(path.join(own, 'hidden.json'), 'no list');
  const { unreadable } = await templates.list();
  expect(unreadable).toEqual([{ file: 'hỏng.copydesk-template', code: 'damagedTemplate' }]);
  expect(await names(templates, 'own')).toEqual(['Một']);
});

test('a place that cannot be written to is said', async () => {
  const { folder } = room();
  writeFileSync(path.join(folder, 'file'), '');
  const templates = createTemplates({ builtIn, own: path.join(folder, 'file/templates') });
  expect(await templates.save('Tin nhanh', story('x'), false)).toMatchObject({ ok: false, code: 'diskError' });
});

test('the newsroom’s own stand by the Vietnamese alphabet, numbers by their value', async () => {
  const { templates } = room();
  for (const name of ['Đám cưới', 'Em bé', 'Duyệt binh', 'Kỳ 10', 'Kỳ 2', 'Án mạng', 'Ăn uống'])
    good(await templates.save(name, story('[Tít]'), false));
  expect(await names(templates, 'own')).toEqual([
    'Án mạng',
    'Ăn uống',
    'Duyệt binh',
    'Đám cưới',
    'Em bé',
    'Kỳ 2',
    'Kỳ 10',
  ]);
});

import { generateKeyPairSync, sign } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { isEntryName } from '../../../main/backup/manifest.ts';
import { fingerprintOf, type PersonKeys, verifySignature } from '../../../main/person.ts';
import { createStyle, readStyleFile } from '../../../main/style/index.ts';
import { lookText, ruleOfForm } from '../../../renderer/style/form.ts';
import { styleFindings } from '../../../renderer/style/preflight.ts';
import { parseSigned, signStyle } from '../../../story/style/file.ts';
import { isDoubtful, rulesOf } from '../../../story/style/house.ts';
import { ruleSchema, type StyleFile, type StyleRule } from '../../../story/style/rules.ts';
import { good } from '../store/make.ts';

const rule: StyleRule = ruleSchema.parse({
  id: 'toa-so',
  name: 'Toà soạn',
  why: 'Nhà báo viết tòa soạn.',
  language: 'vi',
  kind: 'preferred',
  find: { pairs: [['toà soạn', 'tòa soạn']] },
});
const file: StyleFile = { format: 'copydesk-style', version: 1, name: 'Báo Bắc Kạn', rules: [rule] };
const pair = generateKeyPairSync('ed25519');
const publicKey = new Uint8Array(Buffer.from(pair.publicKey.export({ format: 'jwk' }).x ?? '', 'base64url'));
const keys: PersonKeys = {
  person: () => ({ name: 'Minh Thư', fingerprint: fingerprintOf(publicKey) }),
  publicKey: () => publicKey,
  rename: () => Promise.reject(new Error('not asked')),
  sign: (bytes) => new Uint8Array(sign(null, bytes, pair.privateKey)),
  key: 'kept',
};
const signed = signStyle(file, { name: 'Minh Thư', publicKey, sign: keys.sign });
const parse = (text: string) => parseSigned(new TextEncoder().encode(text), verifySignature);

describe('a set that travels', () => {
  test('comes in as it went out, with its maker', () => {
    expect(parse(signed)).toEqual({ ok: true, value: { file, maker: { name: 'Minh Thư', publicKey } } });
  });

  test('is refused where anything was changed, or nobody signed it', () => {
    const refused = { ok: false, code: 'badStyleSignature' };
    expect(parse(signed.replace('Nhà báo viết', 'Nhà báo chép'))).toEqual(refused);
    expect(parse(signed.replace('"name": "Minh Thư"', '"name": "Ai đó"'))).toEqual(refused);
    expect(parse(JSON.stringify(file))).toEqual(refused);
    const { signature: _, ...unsigned } = JSON.parse(signed);
    expect(parse(JSON.stringify(unsigned)).ok).toBe(false);
    expect(parse(signed.replace('"version": 1', '"version": 2'))).toEqual({ ok: false, code: 'newerStyle' });
    expect(parse('{"format":"copydesk-type","version":1}')).toEqual({ ok: false, code: 'notAStyle' });
  });

  test('is refused as a whole, with the place that is wrong, where it is no sound set', () => {
    const bad = (rules: object[]) =>
      signStyle({ ...file, rules } as StyleFile, { name: 'A', publicKey, sign: keys.sign });
    expect(parse(bad([rule, rule]))).toMatchObject({
      code: 'damagedStyle',
      detail: 'rules: two rules have the id "toa-so"',
    });
    expect(parse(bad([rule, { ...rule, id: 'hai', kind: 'gì đó' }]))).toMatchObject({
      code: 'damagedStyle',
      detail: expect.stringMatching(/^rules\.1\.kind: /),
    });
    expect(parse('{"format": "copydesk-style",')).toEqual({ ok: false, code: 'notAStyle' });
    expect(parse('x'.repeat(3 * 1024 * 1024))).toEqual({ ok: false, code: 'fileTooLarge' });
    expect(parse(signed.replace('"version": 1', '"version": "một"'))).toEqual({ ok: false, code: 'notAStyle' });
  });

  test('no change of its bytes comes through as something else', () => {
    const bytes = new TextEncoder().encode(signed);
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.nat(255), (at, byte) => {
        const changed = bytes.with(at, byte);
        const read = parseSigned(changed, verifySignature);
        if (read.ok) expect(read.value.file).toEqual(file);
      }),
    );
  });
});

describe('the room', () => {
  const made: string[] = [];
  afterEach(() => {
    for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
  });
  const room = () => {
    const base = mkdtempSync(path.join(tmpdir(), 'copydesk-style-'));
    made.push(base);
    const folder = path.join(base, 'templates/style');
    return { base, folder, style: createStyle(folder) };
  };

  test('keeps a set, exports it signed, and takes nothing from the program’s own', async () => {
    const { style, base, folder } = room();
    good(await style.save(file.name, file.rules));
    const [ours, own] = (await style.list()).sets;
    expect(ours?.id).toBe('builtin');
    expect(own).toMatchObject({ name: 'Báo Bắc Kạn', rules: [rule] });
    expect(await style.remove('builtin')).toEqual({ ok: false, code: 'notFound' });
    const { path: out } = good(await style.give(own?.id ?? '', path.join(base, 'bao'), keys));
    expect(out).toMatch(/bao\.copydesk-style$/);
    expect(good(await readStyleFile(out)).maker.name).toBe('Minh Thư');
    good(await style.switch('builtin/don-vi', false));
    for (const name of readdirSync(folder)) expect(isEntryName(`templates/style/${name}`), name).toBe(true);
    good(await style.remove(own?.id ?? ''));
    expect((await style.list()).sets).toHaveLength(1);
  });

  test('the newsroom’s sets stand by the Vietnamese alphabet', async () => {
    const { style } = room();
    for (const name of ['Đài tỉnh', 'Văn hóa', 'Du lịch', 'Ảnh']) good(await style.save(name, [rule]));
    const { sets } = await style.list();
    expect(sets.slice(1).map(({ name }) => name)).toEqual(['Ảnh', 'Du lịch', 'Đài tỉnh', 'Văn hóa']);
  });

  test('switches, counts and ignores by rule, all at once as well', async () => {
    const { style } = room();
    await Promise.all([
      style.switch('builtin/don-vi', false),
      style.decided('builtin/co-quan', 2, 0, null),
      style.decided('builtin/co-quan', 0, 1, 'Uỷ Ban'),
      style.decided('builtin/co-quan', 0, 1, 'Uỷ Ban'),
    ]);
    const { decisions, sets } = await style.list();
    expect(decisions).toEqual({
      off: ['builtin/don-vi'],
      ignored: [{ rule: 'builtin/co-quan', words: 'Uỷ Ban' }],
      counts: { 'builtin/co-quan': { accepted: 2, ignored: 2 } },
    });
    const on = rulesOf(sets, decisions).map(({ id }) => id);
    expect(on).toContain('builtin/co-quan');
    expect(on).not.toContain('builtin/don-vi');
    good(await style.forget('builtin/co-quan', 'Uỷ Ban'));
    good(await style.switch('builtin/don-vi', true));
    expect((await style.list()).decisions).toMatchObject({ off: [], ignored: [] });
  });

  test('a rule that is changed counts anew, and one that is gone leaves nothing behind', async () => {
    const { style } = room();
    const second = { ...rule, id: 'hai' };
    good(await style.save(file.name, [rule, second]));
    const id = (await style.list()).sets[1]?.id ?? '';
    for (const one of ['toa-so', 'hai']) await style.decided(`${id}/${one}`, 0, 5, 'toà soạn');
    await style.switch(`${id}/hai`, false);
    await style.switch('builtin/don-vi', false);
    // Another name is no other rule.
    good(await style.save(file.name, [{ ...rule, name: 'Tòa soạn' }, second]));
    expect(Object.keys((await style.list()).decisions.counts)).toHaveLength(2);
    good(await style.save(file.name, [{ ...rule, except: ['~ cũ'] }, second]));
    const kept = (await style.list()).decisions;
    expect(Object.keys(kept.counts)).toEqual([`${id}/hai`]);
    expect(kept.ignored).toHaveLength(2);
    good(await style.remove(id));
    expect((await style.list()).decisions).toEqual({ off: ['builtin/don-vi'], ignored: [], counts: {} });
  });

  test('a damaged file is told and left as it is', async () => {
    const { style, folder } = room();
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, 'x.copydesk-style'), '{');
    writeFileSync(path.join(folder, 'decisions.json'), '{');
    writeFileSync(path.join(folder, 'y.copydesk-style'), JSON.stringify({ ...file, rules: [rule, rule] }));
    expect((await style.list()).unreadable).toEqual([
      { file: 'x.copydesk-style', code: 'notAStyle' },
      { file: 'y.copydesk-style', code: 'damagedStyle', detail: 'rules: two rules have the id "toa-so"' },
      { file: 'decisions.json', code: 'damagedStyle' },
    ]);
    expect(await style.switch('builtin/don-vi', false)).toEqual({ ok: false, code: 'damagedStyle' });
    expect(readFileSync(path.join(folder, 'decisions.json'), 'utf8')).toBe('{');
  });
});

describe('the form of a rule', () => {
  const form = { name: 'Toà soạn', why: rule.why, source: '', language: 'vi', kind: 'preferred', except: '' };
  test('says a rule and is said by it', () => {
    expect(ruleOfForm(rule, { ...form, how: 'pairs', look: lookText(rule) })).toEqual({ ok: true, rule });
    const pattern = ruleOfForm(rule, { ...form, how: 'pattern', look: '(\\d) %', instead: '$1%', blocks: 'on' });
    const mark = ruleOfForm(rule, { ...form, how: 'closing', look: ' ./. ', since: '2025-07-01' });
    expect(mark).toMatchObject({ ok: true, rule: { find: { closing: './.' }, since: '2025-07-01' } });
    const own = mark.ok ? ruleOfForm(mark.rule, { ...form, how: 'closing', look: '', since: '' }) : mark;
    expect(own.ok && own.rule).toEqual({ ...rule, find: { closing: '' } });
    expect(pattern).toMatchObject({ ok: true, rule: { find: { pattern: '(\\d) %' }, replace: '$1%', blocks: true } });
  });
  test('explains what is wrong', () => {
    const code = (more: object) => {
      const read = ruleOfForm(rule, { ...form, ...more });
      return read.ok ? 'ok' : read.problem.code;
    };
    expect(code({ how: 'words', look: ' ' })).toBe('look');
    expect(code({ how: 'pairs', look: 'chỉ một vế' })).toBe('look');
    expect(code({ how: 'pattern', look: 'a*' })).toBe('empty');
    expect(code({ how: 'pattern', look: '(a' })).toBe('pattern');
    expect(code({ how: 'words', look: 'a', name: ' ' })).toBe('name');
    expect(code({ how: 'words', look: 'a', since: '1/7/2025' })).toBe('since');
    expect(code({ how: 'words', look: 'a', why: ' ' })).toBe('why');
  });
});

test('a rule that is more often ignored than followed shows, once it was decided about often enough', () => {
  const doubtful = [
    [0, 4],
    [0, 5],
    [3, 3],
    [3, 4],
    [9, 1],
  ].map(([accepted = 0, ignored = 0]) => isDoubtful({ accepted, ignored }));
  expect(doubtful).toEqual([false, true, false, true, false]);
});

test('before publication only what the house says blocks stands in the way', () => {
  const passage = { place: { field: 'headline' as const }, text: 'x' };
  const rules = [
    { id: 'a', name: 'A', blocks: true, find: rule.find },
    { id: 'b', name: 'B', find: { closing: './.' } },
    { id: 'c', name: 'C', find: rule.find },
  ];
  const spots = ['a', 'b', 'b'].map((id) => ({ rule: id, passage }));
  const found = styleFindings(spots, rules);
  expect(found.blocks.map(({ name, number }) => [name, number])).toEqual([['A', 1]]);
  expect(found.warnings.map(({ name, number }) => [name, number])).toEqual([['B', 2]]);
  // The missing mark is told once.
  expect(styleFindings(spots, rules, [{ code: 'closingMarkMissing' }]).warnings).toEqual([]);
});

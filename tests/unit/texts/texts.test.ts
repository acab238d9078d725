import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { COMMANDS, ERROR_CODES } from '../../../preload/contract.ts';
import { COMMAND_IDS } from '../../../renderer/commands.ts';
import { texts } from '../../../renderer/i18n.ts';
import { menuKey } from '../../../renderer/menuKey.ts';

const PLURAL = /_(zero|one|two|few|many|other)$/;

function flatten(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  return Object.entries(value as object).flatMap(([key, inner]) => flatten(inner, path ? `${path}.${key}` : key));
}
const languages = Object.entries(texts).map(([language, tree]) => ({ language, entries: flatten(tree) }));
const keysOf = (entries: [string, string][]) => new Set(entries.map(([key]) => key.replace(PLURAL, '')));
const [first, second] = languages as [(typeof languages)[0], (typeof languages)[0]];

describe('both languages', () => {
  test('have the same keys', () => {
    expect([...keysOf(first.entries)].sort()).toEqual([...keysOf(second.entries)].sort());
  });

  test.each(languages)('have no empty text ($language)', ({ entries }) => {
    expect(entries.filter(([, text]) => text.trim() === '').map(([key]) => key)).toEqual([]);
  });

  test('put the same values into the same texts', () => {
    const variables = (entries: [string, string][]) => {
      const byKey = new Map<string, string>();
      for (const [key, text] of entries) {
        const names = [...text.matchAll(/\{\{\s*(\w+)/g)].map(([, name]) => name);
        byKey.set(key.replace(PLURAL, ''), [...new Set(names)].sort().join());
      }
      return Object.fromEntries(byKey);
    };
    expect(variables(first.entries)).toEqual(variables(second.entries));
  });

  test.each(languages)('have the plural forms of their language, and no other ($language)', ({ language, entries }) => {
    const forms = new Set(new Intl.PluralRules(language).resolvedOptions().pluralCategories);
    const byKey = Map.groupBy(
      entries.filter(([key]) => PLURAL.test(key)),
      ([key]) => key.replace(PLURAL, ''),
    );
    for (const [key, list] of byKey)
      expect(new Set(list.map(([full]) => full.slice(key.length + 1))), key).toEqual(forms);
  });

  test('are written in composed characters (NFC)', () => {
    for (const { entries } of languages)
      for (const [key, text] of entries) expect(text, key).toBe(text.normalize('NFC'));
  });
});

describe('what the program says', () => {
  const keys = keysOf(first.entries);

  test('every expected failure has its sentence, and no other code has', () => {
    expect(Object.keys(texts.vi.error).sort()).toEqual([...ERROR_CODES].sort());
  });

  test('every command has its name', () => {
    for (const id of [...COMMAND_IDS, ...COMMANDS]) expect(keys).toContain(menuKey(id));
  });
});

describe('what the program asks for', () => {
  const known = keysOf(first.entries);
  const read = (pattern: string) => globSync(pattern).map((file) => ({ file, source: readFileSync(file, 'utf8') }));
  /** The editor's `t` puts `editor.` before its keys. */
  const prefix = (file: string) => (/renderer[/\\]editor/.test(file) ? 'editor.' : '');
  const asPattern = (key: string) =>
    new RegExp(`^${key.replace(/\$\{[^}]+\}|[.]/g, (part) => (part === '.' ? '\\.' : '\\w+'))}$`);
  const isKnown = (key: string) => [...known].some((one) => asPattern(key).test(one));
  const window = read('renderer/**/*.{ts,tsx}');
  const main = read('main/**/*.ts');

  test('every key that the window gives to t() is there', () => {
    const calls = window.flatMap(({ file, source }) =>
      [...source.matchAll(/\bt\(\s*['`]([^'`]+)['`]/g)].map(([, key]) => prefix(file) + key),
    );
    expect(calls.length).toBeGreaterThan(100);
    expect(calls.filter((key) => !isKnown(key))).toEqual([]);
  });

  test('every key that main asks for is there', () => {
    const calls = main.flatMap(({ source }) => [
      ...[...source.matchAll(/\btexts\(\s*'([^']+)'/g)].map(([, key]) => key as string),
      ...[...source.matchAll(/\brole\('(\w+)'\)/g)].map(([, name]) => `menu.${name}`),
    ]);
    expect(calls.length).toBeGreaterThan(10);
    expect(calls.filter((key) => !isKnown(key))).toEqual([]);
  });

  test('no text is left over', () => {
    // Any quoted word or dotted path counts as asked for; commands and errors are complete by the tests above.
    // The menu's own templates fit anything: its names are read from its roles.
    const used = [...window, ...main].flatMap(({ file, source }) =>
      [...source.replace(/`menu\.\$[^`]*`/g, '').matchAll(/['`](\w[\w.]*(?:\$\{[^}]+\}[\w.]*)*)['`]/g)].flatMap(
        ([, key]) =>
          [key, `${prefix(file)}${key}`, ...(/menu\.ts$/.test(file) ? [`menu.${key}`] : [])].map((one) =>
            asPattern(one as string),
          ),
      ),
    );
    const complete = new Set([...COMMAND_IDS.map(menuKey), ...ERROR_CODES.map((code) => `error.${code}`)]);
    const left = [...known].filter((key) => !complete.has(key as never) && !used.some((pattern) => pattern.test(key)));
    expect(left).toEqual([]);
  });
});

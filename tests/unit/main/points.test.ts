import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { onPoint, POINTS, point } from '../../../main/points.ts';

afterEach(() => onPoint(null));

test('a point does nothing until a hook is set, and nothing again without it', () => {
  const passed: string[] = [];
  point('flush.inside');
  onPoint((name) => passed.push(name));
  point('flush.committed');
  onPoint(null);
  point('flush.inside');
  expect(passed).toEqual(['flush.committed']);
});

test('every named point stands somewhere in main/, and nothing there sets a hook', () => {
  const folder = path.join(import.meta.dirname, '../../../main');
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && name !== 'points.ts')
    .map((name) => readFileSync(path.join(folder, name), 'utf8'))
    .join('\n');
  expect(POINTS.filter((name) => !sources.includes(`point('${name}')`))).toEqual([]);
  expect(sources).not.toContain('onPoint');
});

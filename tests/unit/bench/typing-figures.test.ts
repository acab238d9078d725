import { describe, expect, it } from 'vitest';
import { barChart } from '../../../scripts/measure/bar-chart.ts';
import { median, order, ratio, summarise, type Taken } from '../../bench/typing-editors/figures.ts';
import { typedText } from '../../bench/typing-editors/keys.ts';
import type { Cell } from '../../bench/typing-editors/work.ts';

const cell = (task: number, more: Partial<Cell> = {}): Cell => ({
  taskMsPerKey: task,
  scriptMsPerKey: task / 2,
  openMs: 10,
  heapMb: 1,
  enterMs: 1,
  joinMs: 1,
  boldMs: 1,
  pasteMs: 1,
  ...more,
});
const taken = (name: string, round: number, one: Cell): Taken => ({ name, round, words: 100, cell: one });

describe('the order of the runs', () => {
  it('takes every editor at every length in every round, every second round the other way round', () => {
    const runs = order(['a', 'b', 'c'], [1, 2], 3);
    expect(runs.map(({ round, words, name }) => `${round}${words}${name}`)).toEqual([
      ...['01a', '01b', '01c', '02a', '02b', '02c'],
      ...['11c', '11b', '11a', '12c', '12b', '12a'],
      ...['21a', '21b', '21c', '22a', '22b', '22c'],
    ]);
  });
});

describe('what is made of the runs', () => {
  it('takes the middle, between the two middle ones of an even number, and null of nothing', () => {
    expect([median([9, 1, 2]), median([4, 1, 2, 9]), median([])]).toEqual([2, 3, null]);
  });

  it('compares within a round: a machine that slows down changes no ratio', () => {
    const all = [1, 10, 100].flatMap((slow, round) => [
      taken('plain', round, cell(2 * slow)),
      taken('app', round, cell(3 * slow)),
    ]);
    expect(ratio(all, 100, 'app', 'plain', 'taskMsPerKey')).toBe(1.5);
    expect(ratio(all, 200, 'app', 'plain', 'taskMsPerKey')).toBeNull();
    expect(ratio(all.slice(0, 2), 100, 'app', 'lexical', 'taskMsPerKey')).toBeNull();
  });

  it('says null of what was not measured, and of a command that was not done', () => {
    const all = [
      taken('plain', 0, cell(2)),
      taken('app', 0, cell(3, { boldMs: null })),
      taken('app', 1, cell(5, { openMs: 30 })),
    ];
    const { app, other } = summarise(all, ['app', 'other'], [100]);
    expect(other).toEqual({ 100: null });
    expect(app?.[100]).toEqual({
      taskVsPlain: 1.5,
      scriptMsPerKey: 2,
      openMs: 20,
      heapMb: 1,
      enterMs: 1,
      joinMs: 1,
      boldMs: null,
      pasteMs: 1,
    });
  });
});

it('types as many keys as it is told, all of which a keyboard has', () => {
  expect(typedText(100)).toMatch(/^[a-z ]{100}$/);
});

it('draws every bar to one scale, and says where there is none', () => {
  const svg = barChart({
    title: 'A & B',
    unit: 'ms',
    series: ['short', 'long'],
    rows: [
      { name: 'one', isOurs: true, values: [10, 20] },
      { name: 'two', isOurs: false, values: [5, null] },
    ],
  });
  const widths = [...svg.matchAll(/width="([\d.]+)" height="12" fill="#[^"]*"\/>(?=<text)/g)].map(([, width]) =>
    Number(width),
  );
  const bars = widths.filter((width) => width !== 12);
  expect(bars).toHaveLength(3);
  expect(bars[1]).toBeCloseTo(2 * (bars[0] as number), 0);
  expect(bars[2]).toBeCloseTo((bars[0] as number) / 2, 0);
  expect(svg).toContain('not measured');
  expect(svg).toContain('A &amp; B');
});

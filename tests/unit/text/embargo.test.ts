import fc from 'fast-check';
import { expect, test } from 'vitest';
import { embargoOf, HOUSE_TIME_ZONE as HERE, momentText, parseMoment } from '../../../story/text/embargo.ts';

test.each([
  ['06:30 28/11/2026', '2026-11-27T23:30:00.000Z'],
  ['28/11/2026 06:30', '2026-11-27T23:30:00.000Z'],
  ['28/11/2026, 6h30', '2026-11-27T23:30:00.000Z'],
  ['6h 28-11-2026', '2026-11-27T23:00:00.000Z'],
  ['6 giờ', null],
  ['18g05 1.2.2026', '2026-02-01T11:05:00.000Z'],
  ['2026-11-28T06:30', '2026-11-27T23:30:00.000Z'],
  ['2026-11-28 06:30', '2026-11-27T23:30:00.000Z'],
  ['2026-11-27T23:30:00.000Z', '2026-11-27T23:30:00.000Z'],
  ['29/02/2027 06:30', null],
  ['29/02/2028 00:00', '2028-02-28T17:00:00.000Z'],
  ['24:00 28/11/2026', null],
  ['28/11/2026', null],
  ['06:30', null],
  ['06:30 06:30', null],
  ['ngày mai', null],
  ['', null],
])('%j in Hồ Chí Minh City', (typed, instant) => {
  expect(parseMoment(typed, HERE)).toBe(instant);
});

test('where clocks change: the earlier of two same times, and after a gap the time behind it', () => {
  expect(parseMoment('02:30 25/10/2026', 'Europe/Berlin')).toBe('2026-10-25T00:30:00.000Z');
  expect(parseMoment('02:30 29/03/2026', 'Europe/Berlin')).toBe('2026-03-29T00:30:00.000Z');
  expect(parseMoment('12:00 29/03/2026', 'Europe/Berlin')).toBe('2026-03-29T10:00:00.000Z');
});

test('what is shown is read as the same minute', () => {
  const minute = fc.integer({ min: Date.UTC(2000, 0) / 60_000, max: Date.UTC(2100, 0) / 60_000 });
  fc.assert(
    fc.property(minute, fc.constantFrom(HERE, 'UTC', 'Asia/Kolkata', 'America/Los_Angeles'), (minutes, zone) => {
      const at = minutes * 60_000;
      const read = parseMoment(momentText(at, zone), zone) ?? '';
      // Of an hour that comes twice, the first.
      expect([0, 3_600_000]).toContain(at - Date.parse(read));
      expect(momentText(Date.parse(read), zone)).toBe(momentText(at, zone));
    }),
  );
});

test('what a story keeps: nothing, an instant, or what nobody could read', () => {
  expect(embargoOf(' ')).toEqual({ kind: 'none' });
  expect(embargoOf('2026-11-27T23:30:00.000Z')).toEqual({ kind: 'until', at: Date.UTC(2026, 10, 27, 23, 30) });
  for (const unclear of ['mai', '2026-11-27', '2026-13-27T23:30:00.000Z', '06:30 28/11/2026'])
    expect(embargoOf(unclear)).toEqual({ kind: 'unclear' });
});

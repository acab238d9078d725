// A moment as a newsroom types it, in its own time zone, and as a story keeps it: an instant in UTC.

export const HOUSE_TIME_ZONE = 'Asia/Ho_Chi_Minh';

export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** What a story's embargo says: none; not before `at` (epoch milliseconds); or something that is no time. */
export type Embargo = { kind: 'none' } | { kind: 'until'; at: number } | { kind: 'unclear' };

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** Reads the field. What somebody typed and nobody could read is not nothing: it must not let a story go out. */
export function embargoOf(field: string): Embargo {
  const text = field.trim();
  if (text === '') return { kind: 'none' };
  const at = INSTANT.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? { kind: 'unclear' } : { kind: 'until', at };
}

const CLOCK = /^(\d{1,2})(?::|h|g|giờ)(\d{1,2})?(?:p|phút)?$/;
const DAY = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;
const ISO_DAY = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;

/**
 * The instant of a date and time as typed in a time zone (IANA name): "06:30 28/11/2026", "28/11/2026 6h30",
 * "2026-11-28T06:30", or an instant. A day needs its time. null: not understood, or no such day.
 */
export function parseMoment(typed: string, timeZone: string): string | null {
  const text = typed.normalize('NFC').trim().toLowerCase();
  if (INSTANT.test(typed.trim())) return embargoOf(typed).kind === 'until' ? typed.trim() : null;
  const parts = text
    .replace(/,/g, ' ')
    .replace(/^(\d{4}-\d\d-\d\d)t/, '$1 ')
    .split(/\s+/);
  if (parts.length !== 2) return null;
  const day = parts.map(dayOf).find((found) => found !== null);
  const clock = parts.map(clockOf).find((found) => found !== null);
  if (!day || !clock) return null;
  return instantIn(timeZone, day, clock);
}

type Day = { year: number; month: number; day: number };
type Clock = { hour: number; minute: number };

function dayOf(text: string): Day | null {
  const [, d, m, y] = DAY.exec(text) ?? [];
  const [, isoYear, isoMonth, isoDay] = ISO_DAY.exec(text) ?? [];
  const [year, month, day] = [y ?? isoYear, m ?? isoMonth, d ?? isoDay].map(Number) as [number, number, number];
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? { year, month, day } : null;
}

function clockOf(text: string): Clock | null {
  const match = CLOCK.exec(text);
  if (!match) return null;
  const [hour, minute] = [Number(match[1]), Number(match[2] ?? 0)];
  return hour < 24 && minute < 60 ? { hour, minute } : null;
}

/** Where clocks are put back, the earlier of two; where they are put on, the time they jump to. */
function instantIn(timeZone: string, { year, month, day }: Day, { hour, minute }: Clock): string {
  const wall = Date.UTC(year, month - 1, day, hour, minute);
  const offsets = [wall - DAY_MS, wall + DAY_MS].map((at) => wallTime(at, timeZone) - at);
  const found = offsets.map((offset) => wall - offset).filter((at) => wallTime(at, timeZone) === wall);
  return new Date(Math.min(...(found.length > 0 ? found : offsets.map((offset) => wall - offset)))).toISOString();
}
const DAY_MS = 86_400_000;

/** What the clocks of a zone show at an instant, as if it were UTC. */
function wallTime(at: number, timeZone: string): number {
  const { year, month, day, hour, minute } = momentParts(at, timeZone);
  return Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute));
}

function momentParts(at: number, timeZone: string): Record<string, string> {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    ...({ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' } as const),
    hourCycle: 'h23',
  });
  return Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
}

/** An instant as it is typed in a time zone: "06:30 28/11/2026". Epoch milliseconds. */
export function momentText(at: number, timeZone: string): string {
  const { year, month, day, hour, minute } = momentParts(at, timeZone);
  return `${hour}:${minute} ${day}/${month}/${year}`;
}

import type { Version, Who } from '../../preload/contract.ts';
import { clock, dateTime, number, shortFingerprint } from '../format.ts';
import { language, t } from '../i18n.ts';

/** A person's name, else the beginning of the key's fingerprint. */
export const whoText = ({ name, fingerprint }: Who): string =>
  name || t('history.unknown', { fingerprint: shortFingerprint(fingerprint) });

/** A version in one line, for a list to choose from. */
export const versionText = ({ name, at }: Version): string =>
  name ? `${name}, ${dateTime(at, language())}` : dateTime(at, language());

/** What is special about a version, in a few words each; empty for an automatic one. `atOf`: the instant of a version, if known. */
export function marksOf(version: Version, atOf: (seq: number) => string | undefined): string[] {
  const { isFirst, restore, approvals, publications, count } = version;
  const marks: string[] = [];
  if (isFirst) marks.push(t('history.first'));
  if (restore) {
    const at = atOf(restore.from);
    const isDone = restore.kind === 'restored';
    if (at) marks.push(t(isDone ? 'history.restored' : 'history.beforeRestore', { time: dateTime(at, language()) }));
    else marks.push(t(isDone ? 'history.restoredUnknown' : 'history.beforeRestoreUnknown'));
  }
  for (const { name } of approvals) marks.push(t('history.approved', { name }));
  for (const { destination } of publications) marks.push(t('history.published', { name: destination }));
  if (count > 1) marks.push(t('history.grouped', { count }));
  return [...new Set(marks)];
}

/** How long a version is and how much it changed. */
export function sizeOf({ words, changed }: Version): string {
  if (words === null) return t('history.unreadable');
  const parts = [t('history.words', { words: number(words, language()) })];
  if (changed) {
    const { added, changed: blocks, removed, fields } = changed;
    if (blocks > 0) parts.push(t('history.changed', { count: blocks }));
    if (added > 0) parts.push(t('history.added', { count: added }));
    if (removed > 0) parts.push(t('history.removed', { count: removed }));
    if (fields > 0) parts.push(t('history.fields', { count: fields }));
    if (parts.length === 1) parts.push(t('history.nothing'));
  }
  return parts.join(' · ');
}

/** The day of an instant as a heading: today, yesterday, or the date. `now`: epoch milliseconds. */
export function dayText(at: string, now: number): string {
  const dayOf = (instant: string | number) =>
    dateTime(instant, language()).slice(clock(instant, language()).length + 2);
  const day = dayOf(at);
  if (day === dayOf(now)) return t('history.today');
  const yesterday = new Date(now);
  yesterday.setDate(yesterday.getDate() - 1);
  return day === dayOf(yesterday.getTime()) ? t('history.yesterday') : day;
}

/** A stretch of time in hours and minutes. */
export function durationText(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  if (minutes < 1) return t('history.underMinute');
  if (minutes < 60) return t('history.minutes', { minutes });
  return t('history.hours', { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
}

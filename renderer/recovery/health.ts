import type { Health } from '../../preload/contract.ts';
import { call, onEvent } from '../api.ts';
import { createStore } from '../store.ts';

/** What main says of the disk and the clock. */
export const health = createStore<Health>({ disk: null, clock: null });

/** The disk is looked at anew. Says nothing where that fails: it is only asked to warn in time. */
export async function loadHealth(): Promise<void> {
  const read = await call('health.read', {});
  if (read.ok) health.set(read.value);
}

export function followHealth(): void {
  onEvent('health.changed', (now) => health.set(now));
  void loadHealth();
}

/** Bytes as a person reads them: 312 MB, 1.4 GB; decimal, as file managers count. */
export function megabytes(bytes: number, language: 'vi' | 'en'): string {
  const [value, unit] = bytes < 1e9 ? [bytes / 1e6, 'MB'] : [bytes / 1e9, 'GB'];
  const digits = unit === 'GB' ? 1 : 0;
  const number = new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB', { maximumFractionDigits: digits });
  return `${number.format(value)} ${unit}`;
}

/** The largest unit that a span of time (milliseconds) has at least two of, or minutes. */
export function spanOf(ms: number): { unit: 'minutes' | 'hours' | 'days'; count: number } {
  const minutes = Math.round(ms / 60_000);
  if (minutes < 120) return { unit: 'minutes', count: minutes };
  const hours = Math.round(minutes / 60);
  return hours < 48 ? { unit: 'hours', count: hours } : { unit: 'days', count: Math.round(hours / 24) };
}

import type { BackupState, Exported, MadeBackupView, OpenedBackup, Result, Work } from '../../preload/contract.ts';
import { call, onEvent } from '../api.ts';
import { dateTime, number } from '../format.ts';
import { language, t } from '../i18n.ts';
import { createStore } from '../store.ts';
import { notice, problem } from '../ui/toasts.tsx';

/** null: not read yet. */
export const backups = createStore<BackupState | null>(null);
/** Long work that goes on now. */
export const work = createStore<Work | null>(null);
/** The settings are to open at this part of them. */
export const sectionWanted = createStore(false);
/** The backup that was opened to look into. */
export const opened = createStore<OpenedBackup | null>(null);

export async function loadBackups(): Promise<void> {
  const state = await call('backup.state', {});
  if (!state.ok) return;
  backups.set(state.value);
  work.set(state.value.work);
}

/** Returns its own undo. */
export function listenToBackups(): () => void {
  const stops = [
    onEvent('backup.work', (now) => work.set(now.work)),
    onEvent('backup.changed', () => void loadBackups()),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

async function withState(asked: Promise<Result<BackupState>>): Promise<void> {
  const state = await asked;
  if (state.ok) backups.set(state.value);
  else problem(state);
}
export const setPlan = (plan: Pick<BackupState['plan'], 'every' | 'keep'>) => withState(call('backup.setPlan', plan));
export const chooseFolder = () => withState(call('backup.chooseFolder', {}));

/** Now: into the plan's folder, or else into one that is asked for. */
export const backUp = async (elsewhere: boolean): Promise<void> => {
  const planned = !elsewhere && backups.get()?.plan.folder !== null;
  tellMade(await (planned ? call('backup.makePlanned', {}) : call('backup.make', {})));
};

function tellMade(made: Result<MadeBackupView>): void {
  if (!made.ok) {
    problem(made, t('backup.notMade'));
    return;
  }
  const { path, stories, photos, bytes, damagedPhotos, damagedRows, leftOut } = made.value;
  notice(t('backup.made', { path, stories, photos, size: fileSize(bytes) }));
  const damaged = damagedPhotos + damagedRows + leftOut;
  if (damaged > 0) notice(t('backup.madeDamaged', { count: damaged }));
}

export async function openFile(): Promise<void> {
  const read = await call('backup.openFile', {});
  if (read.ok) opened.set(read.value);
  else problem(read);
}

export function closeFile(): void {
  opened.set(null);
  void call('backup.closeFile', {});
}

/** From the file back to the settings' part on backups. */
export function backToBackups(): void {
  sectionWanted.set(true);
  closeFile();
}

/** Where it goes well, every page starts afresh. */
export async function restore(): Promise<void> {
  const restored = await call('backup.restore', {});
  if (!restored.ok) problem(restored, t('backup.notRestored'));
}

export async function takeStories(ids: readonly string[]): Promise<void> {
  const taken = await call('backup.takeStories', { ids: [...ids] });
  if (!taken.ok) return problem(taken);
  const { added, missingPhotos } = taken.value;
  notice(t('backup.taken', { count: added }));
  if (missingPhotos > 0) notice(t('backup.photosNotTaken', { count: missingPhotos }));
  backToBackups();
}

export async function exportAll(): Promise<void> {
  const written: Result<Exported> = await call('backup.export', {});
  if (!written.ok) return problem(written);
  const { path, stories, problems } = written.value;
  notice(t('backup.exported', { count: stories, path }));
  if (problems > 0) notice(t('backup.exportProblems', { count: problems }));
  void call('backup.show', { what: 'export' });
}

export async function move(): Promise<void> {
  const moved = await call('backup.move', {});
  if (!moved.ok) problem(moved, t('backup.notMoved'));
}

/** 34 MB, 1,2 GB. */
export function fileSize(bytes: number): string {
  const units = ['kB', 'MB', 'GB', 'TB'];
  let value = bytes / 1000;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit++;
  }
  return `${number(value < 10 ? Math.round(value * 10) / 10 : Math.round(value), language())} ${units[unit]}`;
}

export const when = (at: string): string => (at === '' ? '' : dateTime(at, language()));

import path from 'node:path';
import type { BackupPlan, BackupState, Result } from '../../preload/contract.ts';
import { createElsewhere } from './elsewhere.ts';
import { createFromFile } from './from-file.ts';
import type { Needs } from './needs.ts';
import { noticeRead, readNotice } from './notice.ts';
import { isOverdue, lastGood } from './plan.ts';
import { createMaker } from './planned.ts';
import { createSchedule } from './schedule.ts';
import { createWorks } from './works.ts';

const cancelled = { ok: false, code: 'cancelled' } as const;

/** Backups of one open library, by hand and by plan; restoring; the export; moving. */
export function createBackups(needs: Needs) {
  const { store, library, dialogs, shell, send } = needs;
  const works = createWorks((work) => send('backup.work', { work }));
  const maker = createMaker(needs, works);
  const fromFile = createFromFile(needs, works);
  const elsewhere = createElsewhere(needs, works);
  const schedule = createSchedule({ memory: maker.memory, make: maker.makePlanned });

  async function state(): Promise<BackupState> {
    const memory = await maker.memory();
    return {
      plan: memory.plan,
      last: lastGood(memory),
      // What the person called off is only left alone for a while.
      failed: memory.failed?.code === 'cancelled' ? null : memory.failed,
      overdue: isOverdue(memory, new Date()),
      sameDisk: await maker.sameDisk(),
      work: works.current(),
      library,
      notice: await readNotice(store),
    };
  }
  const withState = async (kept: Result<null>): Promise<Result<BackupState>> =>
    kept.ok ? { ok: true, value: await state() } : kept;
  const chooseFolder = () => dialogs.folder('dialog.backupFolder');

  return {
    ...fromFile,
    exportAll: elsewhere.export,
    move: elsewhere.move,
    makePlanned: maker.makePlanned,
    cancel: works.cancel,
    wrote: schedule.wrote,
    state,
    async setPlan(plan: Pick<BackupPlan, 'every' | 'keep'>): Promise<Result<BackupState>> {
      const { folder } = (await maker.memory()).plan;
      const chosen = folder ?? (plan.every === 'off' ? null : await chooseFolder());
      if (plan.every !== 'off' && !chosen) return cancelled;
      return withState(await maker.setPlan({ ...plan, folder: chosen }));
    },
    async chooseFolder(): Promise<Result<BackupState>> {
      const folder = await chooseFolder();
      return folder ? withState(await maker.setPlan({ folder })) : cancelled;
    },
    async make() {
      const folder = await chooseFolder();
      return folder ? maker.make(folder, false) : cancelled;
    },
    async show(what: 'backups' | 'kept' | 'export'): Promise<Result<null>> {
      const folder = await folderOf(what);
      if (folder === null) return { ok: false, code: 'notFound' };
      const problem = await shell.openPath(folder);
      return problem === '' ? { ok: true, value: null } : { ok: false, code: 'placeGone', detail: problem };
    },
    async noticeRead(): Promise<Result<null>> {
      const kept = await noticeRead(store);
      send('backup.changed', {});
      return kept;
    },
    start: schedule.start,
    async close(): Promise<void> {
      schedule.stop();
      await works.close();
      await fromFile.closeFile();
    },
  };

  async function folderOf(what: 'backups' | 'kept' | 'export'): Promise<string | null> {
    if (what === 'export') return elsewhere.exported();
    if (what === 'kept') return (await readNotice(store))?.kept ?? null;
    const memory = await maker.memory();
    const last = lastGood(memory);
    return last ? path.dirname(last.path) : memory.plan.folder;
  }
}
export type Backups = ReturnType<typeof createBackups>;

import { stat } from 'node:fs/promises';
import type { BackupPlan, Failure, MadeBackupView, Result } from '../../preload/contract.ts';
import { backupName, type Made, makeBackup } from './make.ts';
import type { Needs } from './needs.ts';
import { type MadeBackup, type Memory, readMemory, writeMemory } from './plan.ts';
import { removeOutlived } from './retention.ts';
import type { Works } from './works.ts';

/** Making backups, by hand and by the plan, and remembering them. */
export function createMaker(needs: Needs, works: Works) {
  const { store, library, shell, send } = needs;
  const changed = () => send('backup.changed', {});

  async function remember(change: (memory: Memory) => Memory): Promise<Result<null>> {
    const kept = await writeMemory(store, change(await readMemory(store)));
    changed();
    return kept;
  }
  const makeIn = (folder: string): Promise<Result<Made>> =>
    works.run('backup', ({ signal, progress }) =>
      makeBackup(
        { store, library, program: shell.version },
        { folder, name: backupName(new Date()) },
        progress,
        signal,
      ),
    );
  async function make(folder: string, planned: boolean): Promise<Result<MadeBackupView>> {
    const made = await makeIn(folder);
    if (!made.ok) {
      if (planned) await remember((memory) => withFailure(memory, made));
      return made;
    }
    const { value } = made;
    await remember((memory) => withBackup(memory, { ...value, planned }));
    if (planned) {
      const memory = await removeOutlived(await readMemory(store));
      await remember(({ made: now }) => ({
        ...memory,
        made: now.filter((one) => memory.made.some(({ path }) => path === one.path)),
      }));
    }
    return { ok: true, value: { ...value, leftOut: value.leftOut.length } };
  }

  return {
    memory: () => readMemory(store),
    make,
    async makePlanned(): Promise<Result<MadeBackupView>> {
      const { folder } = (await readMemory(store)).plan;
      return folder === null ? { ok: false, code: 'placeGone' } : make(folder, true);
    },
    setPlan: (patch: Partial<BackupPlan>): Promise<Result<null>> =>
      remember((memory) => ({
        ...memory,
        plan: { ...memory.plan, ...patch },
        since: new Date().toISOString(),
        failed: null,
      })),
    /** Whether the plan's folder is on the library's own disk: a broken disk would take both. */
    async sameDisk(): Promise<boolean> {
      const { folder } = (await readMemory(store)).plan;
      if (folder === null) return false;
      const [ours, theirs] = await Promise.all([library, folder].map((path) => stat(path).catch(() => null)));
      return ours != null && theirs != null && ours.dev === theirs.dev;
    },
  };
}

const withBackup = (memory: Memory, backup: MadeBackup): Memory => {
  const { path, at, bytes, stories, photos, planned } = backup;
  const others = memory.made.filter((one) => one.path !== path);
  return {
    ...memory,
    made: [...others, { path, at, bytes, stories, photos, planned }],
    failed: planned ? null : memory.failed,
  };
};

/** What the person cancelled, or another work was in the way of, is no failure of the plan. */
const withFailure = (memory: Memory, { code, detail }: Failure): Memory =>
  code === 'backupBusy'
    ? memory
    : { ...memory, failed: { at: new Date().toISOString(), code, ...(detail && { detail }) } };

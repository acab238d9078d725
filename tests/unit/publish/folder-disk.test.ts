// Disks that do not play along, as real file systems of their own: mounting them takes root.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Desk, dataFolder, good, openDesk } from '../../cms/desk.ts';

let data: ReturnType<typeof dataFolder>;
let desk: Desk;
let disk: string;
let to: string;
const mount = (...args: string[]): boolean => spawnSync('mount', args).status === 0;
const canMount = (() => {
  const probe = dataFolder();
  const mounted = mount('-t', 'tmpfs', 'tmpfs', probe.folder);
  if (mounted) spawnSync('umount', [probe.folder]);
  probe.remove();
  return mounted;
})();

beforeEach(async () => {
  data = dataFolder();
  desk = await openDesk(path.join(data.folder, 'profile'));
  disk = path.join(data.folder, 'disk');
  mkdirSync(disk);
  mount('-t', 'tmpfs', '-o', 'size=400k', 'tmpfs', disk);
  to = await desk.destination({ type: 'folder', path: path.join(disk, 'Copydesk'), open: false });
});
afterEach(async () => {
  await desk.close();
  spawnSync('umount', [disk]);
  data.remove();
});
/** Leaves not one byte. */
function fill(): void {
  for (const size of [16_384, 4096])
    try {
      for (let at = 0; ; at++) writeFileSync(path.join(disk, `filler-${size}-${at}`), Buffer.alloc(size));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
    }
}
const folder = () => path.join(disk, 'Copydesk', readdirSync(path.join(disk, 'Copydesk'))[0]!);

test.skipIf(!canMount)(
  'a full disk: diskFull; the page there stays whole, nothing half is left, and it goes on with room',
  async () => {
    const story = await desk.story();
    expect((await desk.publish(story, to)).state).toBe('done');
    const before = readFileSync(path.join(folder(), 'index.html'), 'utf8');
    fill();
    await desk.edit(story, (now) => ({ ...now, fields: { ...now.fields, headline: 'Tít mới' } }));
    const job = await desk.publish(story, to);
    expect(job).toMatchObject({ state: 'stopped', error: { code: 'diskFull' } });
    expect(readFileSync(path.join(folder(), 'index.html'), 'utf8')).toBe(before);
    expect(readdirSync(folder()).filter((name) => name.endsWith('.tmp'))).toEqual([]);
    mount('-o', 'remount,size=4m', disk);
    good(await desk.outbox.retry(job.id));
    expect((await desk.settle(job.id)).state).toBe('done');
    expect(readFileSync(path.join(folder(), 'index.html'), 'utf8')).toContain('<h1>Tít mới</h1>');
  },
);

test.skipIf(!canMount)('a disk that is read only: folderReadOnly', async () => {
  mount('-o', 'remount,ro', disk);
  expect(await desk.publish(await desk.story(), to)).toMatchObject({
    state: 'stopped',
    error: { code: 'folderReadOnly' },
  });
  const config = { type: 'folder' as const, path: path.join(disk, 'Copydesk'), open: false };
  expect(await desk.accounts.check({ name: 'x', config })).toMatchObject({ ok: false, code: 'folderReadOnly' });
});

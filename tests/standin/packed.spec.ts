import { mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPackageWithOptions } from '@electron/asar';
import { writeDist } from '../electron-standin/dist.ts';
import { expect, PROBE, test } from './app.ts';

test('a packed program starts from the asar beside its executable', async ({ start }) => {
  const folder = mkdtempSync(join(tmpdir(), 'packed-'));
  const executable = join(folder, 'probe');
  renameSync(writeDist(folder), executable);
  await createPackageWithOptions(PROBE, join(folder, 'resources/app.asar'), { unpack: '*.cjs' });
  const { app, window: page } = await start({ executable });
  expect(await page.evaluate(() => window.probe.add(20, 22))).toBe(42);
  const facts = await app.evaluate(({ app: it }) => [
    it.isPackaged,
    it.getName(),
    process.execPath,
    process.resourcesPath,
  ]);
  expect(facts).toEqual([true, 'Probe', executable, join(folder, 'resources')]);
  await app.close();
  rmSync(folder, { recursive: true });
});

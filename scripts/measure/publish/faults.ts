import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Desk, dataFolder, good, openDesk } from '../../../tests/cms/desk.ts';
import { type Fault, startFaultProxy } from '../../../tests/cms/fault-proxy.ts';
import type { Place, PlaceKind } from '../../../tests/cms/places.ts';
import { sshdMissing, startSshd } from '../../../tests/cms/sshd.ts';

export type Faults = { tried: number; duplicated: number; forgotten: number; unclear: number };
type Count = { stories(): Promise<number>; clear(): unknown };

const FAULTS: readonly Fault[] = [
  { cut: true },
  { cut: 'within the answer', forward: true },
  { cut: true, forward: true },
  { status: 429, headers: { 'retry-after': '2' } },
  { status: 502 },
  { status: 504, forward: true },
];

/** Each fault at each write that may not happen twice, against a real server behind a proxy that fails as told. */
export async function faultsOf(kind: PlaceKind, place: Place): Promise<Faults> {
  const faults: Faults = { tried: 0, duplicated: 0, forgotten: 0, unclear: 0 };
  const proxy = await startFaultProxy(place.url);
  const data = dataFolder();
  const desk = await openDesk(data.folder);
  const counted: Count = { stories: async () => (await place.posts()).length, clear: place.clear };
  try {
    const to = await place.account(desk, proxy.url);
    for (const write of ['photo', 'draft', 'update'] as const)
      for (const fault of FAULTS) {
        await counted.clear();
        proxy.reset();
        let hit = false;
        proxy.fault = (seen) => {
          if (hit || !kind.writes(seen, write)) return undefined;
          hit = true;
          return fault;
        };
        const story = await desk.story(undefined, faults.tried + 1);
        const job = await desk.publish(story, to);
        await settled(desk, job.id);
        if (!hit) throw new Error(`${kind.name}: no ${write} was sent`);
        await judge(faults, desk, story, job.id, counted);
      }
    return faults;
  } finally {
    await desk.close();
    data.remove();
    await proxy.close();
  }
}

/** The program ends at each change of the job in turn, into a folder on this disk and into one on an SFTP server. */
export async function faultsOfFolders(): Promise<Record<string, Faults>> {
  const root = mkdtempSync(path.join(tmpdir(), 'measure-faults-'));
  const counted = (folder: string): Count => ({
    stories: async () => (existsSync(folder) ? readdirSync(folder).length : 0),
    clear: () => rmSync(folder, { recursive: true, force: true }),
  });
  try {
    const local = path.join(root, 'folder');
    const figures: Record<string, Faults> = {
      folder: await endings((desk) => desk.destination({ type: 'folder', path: local, open: false }), counted(local)),
    };
    if (sshdMissing()) return figures;
    const server = await startSshd(path.join(root));
    const remote = path.join(root, 'sftp');
    const { port, user, hostKey } = server;
    const config = { type: 'sftp' as const, host: '127.0.0.1', port, user, hostKey, path: remote };
    figures.sftp = await endings((desk) => desk.destination(config, server.key), counted(remote));
    await server.stop();
    return figures;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

async function endings(account: (desk: Desk) => Promise<string>, counted: Count): Promise<Faults> {
  const faults: Faults = { tried: 0, duplicated: 0, forgotten: 0, unclear: 0 };
  for (let at = 0; ; at++) {
    await counted.clear();
    const data = dataFolder();
    let desk = await openDesk(data.folder);
    try {
      const to = await account(desk);
      const story = await desk.story();
      const { seq } = good(await desk.store.readStory(story));
      const ended = Promise.withResolvers<boolean>();
      let changes = 0;
      const running = desk;
      desk.hooks.job = ({ state }) => {
        if (changes++ === at) running.close().then(() => ended.resolve(true), ended.reject);
        else if (state === 'done' && changes <= at) ended.resolve(false);
      };
      const started = await desk.outbox.startPublication({ storyId: story, destinationId: to, seq, confirmed: true });
      if (!(await ended.promise)) return faults;
      desk = await openDesk(data.folder, running.clock);
      const jobId = good(started).id;
      await settled(desk, jobId);
      await judge(faults, desk, story, jobId, counted);
    } finally {
      await desk.close();
      data.remove();
    }
  }
}

/** A job that will not end says so; what is wrong with it is counted. */
const settled = (desk: Desk, jobId: string) => desk.settle(jobId).catch(() => desk.job(jobId));

async function judge(faults: Faults, desk: Desk, story: string, jobId: string, counted: Count): Promise<void> {
  const { state, error } = await desk.job(jobId);
  const receipts = (await desk.store.listReceipts(story)).length;
  const stories = await counted.stories();
  faults.tried += 1;
  if (stories > 1) faults.duplicated += 1;
  if (state === 'done' ? stories === 0 || receipts !== 1 : stories > 0 && receipts === 0) faults.forgotten += 1;
  if (state !== 'done' && !(state === 'stopped' && error)) faults.unclear += 1;
}

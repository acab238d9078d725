// A newsroom's computer without its window: the real store, media and outbox on a data folder, with a clock that the
// test sets. Opening the same folder again is a restart of the program.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createTagWriter } from '../../main/media/exiftool.ts';
import { createMedia } from '../../main/media/index.ts';
import { createAccounts } from '../../main/publish/accounts.ts';
import { createFolder } from '../../main/publish/destinations/folder.ts';
import { createGhost } from '../../main/publish/destinations/ghost/index.ts';
import { createNinjs } from '../../main/publish/destinations/ninjs/index.ts';
import { createSftpFolder } from '../../main/publish/destinations/sftp.ts';
import { createWordPress } from '../../main/publish/destinations/wordpress/index.ts';
import { createHttp, type Http, type HttpOptions } from '../../main/publish/http.ts';
import { createOutbox } from '../../main/publish/outbox.ts';
import type { Secrets } from '../../main/secrets.ts';
import { openStore } from '../../main/store/open.ts';
import type { DestinationConfig, Job, Operation, Receipt, Result } from '../../preload/contract.ts';
import { newId } from '../../story/ids.ts';
import { diffStories } from '../../story/journal.ts';
import { emptyStory, type Figure, type Story } from '../../story/model.ts';
import { noise } from '../fixtures/photo.ts';

/** A stand-in for the operating system's keychain, which no test machine has: turns every bit over. */
export const keychain: Secrets = {
  protected: true,
  seal: async (text) => Buffer.from(text, 'utf8').map((byte) => byte ^ 0xff),
  open: async (sealed) => Buffer.from(sealed.map((byte) => byte ^ 0xff)).toString('utf8'),
};

export const good = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`${result.code}: ${result.detail ?? ''}`);
  return result.value;
};

export const dataFolder = () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'copydesk-desk-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
};

/** Milliseconds since 1970 that only a test moves. */
export type Clock = { ms: number };
export const clockNow = (): Clock => ({ ms: Date.now() });

/** Of all desks of this process: it takes longer to start than a photo takes. It ends with the process. */
const tags = { ...createTagWriter(), end: async () => undefined };

/** What is asked of a destination, where it is not to publish. */
export type Asked = { operation?: Operation; at?: string };

export type Desk = Awaited<ReturnType<typeof openDesk>>;

/** `wrap`: what stands between the program and its network; `open`: how the store is opened, where a test has a worker of its own. */
export async function openDesk(
  folder: string,
  clock: Clock = clockNow(),
  { wrap = (made) => made, ...options }: HttpOptions & { wrap?: (http: Http) => Http } = {},
  open: (folder: string) => ReturnType<typeof openStore> = openStore,
) {
  const store = good(await open(folder));
  const media = createMedia({ folder, store, tags });
  let trusted: readonly string[] = [];
  const http = wrap(createHttp({ ca: () => trusted, ...options }));
  const destinations = {
    folder: createFolder(),
    sftp: createSftpFolder(),
    wordpress: createWordPress(http),
    ghost: createGhost(http),
    ninjs: createNinjs(http, () => clock.ms),
  };
  const accounts = createAccounts({ store, secrets: keychain, destinations });
  const jobs: Job[] = [];
  const receipts: Receipt[] = [];
  /** Called as each job changes, before anything goes on. */
  const hooks: { job?: ((job: Job) => void) | undefined } = {};
  const outbox = createOutbox({
    ...{ store, accounts, destinations, media },
    now: () => clock.ms,
    random: () => 0,
    publisher: () => ({ name: 'Lê Thị Phóng Viên', fingerprint: 'pv' }),
    house: () => ({}),
    onJob(job) {
      jobs.push(job);
      hooks.job?.(job);
    },
    onReceipt: (receipt) => receipts.push(receipt),
    onFault: (error) => {
      throw error;
    },
  });
  await outbox.start();

  const job = async (id: string): Promise<Job> => (await outbox.jobs()).find((one) => one.id === id) as Job;
  return {
    ...{ store, media, accounts, destinations, outbox, clock, jobs, receipts, job, hooks },
    /** Adds a destination; its id. */
    destination: async (config: DestinationConfig, secret?: string): Promise<string> =>
      good(await accounts.save({ name: 'Báo thử', config, ...(secret && { secret }) })).id,
    /** Stores a story with one photo; its id. */
    async story(change: (story: Story) => Story = (story) => story, seed = 1): Promise<string> {
      const story = change(newsStory(await addPhoto(media, seed)));
      good(await store.createStory(story, 'phong-vien'));
      return story.id;
    },
    async edit(id: string, change: (story: Story) => Story): Promise<void> {
      const { story, seq } = good(await store.readStory(id));
      good(await store.appendRecord(id, seq, diffStories(story, change(story)), 'phong-vien'));
    },
    /** Trusts a certificate authority (PEM) besides the usual ones. */
    trust: (pem: string) => {
      trusted = [pem];
    },
    /** Presses the button, and waits until nothing runs. */
    async publish(storyId: string, destinationId: string, asked: Asked = {}): Promise<Job> {
      const { seq } = good(await store.readStory(storyId));
      const started = good(await outbox.startPublication({ storyId, destinationId, seq, confirmed: true, ...asked }));
      await outbox.idle();
      return job(started.id);
    },
    /** Lets time pass, from one attempt to the next, until the job is no longer waiting. */
    async settle(id: string): Promise<Job> {
      for (let attempt = 0; attempt < 20; attempt++) {
        await outbox.idle();
        const now = await job(id);
        if (now.state !== 'waiting') return now;
        clock.ms = Math.max(clock.ms + 1, Date.parse(now.nextAttemptAt ?? '') || 0);
        outbox.kick();
      }
      throw new Error(`job ${id} is still waiting after 20 attempts: ${JSON.stringify(await job(id))}`);
    },
    /** The same, where the server's own clock has to run on as well. */
    async settleSlowly(id: string): Promise<Job> {
      for (let attempt = 0; attempt < 20; attempt++) {
        await wait(1100);
        clock.ms = Math.max(clock.ms + 1, Date.parse((await job(id)).nextAttemptAt ?? '') || 0);
        outbox.kick();
        await outbox.idle();
        const now = await job(id);
        if (now.state !== 'waiting') return now;
      }
      throw new Error(`job ${id} is still waiting: ${JSON.stringify(await job(id))}`);
    },
    async close(): Promise<void> {
      await outbox.stop();
      await http.close();
      await media.close();
      await store.close();
    },
  };
}

async function addPhoto(media: ReturnType<typeof createMedia>, seed: number): Promise<Figure> {
  const bytes = await noise(640, 400, 3, seed).jpeg().toBuffer();
  const { hash, width, height } = good(await media.importPhoto(`thu-hoach-${seed}.jpg`, bytes));
  return {
    ...{ id: newId(), type: 'figure', photo: hash, width, height, unchecked: [] },
    caption: 'Nông dân thôn Nà Ngòa thu hoạch hồng & quýt.',
    credit: 'Ảnh: Hà Văn Lường',
    copyright: '© Báo thử nghiệm',
    alt: 'Hai người đội nón hái quả hồng trên sườn đồi',
  };
}

function newsStory(figure: Figure): Story {
  const paragraph = (text: string) => ({ id: newId(), type: 'paragraph' as const, runs: [{ text }] });
  const story = emptyStory('vi', new Date().toISOString());
  return {
    ...story,
    fields: {
      ...story.fields,
      kicker: 'Nông thôn mới',
      headline: 'Xã vùng cao đưa hồng không hạt ra chợ phiên',
      standfirst: 'Vụ này, 57,54% số hộ trong xã đã có vườn hồng; tổng thu ước đạt 3,7 tỷ đồng.',
      place: 'Nà Ngòa',
      date: '14/6',
      byline: 'Lê Thị Phóng Viên',
      closingMark: './.',
    },
    body: [
      paragraph('Sáng sớm, chợ phiên đã kín người mua kẻ bán.'),
      figure,
      paragraph('Đến trưa, sọt hồng cuối cùng đã hết'),
    ],
  };
}

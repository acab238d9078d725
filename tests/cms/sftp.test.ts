import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sha256Hex } from '../../story/canonical.ts';
import type { Story } from '../../story/model.ts';
import { type Desk, dataFolder, good, openDesk } from './desk.ts';
import { type SshServer, sshdMissing, startSshd } from './sshd.ts';

const missing = sshdMissing();
const SLUG = 'xa-vung-cao-dua-hong-khong-hat-ra-cho-phien';
const headline = (text: string) => (story: Story) => ({ ...story, fields: { ...story.fields, headline: text } });

describe.skipIf(missing)(`a folder on a real SFTP server${missing ? ` (${missing})` : ''}`, () => {
  let server: SshServer;
  let desk: Desk;
  let data: ReturnType<typeof dataFolder>;
  let number = 0;
  beforeAll(async () => {
    server = await startSshd();
  });
  afterAll(() => server?.stop());
  beforeEach(async () => {
    data = dataFolder();
    desk = await openDesk(data.folder);
    number += 1;
  });
  afterEach(async () => {
    await desk.close();
    data.remove();
  });
  const folder = () => path.join(server.root, `trang-${number}`);
  const config = (more: { hostKey?: string; port?: number } = {}) => {
    const { port, user, hostKey } = server;
    return { type: 'sftp' as const, host: '127.0.0.1', port, user, hostKey, path: folder(), ...more };
  };
  const account = () => desk.destination(config(), server.key);
  const names = (slug = SLUG) => readdirSync(path.join(folder(), slug)).sort();
  const read = (name: string) => readFileSync(path.join(folder(), SLUG, name));

  /** What a watcher that waits for the manifest and checks its hashes takes; null: it does not fit now. */
  function taken(): Record<string, string> | null {
    const file = path.join(folder(), SLUG, 'manifest.json');
    if (!existsSync(file)) return null;
    const { files } = JSON.parse(readFileSync(file, 'utf8')) as { files: { name: string; sha256: string }[] };
    const there = files.map(({ name }) => (existsSync(path.join(folder(), SLUG, name)) ? sha256Hex(read(name)) : ''));
    return there.every((hash, at) => hash === files[at]?.sha256)
      ? Object.fromEntries(files.map(({ name, sha256 }) => [name, sha256]))
      : null;
  }

  test('one story, whole, its manifest naming every file; again after an edit, and taken back', async () => {
    const to = await account();
    const story = await desk.story();
    expect(await desk.publish(story, to)).toMatchObject({ state: 'done', error: null });
    const files = ['index.html', 'manifest.json', 'story.ninjs.json', `${SLUG}-1.jpg`];
    expect(names()).toEqual(files.sort());
    expect(Object.keys(taken() ?? {}).sort()).toEqual(files.filter((name) => name !== 'manifest.json'));
    expect(desk.receipts[0]).toMatchObject({
      ...{ operation: 'created', status: 'published', differences: [], remoteId: SLUG },
      url: `sftp://127.0.0.1:${server.port}${path.join(folder(), SLUG, 'index.html')}`,
    });
    await desk.edit(story, headline('Hồng không hạt xuống núi'));
    expect(await desk.publish(story, to)).toMatchObject({ state: 'done' });
    expect(desk.receipts[1]).toMatchObject({ operation: 'updated', remoteId: SLUG, differences: [] });
    expect(read('index.html').toString()).toContain('Hồng không hạt xuống núi');
    expect(taken()).not.toBeNull();

    const { seq } = good(await desk.store.readStory(story));
    const asked = { storyId: story, destinationId: to, seq, confirmed: false, operation: 'unpublish' as const };
    const job = good(await desk.outbox.startPublication(asked));
    await desk.outbox.idle();
    expect(await desk.job(job.id)).toMatchObject({ state: 'done' });
    expect(names()).toEqual(['manifest.json', 'story.ninjs.json']);
    expect(JSON.parse(read('story.ninjs.json').toString())).toMatchObject({ pubStatus: 'canceled' });
    expect(JSON.parse(read('manifest.json').toString())).toMatchObject({ status: 'withdrawn' });
    expect(desk.receipts[2]).toMatchObject({ operation: 'withdrawn', status: 'withdrawn', differences: [] });
  });

  test('a server whose key nobody trusts, another key than the one trusted, a wrong key of ours: nothing is written', async () => {
    const check = (hostKey: string, secret = server.key) =>
      desk.accounts.check({ name: 'x', config: config({ hostKey }), secret });
    expect(await check('')).toEqual({ ok: false, code: 'hostKeyUnknown', detail: server.hostKey });
    expect(await check(`SHA256:${'A'.repeat(43)}`)).toMatchObject({ code: 'hostKeyChanged', detail: server.hostKey });
    expect(await check(server.hostKey)).toMatchObject({ ok: true, value: { account: server.user } });
    // As a field of one line gives it.
    expect(await check(server.hostKey, server.key.replaceAll('\n', ''))).toMatchObject({ ok: true });
    expect(await check(server.hostKey, 'một mật khẩu sai')).toMatchObject({ code: 'wrongPassword' });
    const broken = '-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n-----END OPENSSH PRIVATE KEY-----\n';
    expect(await check(server.hostKey, broken)).toMatchObject({ code: 'badKey' });
    const to = await desk.destination(config({ hostKey: `SHA256:${'A'.repeat(43)}` }), server.key);
    expect(await desk.publish(await desk.story(), to)).toMatchObject({
      state: 'stopped',
      error: { code: 'hostKeyChanged' },
    });
    expect(existsSync(folder())).toBe(false);
  });

  test('what somebody changed there is a conflict, and replaced only by a person’s word', async () => {
    const to = await account();
    const story = await desk.story();
    await desk.publish(story, to);
    const page = path.join(folder(), SLUG, 'index.html');
    writeFileSync(page, readFileSync(page, 'utf8').replace('chợ phiên đã kín', 'chợ phiên ĐÃ SỬA'));
    await desk.edit(story, headline('Tít mới'));
    const job = await desk.publish(story, to);
    expect(job).toMatchObject({ state: 'conflict' });
    expect(job.conflict?.theirs).toContain('ĐÃ SỬA');
    good(await desk.outbox.resolve(job.id, 'replace'));
    expect((await desk.settle(job.id)).state).toBe('done');
    expect(readFileSync(page, 'utf8')).not.toContain('ĐÃ SỬA');
  });

  test('the connection is cut at each step in turn: the next attempt finishes it, and a watcher never takes half a story', async () => {
    const steps: string[] = [];
    desk.hooks.job = ({ step, done }) => void steps.push(`${step} ${done}`);
    await desk.publish(await desk.story(headline('Bài để đếm bước')), await account());
    const marks = [...new Set(steps)];
    expect(marks.length).toBeGreaterThan(4);
    for (const mark of marks.filter((one) => !one.startsWith('receipt'))) {
      number += 1;
      const to = await account();
      const story = await desk.story();
      let hit = false;
      desk.hooks.job = ({ step, done }) => {
        if (hit || `${step} ${done}` !== mark) return;
        hit = true;
        server.cutSessions();
      };
      const job = await desk.publish(story, to);
      expect(hit, mark).toBe(true);
      // Cut before anything was asked of the server, or after the last word, it may be done at once.
      const whole = taken();
      if (job.state !== 'done') expect(job, mark).toMatchObject({ state: 'waiting', error: { code: 'badAnswer' } });
      expect((await desk.settle(job.id)).state, mark).toBe('done');
      expect(taken(), mark).not.toBeNull();
      if (whole) expect(whole).toEqual(taken());
      expect(readdirSync(folder()), mark).toEqual([SLUG]);
      expect(names().filter((name) => name.endsWith('.tmp'))).toEqual([]);
      expect(await desk.store.listReceipts(story)).toHaveLength(1);
    }
  });

  test('a server that is not there: the job waits', async () => {
    const to = await desk.destination(config({ port: 1 }), server.key);
    expect(await desk.publish(await desk.story(), to)).toMatchObject({ state: 'waiting', error: { code: 'refused' } });
  });
});

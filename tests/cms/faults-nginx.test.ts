// What a web server in front of the real one does to requests: the real nginx in front of each real server.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type AuthorityFiles, makeAuthority } from './authority.ts';
import { type Desk, dataFolder, good, openDesk } from './desk.ts';
import { oneOfEach } from './evidence.ts';
import { type FaultProxy, startFaultProxy } from './fault-proxy.ts';
import { type Nginx, type NginxOptions, startNginx } from './nginx.ts';
import { PLACES, type Place } from './places.ts';

const LIMIT = 'limit_req_zone $binary_remote_addr zone=few:1m rate=2r/s;';
const WRITES_ONLY = "map $request_method $who { default ''; POST $binary_remote_addr; PUT $binary_remote_addr; }";

describe.each(PLACES.filter(({ isQuick }) => isQuick))('nginx in front of $name', ({ missing, start, writes }) => {
  const reason = missing();
  describe.skipIf(reason)(`as it is on real sites${reason ? ` (${reason})` : ''}`, () => {
    let place: Place;
    let nginx: Nginx;
    /** The way from nginx to the server: as it is, where a test does not hold an answer on it. */
    let slow: FaultProxy;
    let house: AuthorityFiles;
    let desk: Desk;
    let data: ReturnType<typeof dataFolder>;
    const files = mkdtempSync(path.join(tmpdir(), 'copydesk-ca-'));
    beforeAll(async () => {
      place = await start();
      slow = await startFaultProxy(place.url);
      nginx = await startNginx(slow.url);
      house = makeAuthority(files);
    });
    afterAll(async () => {
      await nginx?.stop();
      await slow?.close();
      await place?.stop();
      rmSync(files, { recursive: true, force: true });
    });
    beforeEach(async () => {
      await place.clear();
      data = dataFolder();
      desk = await openDesk(data.folder);
    });
    afterEach(async () => {
      slow.reset();
      await desk.close();
      data.remove();
    });
    /** An account behind nginx, as it is configured from now on. */
    async function account(options: NginxOptions): Promise<string> {
      await nginx.configure(options);
      nginx.forget();
      return place.account(desk, nginx.url);
    }
    const answered = (status: number) => nginx.log().filter((one) => one.status === status);
    const is = oneOfEach(() => ({ place, desk }));

    test('413: the photo is too large for the web server; nothing is there, and it goes on once there is room', async () => {
      const to = await account({ server: 'client_max_body_size 4k;' });
      const story = await desk.story();
      const job = await desk.publish(story, to);
      expect(job).toMatchObject({ state: 'stopped', step: 'photos', error: { code: 'tooLargeForServer' } });
      const [refused, ...more] = answered(413);
      expect([writes(refused!, 'photo'), refused!.upstream, more]).toEqual([true, null, []]);
      expect([await place.posts(), await place.photos()]).toEqual([[], []]);
      await nginx.configure({});
      good(await desk.outbox.retry(job.id));
      expect((await desk.settle(job.id)).state).toBe('done');
      await is.published(story);
    });

    test('429 without Retry-After: it waits a little longer each time, and ends with one story', async () => {
      const to = await account({
        http: `${WRITES_ONLY} limit_req_zone $who zone=few:1m rate=1r/s;`,
        server: 'limit_req zone=few; limit_req_status 429;',
      });
      const story = await desk.story();
      const job = await desk.publish(story, to);
      expect(job).toMatchObject({ state: 'waiting', error: { code: 'serverBusy' } });
      expect(Date.parse(job.nextAttemptAt!)).toBe(desk.clock.ms + 1000);
      expect(answered(429).length).toBe(1);
      expect((await desk.settleSlowly(job.id)).state).toBe('done');
      await is.published(story);
    });

    test('429 with Retry-After: the whole destination is left alone so long', async () => {
      const to = await account({
        http: LIMIT,
        server: "limit_req zone=few; limit_req_status 429; add_header Retry-After '120' always;",
      });
      const story = await desk.story();
      const job = await desk.publish(story, to);
      expect(job).toMatchObject({ state: 'waiting', error: { code: 'serverBusy' } });
      expect(Date.parse(job.nextAttemptAt!)).toBe(desk.clock.ms + 120_000);
      expect(answered(429).length).toBe(1);
      const asked = nginx.log().length;
      const other = await desk.publish(await desk.story(undefined, 2), to);
      desk.outbox.setOnline(true);
      await desk.outbox.idle();
      expect([other.state, nginx.log().length]).toEqual(['waiting', asked]);
      await nginx.configure({});
      desk.clock.ms += 120_000;
      for (const { id } of [job, other]) expect((await desk.settle(id)).state).toBe('done');
      expect((await place.posts()).length).toBe(2);
    });

    test('502: nothing behind it runs; it waits, and goes out once there is something again', async () => {
      const to = await account({});
      const story = await desk.story();
      await place.kill();
      const job = await desk.publish(story, to);
      expect(job).toMatchObject({ state: 'waiting', error: { code: 'serverError' } });
      expect(answered(502).length).toBe(1);
      await place.start();
      expect((await desk.settle(job.id)).state).toBe('done');
      await is.published(story);
    });

    test.each(['photo', 'draft'] as const)('504, though the %s was stored: looked for, and found', async (kind) => {
      const to = await account({ location: 'proxy_read_timeout 1s;' });
      let isHeld = false;
      slow.after = (seen) => {
        if (isHeld || !writes(seen, kind)) return undefined;
        isHeld = true;
        return wait(2500);
      };
      const story = await desk.story();
      const job = await desk.publish(story, to);
      expect(job).toMatchObject({ state: 'waiting', error: { code: 'serverError' } });
      const [late, ...more] = answered(504);
      expect([writes(late!, kind), more]).toEqual([true, []]);
      await is.stored(kind);
      expect((await desk.settle(job.id)).state).toBe('done');
      expect(nginx.log().filter((one) => writes(one, kind)).length).toBe(1);
      await is.published(story);
    });

    test('an Authorization that is stripped on the way: the sentence is about the log-in, and nothing is there', async () => {
      const to = await account({ location: "proxy_set_header Authorization '';" });
      const job = await desk.publish(await desk.story(), to);
      expect(job.state).toBe('stopped');
      expect(['wrongPassword', 'notAllowed']).toContain(job.error?.code);
      // We did send it.
      expect(nginx.log().some(({ authorized, status }) => authorized && (status === 401 || status === 403))).toBe(true);
      expect([await place.posts(), await place.photos()]).toEqual([[], []]);
    });

    test('a certificate of the newsroom’s own authority: refused, and trusted from the moment it is added', async () => {
      const to = await account({ tls: house.issue('127.0.0.1') });
      const story = await desk.story();
      const job = await desk.publish(story, to);
      expect(job).toMatchObject({ state: 'stopped', error: { code: 'certificate' } });
      expect(nginx.log()).toEqual([]);
      desk.trust(house.pem);
      good(await desk.outbox.retry(job.id));
      expect((await desk.settle(job.id)).state).toBe('done');
      await is.published(story);
    });

    test.each([
      ['an expired certificate', '127.0.0.1', true, 'CERT_HAS_EXPIRED'],
      ['a certificate for another name', 'bao.example', false, 'ERR_TLS_CERT_ALTNAME_INVALID'],
    ])('%s: nothing is sent, not even the password, and the job stops', async (_, host, expired, said) => {
      const to = await account({ tls: house.issue(host, { expired }) });
      desk.trust(house.pem);
      const job = await desk.publish(await desk.story(), to);
      expect(job).toMatchObject({ state: 'stopped', error: { code: 'certificate' } });
      expect(job.error?.detail).toMatch(new RegExp(`^${said}`));
      expect([nginx.log(), await place.posts(), await place.photos()]).toEqual([[], [], []]);
    });

    test('a write that is redirected is not followed, and the job stops', async () => {
      const to = await account({ server: 'if ($request_method = POST) { return 301 /noi-khac$request_uri; }' });
      const job = await desk.publish(await desk.story(), to);
      expect(job).toMatchObject({ state: 'stopped', error: { code: 'redirected' } });
      expect(answered(301).map(({ method }) => method)).toEqual(['POST']);
      expect([await place.posts(), await place.photos()]).toEqual([[], []]);
    });
  });
});

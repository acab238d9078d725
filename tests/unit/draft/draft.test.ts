import sharp from 'sharp';
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest';
import { createDrafts, type DraftRoom } from '../../../main/draft/index.ts';
import { createHttp, type Http } from '../../../main/publish/http.ts';
import type { Secrets } from '../../../main/secrets.ts';
import type { PhotoInfo, Prefs } from '../../../preload/contract.ts';
import { newId } from '../../../story/ids.ts';
import { keychain } from '../../cms/desk.ts';
import { CAMERA_EXIF, iimSegment, noise, withSegments, xmpPacket, xmpSegment } from '../../fixtures/photo.ts';
import { good, library } from '../media/library.ts';
import { type ModelServer, startModelServer } from './model-server.ts';

const KEY = 'sk-máy-0815';
let http: Http;
let server: ModelServer;
let lib: Awaited<ReturnType<typeof library>>;
let values: Map<string, Uint8Array>;
let prefs: Partial<Prefs>;
let drafts: DraftRoom;

function open(secrets: Secrets = keychain, client = http): DraftRoom {
  return createDrafts({
    http: client,
    media: lib.media,
    secrets,
    store: {
      getPhoto: async (hash) => lib.rows.get(hash) ?? null,
      getValue: async (key) => values.get(key) ?? null,
      putValue: async (key, value) => {
        values.set(key, value);
        return { ok: true, value: null };
      },
    },
    prefs: { get: () => prefs as Prefs, set: (patch) => Object.assign(prefs, patch) as Prefs },
    prefsChanged: () => undefined,
  });
}
beforeEach(async () => {
  http = createHttp();
  server = await startModelServer();
  lib = await library();
  values = new Map();
  prefs = {};
  drafts = open();
});
afterEach(async () => {
  await lib.media.close();
  await http.close();
  await server.close();
});

async function photo(): Promise<string> {
  const jpeg = await noise(1600, 1000).withExif(CAMERA_EXIF).jpeg().toBuffer();
  const packet = xmpPacket(
    '<photoshop:City>Na Rì</photoshop:City><photoshop:Instructions>SECRET-INSTRUCTIONS</photoshop:Instructions>',
  );
  const byline = iimSegment([[80, Buffer.from('BYLINE-1234')]]);
  return good(await lib.media.importPhoto('a.jpg', withSegments(jpeg, xmpSegment(packet), byline))).hash;
}
const wanted = (hash: string) => ({
  id: newId(),
  photo: hash,
  field: 'caption' as const,
  language: 'vi' as const,
  headline: 'Mùa dưa ở Na Rì',
  text: '',
});
const on = (more = {}) => drafts.save({ on: true, address: server.address, model: 'llava', ...more });

test('nothing is read and nothing is sent unless it is switched on', async () => {
  const hash = await photo();
  expect(await drafts.text(wanted(hash))).toEqual({ ok: false, code: 'draftOff' });
  good(await on());
  good(await drafts.save({ on: false, address: server.address, model: 'llava' }));
  expect(await drafts.text(wanted(hash))).toEqual({ ok: false, code: 'draftOff' });
  expect(server.asked).toEqual([]);
});

test('a small copy without metadata goes to that address, with what is known of the photo', async () => {
  good(await on({ key: KEY }));
  server.answer = '"Bà con thu hoạch dưa."';
  const hash = await photo();
  const province = { value: 'Bắc Kạn', by: 'Lan', at: '2026-11-27T00:00:00.000Z' };
  lib.rows.set(hash, { ...(lib.rows.get(hash) as PhotoInfo), edits: { province } });
  expect(await drafts.text(wanted(hash))).toEqual({ ok: true, value: { text: 'Bà con thu hoạch dưa.' } });
  const [asked] = server.asked;
  expect(asked).toMatchObject({ path: '/v1/chat/completions', authorization: `Bearer ${KEY}`, model: 'llava' });
  expect(asked?.text).toContain('Mùa dưa ở Na Rì');
  expect(asked?.text).toContain('"photo_city":"Na Rì"');
  expect(asked?.text).toContain('"photo_province":"Bắc Kạn"');
  expect(asked?.raw).not.toContain('SECRET-INSTRUCTIONS');
  const found = await sharp(asked?.picture).metadata();
  expect([asked?.pictureType, found.width, found.height]).toEqual(['image/jpeg', 1024, 640]);
  expect([found.exif, found.xmp, found.iptc, found.icc]).toEqual([undefined, undefined, undefined, undefined]);
  for (const word of ['SERIAL-4711', 'TestCam', 'Na R', 'BYLINE-1234', 'SECRET'])
    expect(asked?.picture.includes(word)).toBe(false);
});

test('what is hidden in the figure is hidden from the model, too', async () => {
  good(await on());
  const stripes = Uint8Array.from({ length: 1000 * 600 }, (_, at) => (Math.floor((at % 1000) / 10) % 2) * 255);
  const file = sharp(stripes, { raw: { width: 1000, height: 600, channels: 1 } }).png();
  const { hash } = good(await lib.media.importPhoto('a.png', await file.toBuffer()));
  const hide = [{ x: 0, y: 0, width: 0.5, height: 1, how: 'pixelate' as const }];
  good(await drafts.text({ ...wanted(hash), recipe: { hide } }));
  const row = { left: 0, top: 300, width: 1000, height: 1 };
  const { data } = await sharp(server.asked[0]?.picture)
    .extract(row)
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const edges = (from: number) =>
    [...data.subarray(from, from + 400)].filter((value, at, all) => Math.abs(value - (all[at - 1] ?? value)) > 60)
      .length;
  expect(edges(0)).toBeLessThan(20);
  expect(edges(600)).toBeGreaterThanOrEqual(39);
});

test('an asking can be cancelled', async () => {
  good(await on());
  const arrived = new Promise<void>((resolve) => {
    server.answer = () => resolve();
  });
  const input = wanted(await photo());
  const answer = drafts.text(input);
  await arrived;
  expect(await drafts.text(input)).toMatchObject({ ok: false, code: 'badRequest' });
  drafts.cancel(newId());
  drafts.cancel(input.id);
  expect(await answer).toMatchObject({ ok: false, code: 'cancelled' });
});

test('askings go one by one; one that is cancelled while it waits never goes', async () => {
  good(await on());
  const hash = await photo();
  let finish = () => undefined as unknown;
  const arrived = new Promise<void>((resolve) => {
    server.answer = (_, response) => {
      finish = () => response.end('{"choices":[{"message":{"content":"Dưa."}}]}');
      resolve();
    };
  });
  const [first, second, third] = [wanted(hash), wanted(hash), wanted(hash)];
  const answers = [first, second, third].map((input) => drafts.text(input));
  await arrived;
  drafts.cancel(second.id);
  expect(await answers[1]).toMatchObject({ ok: false, code: 'cancelled' });
  expect(server.asked).toHaveLength(1);
  server.answer = 'Lúa.';
  finish();
  expect(await Promise.all(answers)).toMatchObject([
    { ok: true, value: { text: 'Dưa.' } },
    { ok: false },
    { ok: true, value: { text: 'Lúa.' } },
  ]);
  expect(server.asked).toHaveLength(2);
});

test.each([
  [401, '{"error":{"message":"bad key"}}', 'modelKeyRefused'],
  [404, '{"error":{"message":"model \\"llava\\" not found, try pulling it first"}}', 'unknownModel'],
  [404, '<html>Not here</html>', 'modelRefused'],
  [400, '{"error":"this model does not support images"}', 'modelRefused'],
  [500, '', 'modelRefused'],
  [302, '', 'redirected'],
  [200, '<html>Welcome</html>', 'modelNonsense'],
  [200, '{"choices":[{"message":{"content":"   "}}]}', 'modelNonsense'],
  [200, '{"choices":[', 'modelNonsense'],
])('status %d with %s is %s', async (status, answer, code) => {
  good(await on());
  server.answer = (_, response) => response.writeHead(status, { location: 'http://127.0.0.1:9/' }).end(answer);
  const told = await drafts.text(wanted(await photo()));
  expect(told).toMatchObject({ ok: false, code });
  expect(server.asked).toHaveLength(1);
});

test('a server that is not there, or breaks off', async () => {
  good(await on());
  server.answer = (request) => request.socket.destroy();
  const hash = await photo();
  expect(await drafts.text(wanted(hash))).toMatchObject({ ok: false, code: 'modelNonsense' });
  await server.close();
  expect(await drafts.text(wanted(hash))).toMatchObject({ ok: false, code: 'modelNotRunning' });
});

test('what is for this computer goes past every proxy', async () => {
  const through = createHttp({ proxyFor: async () => 'PROXY 127.0.0.1:1' });
  onTestFinished(() => through.close());
  drafts = open(keychain, through);
  good(await on());
  good(await drafts.text(wanted(await photo())));
  expect(server.asked).toHaveLength(1);
});

test('trying asks about a drawn picture with the form as it stands, and keeps nothing', async () => {
  server.answer = 'Màu đỏ.';
  const form = { id: newId(), address: server.address, model: 'm', key: 'k', language: 'vi' as const };
  expect(good(await drafts.try(form))).toEqual({ answer: 'Màu đỏ.', ms: expect.any(Number) });
  expect(server.asked[0]).toMatchObject({ authorization: 'Bearer k', model: 'm', pictureType: 'image/jpeg' });
  expect([prefs, [...values]]).toEqual([{}, []]);
});

test.each(['http://192.168.1.5/v1', 'ftp://localhost', 'nowhere', 'http://a:b@localhost', ''])(
  '%j is no address for a photo',
  async (address) => {
    expect(await drafts.save({ on: true, address, model: '' })).toMatchObject({ ok: false, code: 'modelAddress' });
    expect(prefs).toEqual({});
  },
);

test('a key is ciphertext, survives a restart, goes to its own server alone, and is forgotten on demand', async () => {
  expect(good(await on({ key: KEY })).key).toBe('stored');
  expect(JSON.stringify(prefs)).not.toContain(KEY);
  expect([...values.values()].some((bytes) => Buffer.from(bytes).includes(KEY))).toBe(false);
  drafts = open();
  expect(good(await on({ model: 'other' })).key).toBe('stored');
  const other = await startModelServer();
  onTestFinished(() => other.close());
  const form = { id: newId(), model: 'm', language: 'vi' as const };
  good(await drafts.try({ ...form, address: other.address }));
  expect(other.asked[0]?.authorization).toBeUndefined();
  good(await drafts.try({ ...form, address: server.address }));
  expect(server.asked[0]?.authorization).toBe(`Bearer ${KEY}`);
  expect(good(await on({ address: other.address })).key).toBe('none');
  expect(good(await on()).key).toBe('none');
  good(await on({ key: KEY }));
  expect(good(await on({ key: '' })).key).toBe('none');
});

test('without a keychain a key is held until the program ends; one that cannot be opened is missing', async () => {
  drafts = open({ ...keychain, protected: false });
  expect(good(await on({ key: KEY })).key).toBe('session');
  expect([...values.values()].every((bytes) => bytes.length === 0)).toBe(true);
  drafts = open({ ...keychain, seal: async () => null });
  expect(good(await on({ key: KEY })).key).toBe('session');
  drafts = open();
  expect((await drafts.settings()).key).toBe('none');
  good(await on({ key: KEY }));
  drafts = open({ ...keychain, open: async () => null });
  expect((await drafts.settings()).key).toBe('missing');
});

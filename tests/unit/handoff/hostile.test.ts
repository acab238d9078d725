// A `.copydesk` file comes by mail or on a stick: it is read as if an attacker had made it.
import { sign as ed25519, generateKeyPairSync } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { verifySignature } from '../../../main/person.ts';
import { canonicalJson, sha256Hex } from '../../../story/canonical.ts';
import { FORMAT } from '../../../story/formats/copydesk/manifest.ts';
import { packHandoff } from '../../../story/formats/copydesk/pack.ts';
import { unpackHandoff } from '../../../story/formats/copydesk/unpack.ts';
import { STORY_VERSION, type Story } from '../../../story/model.ts';
import { figure, para, story } from '../review/kit.ts';
import { good, makeFolder, openDesk } from './desks.ts';

const keys = generateKeyPairSync('ed25519');
const publicKey = new Uint8Array(Buffer.from(keys.publicKey.export({ format: 'jwk' }).x!, 'base64url'));
const sign = (bytes: Uint8Array) => new Uint8Array(ed25519(null, bytes, keys.privateKey));
const from = { name: 'Thu Hà', publicKey };
const at = '2026-10-02T01:00:00.000Z';
const note = { to: 'Lan', text: 'Xem giúp con số ở đoạn hai.' };
let photo: Uint8Array;
let shown: Story;
beforeAll(async () => {
  photo = new Uint8Array(
    await sharp({ create: { width: 30, height: 20, channels: 3, background: 'teal' } })
      .jpeg()
      .toBuffer(),
  );
  shown = story([para(1, 'Cầu dài 120 m.'), figure(2, { photo: sha256Hex(photo), width: 30, height: 20 })]);
});

const photos = () => [{ hash: sha256Hex(photo), name: 'cau.jpg', bytes: photo }];
const pack = (of: Story = shown, more = {}) =>
  packHandoff({ story: of, base: of, lineage: [], photos: photos(), from, note, at, ...more }, sign);
const read = (file: Uint8Array) => unpackHandoff(file, verifySignature);
const code = (file: Uint8Array) => {
  const result = read(file);
  return result.ok ? 'ok' : result.code;
};
/** The file with other contents, signed again by the sender's own key unless told not to. */
function forge(change: (files: Zippable) => void, signed = true): Uint8Array {
  const files: Zippable = unzipSync(pack());
  change(files);
  if (signed && files['manifest.json']) files.signature = sign(files['manifest.json'] as Uint8Array);
  return zipSync(files);
}
const manifest = (change: (data: Record<string, unknown>) => void) => (files: Zippable) => {
  const data = JSON.parse(strFromU8(files['manifest.json'] as Uint8Array));
  change(data);
  files['manifest.json'] = strToU8(canonicalJson(data));
};
const withStory = (text: string) => (files: Zippable) => {
  files['story.json'] = strToU8(text);
  manifest((data) => {
    data.story = sha256Hex(text);
  })(files);
};

test('what went in comes out: story, base, photo bytes, names, lineage, note', () => {
  const lineage = ['e'.repeat(64)];
  const file = pack(shown, { lineage });
  const id = sha256Hex(unzipSync(file)['manifest.json']!);
  expect(read(file)).toEqual({
    ok: true,
    value: { id, story: shown, base: shown, lineage, photos: photos(), from, note, at },
  });
});

describe('is refused, with a code', () => {
  test('what is no hand-off', () => {
    expect(code(strToU8('Cầu dài 120 m.'))).toBe('notAHandoff');
    expect(code(zipSync({ 'word/document.xml': strToU8('<w/>') }))).toBe('notAHandoff');
    expect(code(forge((files) => void delete files['manifest.json']))).toBe('notAHandoff');
  });

  test('an empty file', () => {
    expect(code(new Uint8Array())).toBe('emptyHandoff');
  });

  test('a name that leads out of the folder', () => {
    for (const name of ['../story.json', '/etc/passwd', 'photos/../../x', `photos/${'A'.repeat(64)}`])
      expect(code(forge((files) => Object.assign(files, { [name]: strToU8('x') })))).toBe('strangeHandoff');
  });

  test('a newer format, and a story of a newer program', () => {
    expect(code(forge(manifest((data) => Object.assign(data, { format: FORMAT + 1, more: true }))))).toBe(
      'newerHandoff',
    );
    expect(code(forge(withStory(JSON.stringify({ ...shown, version: STORY_VERSION + 1 }))))).toBe('newerHandoff');
  });

  test('a format older than the first', () => {
    expect(code(forge(manifest((data) => Object.assign(data, { format: 0 }))))).toBe('olderHandoff');
  });

  test('a changed manifest, a stranger’s signature, none', () => {
    const renamed = manifest((data) => {
      data.from = { ...(data.from as object), name: 'Tổng biên tập' };
    });
    expect(code(forge(renamed, false))).toBe('badSignature');
    expect(code(forge((files) => Object.assign(files, { signature: new Uint8Array(64) }), false))).toBe('badSignature');
    expect(code(forge((files) => void delete files.signature, false))).toBe('damagedHandoff');
  });

  test('a story or base that is not the signed one', () => {
    for (const name of ['story.json', 'base.json']) {
      const other = strToU8(canonicalJson({ ...shown, language: 'en' }));
      expect(code(forge((files) => Object.assign(files, { [name]: other })))).toBe('changedHandoff');
      expect(code(forge((files) => void delete files[name]))).toBe('changedHandoff');
    }
  });

  test('a story that is none, or is not sound', () => {
    const twice = { ...shown, body: [para(1, 'a'), para(1, 'b')] };
    const another = { ...shown, id: '01900000-0000-7000-8000-00000000fffe' };
    for (const text of [
      '',
      '[]',
      '{"version":1}',
      '{"__proto__":{"version":1}}',
      JSON.stringify(twice),
      JSON.stringify(another),
    ])
      expect(code(forge(withStory(text)))).toBe('damagedHandoff');
  });

  test('a photo that the story shows and the file has not', () => {
    expect(code(forge((files) => void delete files[`photos/${sha256Hex(photo)}`]))).toBe('missingPhoto');
    expect(code(pack(shown, { photos: [] }))).toBe('missingPhoto');
  });

  test('a file cut short anywhere, and one with a flipped byte', () => {
    const whole = pack();
    for (let length = 4; length < whole.length; length += 97) expect(code(whole.slice(0, length))).toBe('cutHandoff');
    const refused = new Set<string>();
    for (let i = 0; i < whole.length; i += 7) {
      const result = read(whole.map((byte, index) => (index === i ? byte ^ 0x10 : byte)));
      // A byte that the archive does not use (a date, a photo's pixel, which its hash guards at the import) may pass.
      if (result.ok) expect(result.value.story).toEqual(shown);
      else refused.add(result.code);
    }
    expect(refused).toContain('changedHandoff');
  });

  test('a bomb, before it is unpacked', () => {
    const bomb = zipSync(
      { 'manifest.json': new Uint8Array(3 * 1024 * 1024), signature: new Uint8Array(64) },
      { level: 9 },
    );
    expect(bomb.length).toBeLessThan(10_000);
    expect(code(bomb)).toBe('bombHandoff');
    // A directory that lies about the size: nothing beyond it is unpacked, and the hash does not fit.
    const lying = pack();
    const view = new DataView(lying.buffer, lying.byteOffset);
    const entry = findEntry(lying, 'story.json');
    view.setUint32(entry + 24, 10, true);
    expect(code(lying)).toBe('changedHandoff');
  });
});

/** Where an entry's record in the archive's directory begins. */
function findEntry(file: Uint8Array, name: string): number {
  const buffer = Buffer.from(file);
  for (let from = 0; ; ) {
    const start = buffer.indexOf(Buffer.from([0x50, 0x4b, 1, 2]), from);
    if (start < 0) throw new Error(`no entry ${name}`);
    const length = buffer.readUInt16LE(start + 28);
    if (buffer.toString('utf8', start + 46, start + 46 + length) === name) return start;
    from = start + 4;
  }
}

test('texts are cleaned on the way in: NFC, no lone surrogates or control characters, no script behind a link', () => {
  const raw = {
    ...shown,
    fields: { ...shown.fields, headline: 'Cầu mới'.normalize('NFD') },
    body: [
      para(1, { text: 'a\u0000b\ud800', link: 'javascript:alert(1)' }, { text: 'c', link: 'https://example.vn/' }),
    ],
  };
  const result = read(forge(withStory(JSON.stringify(raw))));
  if (!result.ok) throw new Error(result.code);
  expect(result.value.story.fields.headline).toBe('Cầu mới');
  expect(result.value.story.body).toEqual([para(1, 'ab\ufffd', { text: 'c', link: 'https://example.vn/' })]);
  // And on the way out: a story that holds such a thing can still be sent.
  expect(code(pack(raw))).toBe('ok');
});

describe('at a desk', () => {
  test('a photo travels byte for byte; a photo that is not what it says is refused and no story is made', async () => {
    const [sender, receiver] = [await openDesk('Thu Hà'), await openDesk('Lan')];
    good(await sender.photos.import('cầu treo.jpg', photo));
    await sender.create(shown);
    const file = await sender.send(shown.id, path.join(makeFolder(), 'cau'));
    expect(file.endsWith('cau.copydesk')).toBe(true);
    expect(existsSync(`${file}.part`)).toBe(false);
    const handoff = good(await receiver.open(file));
    expect(handoff).toMatchObject({ isNew: true, from: { name: 'Thu Hà' }, theirs: shown });
    expect(new Uint8Array(good(await receiver.photos.read(sha256Hex(photo))))).toEqual(photo);
    expect((await receiver.store.getPhoto(sha256Hex(photo)))?.name).toBe('cầu treo.jpg');
    expect(good(await receiver.open(file))).toMatchObject({ isNew: false });

    const stranger = await openDesk('Minh');
    const bad = path.join(makeFolder(), 'bad.copydesk');
    const other = new Uint8Array(await sharp(photo).png().toBuffer());
    for (const bytes of [strToU8('<svg onload="x">'), other]) {
      writeFileSync(
        bad,
        forge((files) => Object.assign(files, { [`photos/${sha256Hex(photo)}`]: bytes })),
      );
      expect(await stranger.open(bad)).toMatchObject({ ok: false, code: 'changedPhoto', detail: 'cau.jpg' });
    }
    expect(await stranger.store.getPhoto(sha256Hex(other))).toBeNull();
    // Signed by its sender, but no image.
    const text = strToU8('no image');
    const figures = { ...shown, body: [figure(2, { photo: sha256Hex(text) })] };
    writeFileSync(bad, pack(figures, { photos: [{ hash: sha256Hex(text), name: 'x.jpg', bytes: text }] }));
    expect(await stranger.open(bad)).toMatchObject({ ok: false, code: 'notAnImage' });
    expect(await stranger.store.listStories()).toEqual([]);
  });

  test('files that are not there, or are a folder, and places that cannot be written to', async () => {
    const desk = await openDesk('Lan');
    const folder = makeFolder();
    expect(await desk.open(path.join(folder, 'none.copydesk'))).toMatchObject({ ok: false, code: 'notFound' });
    expect(await desk.open(folder)).toMatchObject({ ok: false });
    await desk.create({ ...shown, body: [para(1, 'a')] });
    await expect(desk.send(shown.id, path.join(folder, 'no', 'such', 'folder'))).rejects.toThrow('diskError');
  });

  test('a photo that is gone stops the sending, with its hash', async () => {
    const desk = await openDesk('Lan');
    await desk.create(shown);
    await expect(desk.send(shown.id, path.join(makeFolder(), 'x'))).rejects.toThrow(
      `missingPhoto: ${sha256Hex(photo)}`,
    );
  });
});

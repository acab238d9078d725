import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fingerprintOf, keptAside, openPerson, verifySignature } from '../../../main/person.ts';
import { openStore } from '../../../main/store/open.ts';

/** A keychain of the test's own: a cipher by one byte, so that what is sealed does not read as what it was. */
const keychain = (byte: number) => ({
  seal: async (text: string) => new Uint8Array(Buffer.from(text)).map((value) => value ^ byte),
  open: async (sealed: Uint8Array) => Buffer.from(sealed.map((value) => value ^ byte)).toString(),
});
const message = new Uint8Array(Buffer.from('Nghị quyết'));
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'person-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function withStore<T>(work: (store: Parameters<typeof openPerson>[0]) => Promise<T>): Promise<T> {
  const opened = await openStore(folder);
  if (!opened.ok) throw new Error(opened.code);
  const result = await work(opened.value);
  await opened.value.close();
  return result;
}

describe('the person of a data folder', () => {
  it('is made at the first start and stays the same, name and key', async () => {
    const first = await withStore(async (store) => {
      const person = await openPerson(store, keychain(7), 'Bích Phượng');
      expect(person.person().name).toBe('Bích Phượng');
      await person.rename('Trần Thị Bích Phượng');
      return { ...person.person(), publicKey: person.publicKey(), signature: person.sign(message) };
    });
    const second = await withStore((store) => openPerson(store, keychain(7), 'Ai khác'));
    expect(second.key).toBe('kept');
    expect(second.person()).toEqual({ name: 'Trần Thị Bích Phượng', fingerprint: first.fingerprint });
    expect(second.person().fingerprint).toBe(fingerprintOf(first.publicKey));
    expect(verifySignature(second.publicKey(), message, first.signature)).toBe(true);
  });

  it('signs so that a changed word, another key or rubbish does not pass', async () => {
    const [one, two] = await withStore(async (store) => {
      const person = await openPerson(store, keychain(7), 'A');
      await store.putValue('person', new Uint8Array());
      return [person, await openPerson(store, keychain(7), 'B')];
    });
    const signature = one.sign(message);
    expect(verifySignature(one.publicKey(), message, signature)).toBe(true);
    expect(verifySignature(one.publicKey(), new Uint8Array(Buffer.from('Nghị định')), signature)).toBe(false);
    expect(verifySignature(two.publicKey(), message, signature)).toBe(false);
    expect(verifySignature(one.publicKey(), message, new Uint8Array(3))).toBe(false);
    expect(verifySignature(new Uint8Array(5), message, signature)).toBe(false);
  });

  it('keeps the private key only as ciphertext', async () => {
    await withStore((store) => openPerson(store, keychain(7), 'A'));
    const file = readFileSync(path.join(folder, 'library.db'));
    expect(file.includes('PRIVATE KEY')).toBe(false);
    const sealed = Buffer.from(await keychain(7).seal('-----BEGIN PRIVATE KEY'));
    expect(file.includes(sealed.toString('base64').slice(0, 24))).toBe(true);
  });

  it('gets a new key where the keychain cannot open the old one, keeps the name, and says so', async () => {
    const before = await withStore((store) => openPerson(store, keychain(7), 'Bích Phượng'));
    const stored = await withStore((store) => store.getValue('person'));
    const after = await withStore((store) => openPerson(store, keychain(9), 'Ai khác'));
    expect(await withStore((store) => store.getValue(keptAside(stored!)))).toEqual(stored);
    expect(after.key).toBe('renewed');
    expect(after.person().name).toBe('Bích Phượng');
    expect(after.person().fingerprint).not.toBe(before.person().fingerprint);
  });

  it('works without a keychain, for this session only, and leaves what was kept where it is', async () => {
    const before = await withStore((store) => openPerson(store, keychain(7), 'Bích Phượng'));
    const locked = { seal: async () => null, open: async () => null };
    const stored = await withStore(async (store) => {
      const person = await openPerson(store, locked, 'Ai khác');
      expect([person.key, person.person().name]).toEqual(['session', 'Bích Phượng']);
      expect(person.person().fingerprint).not.toBe(before.person().fingerprint);
      expect(verifySignature(person.publicKey(), message, person.sign(message))).toBe(true);
      expect(await person.rename('Trần Thị Bích Phượng')).toMatchObject({ ok: true });
      return store.getValue('person');
    });
    expect(Buffer.from(stored!).toString()).not.toContain('PRIVATE KEY');
    const again = await withStore((store) => openPerson(store, keychain(7), 'Ai khác'));
    expect(again.key).toBe('kept');
    expect(again.person()).toEqual({ name: 'Trần Thị Bích Phượng', fingerprint: before.person().fingerprint });
  });

  it('starts for the first time without a keychain: no key on disk, the name stays', async () => {
    const locked = { seal: async () => null, open: async () => null };
    await withStore(async (store) => {
      const person = await openPerson(store, locked, 'Bích Phượng');
      expect(await store.getValue('person')).toBeNull();
      await person.rename('Trần Thị Bích Phượng');
    });
    expect(readFileSync(path.join(folder, 'library.db')).includes('PRIVATE KEY')).toBe(false);
    const later = await withStore((store) => openPerson(store, keychain(7), 'Ai khác'));
    expect([later.key, later.person().name]).toEqual(['renewed', 'Trần Thị Bích Phượng']);
  });
});

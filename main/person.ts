import {
  createHash,
  createPrivateKey,
  createPublicKey,
  sign as ed25519,
  generateKeyPairSync,
  type KeyObject,
  verify,
} from 'node:crypto';
import type { Person, Result } from '../preload/contract.ts';
import { z } from '../story/zod.ts';
import type { Secrets } from './secrets.ts';
import type { Store } from './store/api.ts';

/** The person of this data folder: a display name and an Ed25519 key pair (RFC 8032), made at the first start. */
export type PersonKeys = {
  person(): Person;
  /** 32 bytes: the raw public key. */
  publicKey(): Uint8Array;
  rename(name: string): Promise<Result<Person>>;
  /** The signature, 64 bytes. */
  sign(bytes: Uint8Array): Uint8Array;
  /**
   * kept: as at the last start (or made at the first one). renewed: made anew at this start, since the keychain could not
   * open the old one (which is kept aside). session: there is no keychain now, so this key ends with the program, and
   * what was kept stays as it is.
   */
  readonly key: 'kept' | 'renewed' | 'session';
};

const VALUE = 'person';
const savedSchema = z.strictObject({ name: z.string(), publicKey: z.string(), sealedKey: z.string() });
type Saved = z.infer<typeof savedSchema>;

/** Opens or makes the person. The private key is kept only as `secrets`' ciphertext, or not at all. Throws where the store refuses to keep it. */
export async function openPerson(
  store: Pick<Store, 'getValue' | 'putValue'>,
  secrets: Pick<Secrets, 'seal' | 'open'>,
  defaultName: string,
): Promise<PersonKeys> {
  const stored = await store.getValue(VALUE);
  const saved = parse(stored);
  const opened = saved && (await openKey(saved, secrets));
  const key = opened ?? generateKeyPairSync('ed25519').privateKey;
  const raw = rawPublicKey(key);
  /** What is on disk, or would be there but for the name. */
  let kept: Saved = saved ?? { name: defaultName, publicKey: '', sealedKey: '' };
  const sealed = opened ? null : await secrets.seal(key.export({ type: 'pkcs8', format: 'pem' }).toString());
  if (sealed) {
    if (stored) must(await store.putValue(keptAside(stored), stored));
    kept = { name: kept.name, publicKey: base64(raw), sealedKey: base64(sealed) };
    must(await keep(store, VALUE, kept));
  }
  const publicKey = () => new Uint8Array(raw);
  const person = (): Person => ({ name: kept.name, fingerprint: fingerprintOf(raw) });
  return {
    person,
    publicKey,
    async rename(name) {
      const renamed = await keep(store, VALUE, { ...kept, name });
      if (!renamed.ok) return renamed;
      kept = { ...kept, name };
      return { ok: true, value: person() };
    },
    sign: (bytes) => new Uint8Array(ed25519(null, bytes, key)),
    key: opened ? 'kept' : !sealed ? 'session' : stored ? 'renewed' : 'kept',
  };
}

/** Under which name a stored key that cannot be opened any more stays: one day its keychain may come back. */
export const keptAside = (stored: Uint8Array): string => `${VALUE}.before.${fingerprintOf(stored)}`;

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

function must(kept: Result<null>): void {
  if (!kept.ok) throw Object.assign(new Error(`the person's key could not be kept: ${kept.code}`), { code: kept.code });
}

/** SHA-256 of the raw public key, in lower-case hex: who somebody is, everywhere. */
export const fingerprintOf = (publicKey: Uint8Array): string => createHash('sha256').update(publicKey).digest('hex');

/** Whether `signature` is that key's over `bytes`; false for whatever is no key or no signature. */
export function verifySignature(publicKey: Uint8Array, bytes: Uint8Array, signature: Uint8Array): boolean {
  try {
    const x = Buffer.from(publicKey).toString('base64url');
    return verify(null, bytes, createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' }), signature);
  } catch {
    return false;
  }
}

function rawPublicKey(key: KeyObject): Uint8Array {
  const { x = '' } = createPublicKey(key).export({ format: 'jwk' });
  return new Uint8Array(Buffer.from(x, 'base64url'));
}

async function openKey(saved: Saved, secrets: Pick<Secrets, 'open'>): Promise<KeyObject | null> {
  const pem = await secrets.open(Buffer.from(saved.sealedKey, 'base64'));
  try {
    const key = pem === null ? null : createPrivateKey(pem);
    return key && base64(rawPublicKey(key)) === saved.publicKey ? key : null;
  } catch {
    return null;
  }
}

function parse(bytes: Uint8Array | null): Saved | null {
  if (!bytes) return null;
  try {
    return savedSchema.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
  } catch {
    return null;
  }
}

const keep = (store: Pick<Store, 'putValue'>, key: string, saved: Saved): Promise<Result<null>> =>
  store.putValue(key, new Uint8Array(Buffer.from(JSON.stringify(saved))));

import type { DrafterView, Result } from '../../preload/contract.ts';
import type { Secrets } from '../secrets.ts';
import type { Store } from '../store/api.ts';

const KEY = 'drafter.key';
type Kept = { origin: string; sealed: Uint8Array };

/**
 * The key of the model's server: as ciphertext in the store, or in memory until the program ends where no keychain protects
 * it. It belongs to one origin: a changed address must not carry it to somebody else's server.
 */
export function createKeys(store: Pick<Store, 'getValue' | 'putValue'>, secrets: Secrets) {
  let session: { origin: string; key: string } | null = null;

  async function stored(origin: string): Promise<Uint8Array | null> {
    const bytes = await store.getValue(KEY);
    const kept = bytes && read(bytes);
    return kept && kept.origin === origin ? kept.sealed : null;
  }
  async function open({ origin }: URL): Promise<string | null> {
    if (session?.origin === origin) return session.key;
    const sealed = await stored(origin);
    return sealed && secrets.open(sealed);
  }
  return {
    /** The key for an address; null: none. */
    open,
    async state(url: URL): Promise<DrafterView['key']> {
      if (session?.origin === url.origin) return 'session';
      if (!(await stored(url.origin))) return 'none';
      return (await open(url)) === null ? 'missing' : 'stored';
    },
    /** '' forgets the key; undefined keeps the one there is, unless the address leads elsewhere now. */
    async keep(url: URL | null, key: string | undefined): Promise<Result<null>> {
      const goesOn =
        key === undefined && url !== null && (session?.origin === url.origin || (await stored(url.origin)));
      if (goesOn) return { ok: true, value: null };
      session = null;
      const sealed = url && key && secrets.protected ? await secrets.seal(key) : null;
      if (url && key && !sealed) session = { origin: url.origin, key };
      return store.putValue(KEY, url && sealed ? write({ origin: url.origin, sealed }) : new Uint8Array());
    },
  };
}

const write = ({ origin, sealed }: Kept): Uint8Array =>
  Buffer.from(JSON.stringify({ origin, sealed: Buffer.from(sealed).toString('base64') }));

function read(bytes: Uint8Array): Kept | null {
  if (bytes.length === 0) return null;
  try {
    const { origin, sealed } = JSON.parse(Buffer.from(bytes).toString('utf8'));
    return { origin: String(origin), sealed: Buffer.from(String(sealed), 'base64') };
  } catch {
    return null;
  }
}

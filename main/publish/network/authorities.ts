import { X509Certificate } from 'node:crypto';
import type { Authority, Failure, Result } from '../../../preload/contract.ts';
import type { Store } from '../../store/api.ts';

/** The certificate authorities that the newsroom trusts besides the usual ones. */
export type Authorities = {
  list(): Authority[];
  /** The certificates, as PEM, for the connections that are made from now on. The same array until it changes. */
  trusted(): readonly string[];
  /** What a file would add. Failures: those of `add`, but for the store's. */
  look(file: Uint8Array): Result<Authority[]>;
  /** Takes the certificates in a file's bytes (PEM, one or more, or DER). Failures: notACertificate, notAnAuthority, authorityExpired, and the store's. */
  add(file: Uint8Array): Promise<Result<Authority[]>>;
  /** Failures: the store's. One that is not there is no failure. */
  remove(fingerprint: string): Promise<Result<Authority[]>>;
};
type Needs = { store: Pick<Store, 'getValue' | 'putValue'>; now?: () => number };

const KEY = 'network.authorities';
const BLOCK = /-----BEGIN (?:X509 |TRUSTED )?CERTIFICATE-----[^-]*-----END (?:X509 |TRUSTED )?CERTIFICATE-----/g;
const PEM = /-----BEGIN/;

/** They are kept in the store: with the library they move to another computer. */
export async function openAuthorities({ store, now = Date.now }: Needs): Promise<Authorities> {
  let held = stored(await store.getValue(KEY));
  let trusted: readonly string[] = held.map(String);

  async function keep(next: X509Certificate[]): Promise<Result<Authority[]>> {
    const put = await store.putValue(KEY, new TextEncoder().encode(JSON.stringify(next.map(String))));
    if (!put.ok) return put;
    held = next;
    trusted = next.map(String);
    return { ok: true, value: held.map(view) };
  }
  return {
    list: () => held.map(view),
    trusted: () => trusted,
    look(file) {
      const read = certificates(file, now());
      return read.ok ? { ok: true, value: read.value.map(view) } : read;
    },
    async add(file) {
      const read = certificates(file, now());
      if (!read.ok) return read;
      const known = new Set(held.map(({ fingerprint256 }) => fingerprint256));
      const fresh = new Map(read.value.map((one) => [one.fingerprint256, one]));
      return keep([...held, ...[...fresh.values()].filter(({ fingerprint256 }) => !known.has(fingerprint256))]);
    },
    remove: (fingerprint) => keep(held.filter(({ fingerprint256 }) => fingerprint256 !== fingerprint)),
  };
}

/**
 * Every certificate of a file, if each may vouch for others and is still valid: a server's own certificate, taken in by
 * mistake, would change nothing, and nobody would know why.
 */
function certificates(file: Uint8Array, now: number): Result<X509Certificate[]> {
  const text = new TextDecoder('latin1').decode(file);
  const parts = PEM.test(text) ? (text.match(BLOCK) ?? []) : [file];
  const read: X509Certificate[] = [];
  for (const part of parts) {
    const certificate = parsed(part);
    if (!certificate) return { ok: false, code: 'notACertificate' };
    const failure = unfit(certificate, now);
    if (failure) return failure;
    read.push(certificate);
  }
  return read.length > 0 ? { ok: true, value: read } : { ok: false, code: 'notACertificate' };
}

function unfit(certificate: X509Certificate, now: number): Failure | null {
  const detail = nameOf(certificate.subject);
  if (!certificate.ca) return { ok: false, code: 'notAnAuthority', detail };
  if (Date.parse(certificate.validTo) <= now) return { ok: false, code: 'authorityExpired', detail };
  return null;
}

function parsed(part: string | Uint8Array): X509Certificate | null {
  try {
    return new X509Certificate(part);
  } catch {
    return null;
  }
}

/** What cannot be read of the store any more is left out: a certificate can be added again. */
function stored(value: Uint8Array | null): X509Certificate[] {
  if (!value) return [];
  try {
    const list: unknown = JSON.parse(new TextDecoder().decode(value));
    return (Array.isArray(list) ? list : []).map(String).flatMap((pem) => parsed(pem) ?? []);
  } catch {
    return [];
  }
}

const view = ({ subject, fingerprint256, validTo }: X509Certificate): Authority => ({
  name: nameOf(subject),
  fingerprint: fingerprint256,
  expiresAt: new Date(validTo).toISOString(),
});

/** The common name, else the organisation, else the subject as it stands. */
function nameOf(subject: string): string {
  const part = (key: string) =>
    subject
      .split('\n')
      .find((line) => line.startsWith(`${key}=`))
      ?.slice(key.length + 1);
  return (part('CN') ?? part('O') ?? subject.replaceAll('\n', ', ')).slice(0, 200);
}

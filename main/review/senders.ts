import type { HandoffQuestion, Person, Result, Sender } from '../../preload/contract.ts';
import { senderSchema } from '../../preload/contract.ts';
import { fold } from '../../story/text/fold.ts';
import { z } from '../../story/zod.ts';
import { readJson, type Values, writeJson } from './values.ts';

const KEY = 'senders';
/** So many are remembered; whoever was not seen for longest is asked about again. */
const MOST = 1000;

/** The address book of this library: whose hand-offs were taken in, the last seen first. */
export const listSenders = async (store: Values): Promise<Sender[]> =>
  (await readJson(store, KEY, z.array(senderSchema))) ?? [];

type From = { name: string; fingerprint: string };
type Doubt = Pick<HandoffQuestion, 'why' | 'knownAs' | 'others'>;

/** What is to be asked of a sender before anything is taken in; null: known by this key and name, or oneself. */
export function doubtOf(book: readonly Sender[], self: Person, from: From): Doubt | null {
  if (from.fingerprint === self.fingerprint) return null;
  const known = book.find(({ fingerprint }) => fingerprint === from.fingerprint) ?? null;
  if (known && sameName(known, from)) return null;
  const others = [...book, { ...self, lastSeen: null, verified: true }]
    .filter((other) => other.fingerprint !== from.fingerprint && sameName(other, from))
    .map(({ name, fingerprint, lastSeen, verified }) => ({ name, fingerprint, lastSeen, verified }));
  return { why: known ? 'renamed' : others.length > 0 ? 'otherKey' : 'unknown', knownAs: known, others };
}

/** Names that a reader takes for the same: case, tone marks and spaces tell nobody apart. */
const sameName = (a: { name: string }, b: { name: string }): boolean => plain(a.name) === plain(b.name);
const plain = (name: string): string => fold(name.normalize('NFKC')).replace(/\s+/g, ' ').trim();

/** A hand-off of theirs is taken in. `trust`: the fingerprint was compared aloud; it stays so once it was. */
export async function meetSender(store: Values, from: From, trust: boolean, at: string): Promise<Result<null>> {
  const book = await listSenders(store);
  const known = book.find(({ fingerprint }) => fingerprint === from.fingerprint);
  const met: Sender = {
    ...from,
    firstSeen: known?.firstSeen ?? at,
    lastSeen: at,
    verified: trust || (known?.verified ?? false),
  };
  return writeJson(store, KEY, [met, ...book.filter((one) => one !== known)].slice(0, MOST));
}

/** Failures: the store's. */
export const verifySender = (store: Values, fingerprint: string, verified: boolean): Promise<Result<Sender[]>> =>
  change(store, (book) => book.map((one) => (one.fingerprint === fingerprint ? { ...one, verified } : one)));

/** Failures: the store's. */
export const forgetSender = (store: Values, fingerprint: string): Promise<Result<Sender[]>> =>
  change(store, (book) => book.filter((one) => one.fingerprint !== fingerprint));

async function change(store: Values, how: (book: Sender[]) => Sender[]): Promise<Result<Sender[]>> {
  const book = how(await listSenders(store));
  const kept = await writeJson(store, KEY, book);
  return kept.ok ? { ok: true, value: book } : kept;
}

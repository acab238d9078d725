import { mkdir } from 'node:fs/promises';
import type {
  Capabilities,
  CheckReport,
  DestinationConfig,
  DestinationDraft,
  DestinationView,
  Result,
  SharedDestination,
  TermKind,
} from '../../preload/contract.ts';
import { newId } from '../../story/ids.ts';
import type { Secrets } from '../secrets.ts';
import type { Store, StoredDestination } from '../store/api.ts';
import { type Destination, type Destinations, failureOf } from './destinations/types.ts';
import { type Found, isOutOfReach, knownTerms, rememberTerms } from './known-terms.ts';

export type Account = { id: string; name: string; config: DestinationConfig; secret: string };
export type Accounts = {
  list(): Promise<DestinationView[]>;
  /** Adds or changes a destination. Failures: notFound, badAddress, and the store's. */
  save(draft: DestinationDraft): Promise<Result<DestinationView>>;
  /** The destination here that one of another computer is: by its id, else by what it is and whom it is for. */
  match(shared: SharedDestination): Promise<Match>;
  /** Adds or changes the destination that one of another computer is. A secret stays only where it is for the same. */
  take(shared: SharedDestination): Promise<Result<DestinationView>>;
  /** Failures: alreadyWaiting (a job is still to go there), and the store's. */
  remove(id: string): Promise<Result<null>>;
  /** Tries a draft as it stands in the form. Failures: as the destination's, and secretNeeded. */
  check(draft: DestinationDraft): Promise<Result<CheckReport>>;
  /**
   * What the destination has to choose from; out of its reach, what it told earlier. Failures: as the destination's, notFound,
   * secretNeeded, notOffered.
   */
  terms(id: string, kind: TermKind, query: string): Promise<Result<Found>>;
  /** Takes a secret until the program ends. */
  unlock(id: string, secret: string): Promise<Result<DestinationView>>;
  /** With its secret, for the outbox. Failures: notFound, secretNeeded. */
  open(id: string): Promise<Result<Account>>;
};
/** `keepsSecret`: the secret that is here would be kept. */
export type Match = { here: DestinationView | null; needsSecret: boolean; keepsSecret: boolean };
type Needs = {
  store: Pick<
    Store,
    'listDestinations' | 'putDestination' | 'removeDestination' | 'listJobs' | 'getValue' | 'putValue'
  >;
  secrets: Secrets;
  destinations: Destinations;
};

const DEFAULT_MADE = 'destinations.defaultMade';

/** The destinations and their secrets: as ciphertext in the store, or in memory until the program ends. */
export function createAccounts({ store, secrets, destinations }: Needs): Accounts {
  const session = new Map<string, string>();
  const find = async (id: string) => (await store.listDestinations()).find((stored) => stored.id === id);

  const view = ({ id, name, config, secret }: StoredDestination): DestinationView => {
    const kind = destinationOf(destinations, config);
    const state = !kind.needsSecret ? 'none' : session.has(id) ? 'session' : secret ? 'stored' : 'missing';
    return { id, name, config, secret: state, capabilities: capabilitiesOf(kind, config) };
  };
  const secretOf = async (stored: StoredDestination): Promise<string | null> =>
    session.get(stored.id) ?? (stored.secret && (await secrets.open(stored.secret)));

  /**
   * The secret a draft stands for. One that is kept is used again only for the site and user it was given for:
   * a changed address in the form must not carry a password to somebody else's server.
   */
  async function secretFor(draft: DestinationDraft, stored: StoredDestination | undefined): Promise<string | null> {
    if (draft.secret !== undefined) return draft.secret;
    if (!stored || stored.config.type !== draft.config.type) return null;
    const { audience } = destinationOf(destinations, draft.config);
    return audience(stored.config) === audience(draft.config) ? secretOf(stored) : null;
  }

  /** A destination of another type is another one, whatever its id. Two ids for one place would publish there twice. */
  async function matching({ id, config }: SharedDestination): Promise<StoredDestination | undefined> {
    const { audience } = destinationOf(destinations, config);
    const alike = (await store.listDestinations()).filter((stored) => stored.config.type === config.type);
    return (
      alike.find((stored) => stored.id === id) ?? alike.find((stored) => audience(stored.config) === audience(config))
    );
  }

  async function open(id: string): Promise<Result<Account>> {
    const stored = await find(id);
    if (!stored) return { ok: false, code: 'notFound' };
    const { name, config } = stored;
    const secret = destinationOf(destinations, config).needsSecret ? await secretOf(stored) : '';
    return secret === null ? { ok: false, code: 'secretNeeded' } : { ok: true, value: { id, name, config, secret } };
  }

  const accounts: Accounts = {
    list: async () => (await store.listDestinations()).map(view),
    async save(draft) {
      const before = draft.id === undefined ? undefined : await find(draft.id);
      if (draft.id !== undefined && !before) return { ok: false, code: 'notFound' };
      const id = before?.id ?? newId();
      const secret = destinationOf(destinations, draft.config).needsSecret ? await secretFor(draft, before) : null;
      // One held in memory stays there unless the person says otherwise.
      const held = before !== undefined && session.has(before.id) && draft.secret === undefined;
      const keep = draft.keepSecret ?? !held;
      // Where no keychain takes it, it is held as well: never stored as it is.
      const sealed = secret !== null && keep ? await secrets.seal(secret) : null;
      const stored: StoredDestination = { id, name: draft.name, config: draft.config, secret: sealed };
      const put = await store.putDestination(stored);
      if (!put.ok) return put;
      session.delete(id);
      if (secret !== null && !sealed) session.set(id, secret);
      return { ok: true, value: view(stored) };
    },
    async match(shared) {
      const here = await matching(shared);
      const { needsSecret } = destinationOf(destinations, shared.config);
      const keepsSecret = here !== undefined && (await secretFor({ ...shared, id: here.id }, here)) !== null;
      return { here: here ? view(here) : null, needsSecret, keepsSecret };
    },
    async take({ id, name, config }) {
      const here = await matching({ id, name, config });
      if (here) return accounts.save({ id: here.id, name, config });
      const isTaken = (await find(id)) !== undefined;
      const stored: StoredDestination = { id: isTaken ? newId() : id, name, config, secret: null };
      const put = await store.putDestination(stored);
      return put.ok ? { ok: true, value: view(stored) } : put;
    },
    async remove(id) {
      const open = await store.listJobs({ open: true });
      if (open.some((job) => job.destinationId === id)) return { ok: false, code: 'alreadyWaiting' };
      session.delete(id);
      return store.removeDestination(id);
    },
    async check(draft) {
      const destination = destinationOf(destinations, draft.config);
      const stored = draft.id === undefined ? undefined : await find(draft.id);
      const secret = destination.needsSecret ? await secretFor(draft, stored) : '';
      return secret === null ? { ok: false, code: 'secretNeeded' } : destination.check(draft.config, secret);
    },
    async unlock(id, secret) {
      const stored = await find(id);
      if (!stored) return { ok: false, code: 'notFound' };
      session.set(id, secret);
      return { ok: true, value: view(stored) };
    },
    async terms(id, kind, query) {
      const account = await open(id);
      if (!account.ok) return account;
      const { config, secret } = account.value;
      const destination = destinationOf(destinations, config);
      if (!destination.terms) return { ok: false, code: 'notOffered', detail: kind };
      const of = { id, audience: destination.audience(config) };
      const found = await destination.terms(config, secret, kind, query);
      if (found.ok) {
        await rememberTerms(store, of, kind, found.value);
        return { ok: true, value: { terms: found.value, asOf: null } };
      }
      const known = isOutOfReach(found) ? await knownTerms(store, of, kind, query) : null;
      return known ? { ok: true, value: known } : failureOf(found);
    },
    open,
  };
  return accounts;
}

/**
 * The destination of a type. The one place that pairs a configuration with its kind: TypeScript cannot follow that
 * the two types agree.
 */
export const destinationOf = (destinations: Destinations, config: DestinationConfig): Destination =>
  destinations[config.type] as unknown as Destination;

/** What can be done at a destination by its settings. */
export const capabilitiesOf = (kind: Destination, config: DestinationConfig): Capabilities =>
  kind.capabilitiesFor?.(config) ?? kind.capabilities;

/** Makes the folder that is there from the start: once, so that a person may remove it for good. */
export async function ensureDefaultFolder(store: Needs['store'], name: string, path: string): Promise<Result<null>> {
  if (await store.getValue(DEFAULT_MADE)) return { ok: true, value: null };
  // What is wrong with the folder is told when something is published into it.
  await mkdir(path, { recursive: true }).catch(() => undefined);
  const put = await store.putDestination({
    id: newId(),
    name,
    config: { type: 'folder', path, open: true },
    secret: null,
  });
  return put.ok ? store.putValue(DEFAULT_MADE, new Uint8Array([1])) : put;
}

import { type Term, type TermKind, termSchema } from '../../preload/contract.ts';
import { instantSchema } from '../../story/model.ts';
import { z } from '../../story/zod.ts';
import type { Store } from '../store/api.ts';
import { bestTerms } from './destinations/terms.ts';
import type { Trouble } from './destinations/types.ts';

type Values = Pick<Store, 'getValue' | 'putValue'>;
export type Found = {
  terms: Term[];
  /** When they were last heard of, where the destination cannot be asked now; null: it was asked. */
  asOf: string | null;
};

const knownSchema = z.object({ audience: z.string(), at: instantSchema, terms: z.array(termSchema) });
/** Of each kind, those that were met last. */
const MOST_KEPT = 1000;
const MOST_TOLD = 50;
const keyOf = (id: string, kind: TermKind): string => `destinations.terms.${id}.${kind}`;

/** Whether what is known from the last time will do: there is no network, nobody answers, or the answer broke off. */
export const isOutOfReach = ({ code }: Trouble): boolean => OUT_OF_REACH.has(code);
const OUT_OF_REACH: ReadonlySet<Trouble['code']> = new Set([
  ...(['offline', 'notFoundHost', 'refused', 'timeout', 'badAnswer', 'serverBusy', 'serverError'] as const),
]);

/** Keeps what a destination told. `audience`: the site and user it was asked for, since another site has other terms. */
export async function rememberTerms(
  store: Values,
  { id, audience }: { id: string; audience: string },
  kind: TermKind,
  terms: readonly Term[],
): Promise<void> {
  const known = await read(store, id, kind);
  const before = known?.audience === audience ? known.terms : [];
  const ids = new Set(terms.map((term) => term.id));
  const all = [...terms, ...before.filter((term) => !ids.has(term.id))].slice(0, MOST_KEPT);
  const value = { audience, at: new Date().toISOString(), terms: all };
  // What cannot be kept is only missed when there is no network.
  await store.putValue(keyOf(id, kind), new TextEncoder().encode(JSON.stringify(value)));
}

/** What was told earlier; null where nothing was. */
export async function knownTerms(
  store: Values,
  { id, audience }: { id: string; audience: string },
  kind: TermKind,
  query: string,
): Promise<Found | null> {
  const known = await read(store, id, kind);
  if (known?.audience !== audience) return null;
  return { terms: bestTerms(known.terms, query, MOST_TOLD), asOf: known.at };
}

async function read(store: Values, id: string, kind: TermKind) {
  const bytes = await store.getValue(keyOf(id, kind));
  if (!bytes) return null;
  try {
    return knownSchema.safeParse(JSON.parse(new TextDecoder().decode(bytes))).data ?? null;
  } catch {
    return null;
  }
}

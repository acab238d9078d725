import type { Who } from '../../preload/contract.ts';
import type { Handlers } from '../ipc.ts';
import { listSenders } from '../review/senders.ts';
import type { Store } from '../store/api.ts';
import { ok, type Services } from './services.ts';

type Names =
  | 'history.list'
  | 'history.read'
  | 'history.name'
  | 'history.mark'
  | 'history.block'
  | 'history.signOff'
  | 'history.worked';

export function historyHandlers({ store, person }: Services): Pick<Handlers, Names> {
  const me = () => person.person();
  return {
    'history.list': async (query) => {
      const { versions, more } = await store.listVersions(query);
      const who = await people(
        store,
        me(),
        versions.flatMap(({ authors }) => authors),
      );
      return ok({ versions: versions.map(({ authors, ...rest }) => ({ ...rest, by: authors.map(who) })), more });
    },
    'history.read': async ({ id, seq }) => {
      const read = await store.readStory(id, seq);
      return read.ok ? ok({ story: read.value.story }) : read;
    },
    'history.name': ({ id, seq, name }) => store.nameVersion(id, seq, name, me().fingerprint),
    'history.mark': ({ id, seq, kind, from }) => store.markVersion(id, seq, { kind, from, by: me().fingerprint }),
    'history.block': async ({ storyId, blockId }) => {
      const { states, ...rest } = await store.blockPast(storyId, blockId);
      const who = await people(
        store,
        me(),
        states.map(({ author }) => author),
      );
      return ok({ ...rest, states: states.map(({ author, ...state }) => ({ ...state, by: who(author) })) });
    },
    'history.signOff': async ({ id, step }) => {
      const found = await store.signedOff(id, step);
      if (!found) return ok(null);
      const { author, ...version } = found;
      const who = await people(store, me(), [author]);
      return ok({ ...version, by: who(author) });
    },
    'history.worked': async ({ id }) => {
      const authors = await store.timeWorked(id);
      const who = await people(
        store,
        me(),
        authors.map(({ author }) => author),
      );
      const ms = authors.reduce((sum, one) => sum + one.ms, 0);
      return ok({ ms, authors: authors.map((one) => ({ who: who(one.author), ms: one.ms })) });
    },
  };
}

/** Who stands behind fingerprints: this desk's person, and whoever's hand-offs came under a name. */
async function people(
  store: Pick<Store, 'getValue' | 'putValue'>,
  me: { name: string; fingerprint: string },
  fingerprints: readonly string[],
): Promise<(fingerprint: string) => Who> {
  const names = new Map<string, string>([[me.fingerprint, me.name]]);
  const isAnybodyElse = fingerprints.some((fingerprint) => !names.has(fingerprint));
  for (const { fingerprint, name } of isAnybodyElse ? await listSenders(store) : [])
    if (!names.has(fingerprint)) names.set(fingerprint, name);
  return (fingerprint) => ({ fingerprint, name: names.get(fingerprint) ?? null });
}

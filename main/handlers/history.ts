import type { Who } from '../../preload/contract.ts';
import type { Handlers } from '../ipc.ts';
import type { Store } from '../store/api.ts';
import { ok, type Services } from './services.ts';

type Names = 'history.list' | 'history.read' | 'history.name' | 'history.mark' | 'history.block' | 'history.worked';

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
  store: Pick<Store, 'getValue'>,
  me: { name: string; fingerprint: string },
  fingerprints: readonly string[],
): Promise<(fingerprint: string) => Who> {
  const names = new Map<string, string>([[me.fingerprint, me.name]]);
  for (const fingerprint of new Set(fingerprints)) {
    if (names.has(fingerprint)) continue;
    const known = await store.getValue(`known.${fingerprint}`);
    if (known) names.set(fingerprint, Buffer.from(known).toString('utf8'));
  }
  return (fingerprint) => ({ fingerprint, name: names.get(fingerprint) ?? null });
}

import path from 'node:path';
import type { Result } from '../../preload/contract.ts';
import type { StyleFile } from '../../story/style/rules.ts';
import { slugOf } from '../../story/text/slug.ts';
import type { Handlers } from '../ipc.ts';
import { fingerprintOf } from '../person.ts';
import { EXTENSION, readStyleFile } from '../style/index.ts';
import { fail, ok, type Services } from './services.ts';

type Names = `style.${'list' | 'save' | 'remove' | 'read' | 'take' | 'export' | 'switch' | 'decided' | 'forget'}`;

export function styleHandlers({ style, person, dialogs, shell }: Services): Pick<Handlers, Names> {
  /** The set that was read last, until it is taken in. */
  let offered: StyleFile | null = null;
  const told = async (work: Promise<Result<null>>): Promise<Result<null>> => {
    const done = await work;
    if (done.ok) shell.styleChanged();
    return done;
  };
  return {
    'style.list': async () => ok(await style.list()),
    'style.save': ({ name, rules }) => told(style.save(name, rules)),
    'style.remove': ({ id }) => told(style.remove(id)),
    'style.read': async () => {
      offered = null;
      const chosen = await dialogs.styleSet();
      if (!chosen) return fail('cancelled');
      const read = await readStyleFile(chosen);
      if (!read.ok) return read;
      const { file, maker } = read.value;
      offered = file;
      return ok({
        name: file.name,
        count: file.rules.length,
        maker: { name: maker.name, fingerprint: fingerprintOf(maker.publicKey) },
        isHere: await style.isHere(file.name),
      });
    },
    'style.take': async () => {
      if (!offered) return fail('notFound');
      const { name, rules } = offered;
      offered = null;
      return told(style.save(name, rules));
    },
    'style.export': async ({ id }) => {
      const set = await style.setOf(id);
      if (!set) return fail('notFound');
      const file = await dialogs.saveStyleSet(path.join(shell.documents, `${slugOf(set.name)}${EXTENSION}`));
      return file ? style.give(id, file, person) : fail('cancelled');
    },
    'style.switch': ({ rule, on }) => told(style.switch(rule, on)),
    'style.forget': ({ rule, words }) => told(style.forget(rule, words)),
    'style.decided': ({ rule, accepted, ignored, words }) => told(style.decided(rule, accepted, ignored, words)),
  };
}

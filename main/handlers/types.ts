import path from 'node:path';
import { slugOf } from '../../story/text/slug.ts';
import { typeName } from '../../story/types/type.ts';
import type { Handlers } from '../ipc.ts';
import { EXTENSION, readType } from '../types/index.ts';
import { fail, ok, type Services } from './services.ts';

type Names = 'type.list' | 'type.save' | 'type.remove' | 'type.read' | 'type.export';

export function typeHandlers({ types, dialogs, prefs, shell }: Services): Pick<Handlers, Names> {
  return {
    'type.list': async () => ok(await types.list()),
    'type.save': async ({ type }) => {
      const saved = await types.save(type);
      if (saved.ok) shell.typesChanged();
      return saved;
    },
    'type.remove': async ({ id }) => {
      const removed = await types.remove(id);
      if (removed.ok) shell.typesChanged();
      return removed;
    },
    'type.read': async () => {
      const file = await dialogs.storyType();
      return file ? readType(file) : fail('cancelled');
    },
    'type.export': async ({ id }) => {
      const type = (await types.all()).find((one) => one.id === id);
      if (!type) return fail('notFound');
      const name = slugOf(typeName(type, prefs.get().language));
      const file = await dialogs.saveStoryType(path.join(shell.documents, `${name}${EXTENSION}`));
      return file ? types.give(id, file) : fail('cancelled');
    },
  };
}

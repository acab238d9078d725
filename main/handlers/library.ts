import { emptyStory } from '../../story/model.ts';
import { startingValues, typeOf } from '../../story/types/rules.ts';
import { DEFAULT_TYPE } from '../../story/types/type.ts';
import type { Handlers } from '../ipc.ts';
import { fail, ok, type Services } from './services.ts';

type Names = 'story.create' | 'story.open' | 'story.leave' | 'story.append' | 'story.checkpoint';

export function libraryHandlers({ store, prefs, person, shell, types, backups }: Services): Pick<Handlers, Names> {
  return {
    'story.create': async () => {
      const { language, closingMark } = prefs.get();
      const type = typeOf(DEFAULT_TYPE, await types.all());
      const empty = emptyStory(type.language ?? language, new Date().toISOString());
      const story = { ...empty, fields: { ...empty.fields, closingMark, ...startingValues(empty.fields, type, null) } };
      const created = await store.createStory(story, person.person().fingerprint);
      if (!created.ok) return created;
      shell.libraryChanged(story.id);
      return ok({ id: story.id });
    },
    'story.open': async ({ id, take = false }, sender) => {
      const held = await shell.windows.hold(id, sender, take);
      const opened = held.ok ? await store.openStory(id) : held;
      if (held.ok && !opened.ok) shell.windows.leave(id, sender);
      // A disk that refuses this note refuses nobody the story.
      if (opened.ok && (await store.markOpened(id)).ok) shell.libraryChanged(id);
      shell.pageReady(sender);
      return opened;
    },
    'story.leave': async ({ id }, sender) => {
      shell.windows.leave(id, sender);
      return ok(null);
    },
    'story.append': async ({ id, expectedSeq, change }, sender) => {
      if (!shell.windows.holds(id, sender)) return fail('openElsewhere');
      backups.wrote();
      return store.appendRecord(id, expectedSeq, change, person.person().fingerprint);
    },
    'story.checkpoint': async ({ id }) => {
      const written = await store.checkpoint(id);
      if (written.ok) shell.libraryChanged(id);
      return written;
    },
  };
}

import type { Result } from '../../preload/contract.ts';
import { duplicateStory } from '../../story/duplicate.ts';
import type { Handlers } from '../ipc.ts';
import { fail, ok, type Services } from './services.ts';

type Names =
  | 'shelf.get'
  | 'shelf.pin'
  | 'shelf.trash'
  | 'shelf.restore'
  | 'shelf.delete'
  | 'shelf.emptyTrash'
  | 'story.duplicate'
  | 'notes.get'
  | 'notes.set';

export function shelfHandlers({ store, person, shell, texts }: Services): Pick<Handlers, Names> {
  const told = (id: string, result: Result<null>): Result<null> => {
    if (result.ok) shell.libraryChanged(id);
    return result;
  };
  /** Another window that has the story saves it and lets it go first; where it cannot: openElsewhere. */
  const alone = async (id: string, sender: unknown, work: () => Promise<Result<null>>): Promise<Result<null>> => {
    const isOurs = shell.windows.holds(id, sender);
    const held = await shell.windows.hold(id, sender, true);
    if (!held.ok) return held;
    try {
      return told(id, await work());
    } finally {
      if (!isOurs) shell.windows.leave(id, sender);
    }
  };
  return {
    'shelf.get': async ({ id }) => ok(await store.getShelf(id)),
    'shelf.pin': async ({ id, pinned }) => told(id, await store.pinStory(id, pinned)),
    'shelf.trash': ({ id }, sender) => alone(id, sender, () => store.trashStory(id)),
    'shelf.restore': async ({ id }) => told(id, await store.restoreFromTrash(id)),
    'shelf.delete': ({ id }, sender) => alone(id, sender, () => store.deleteStory(id)),
    'shelf.emptyTrash': async (_input, sender) => {
      const trash = (await store.listStories()).filter((row) => row.trashedAt !== null);
      let deleted = 0;
      for (const { id } of trash) if ((await alone(id, sender, () => store.deleteStory(id))).ok) deleted++;
      return ok({ deleted, kept: trash.length - deleted });
    },
    'story.duplicate': async ({ id }) => {
      const read = await store.readStory(id);
      if (!read.ok) return read;
      const copy = duplicateStory(read.value.story, texts('shelf.copySuffix'), new Date().toISOString());
      const created = await store.createStory(copy, person.person().fingerprint);
      if (!created.ok) return created;
      shell.libraryChanged(copy.id);
      return ok({ id: copy.id });
    },
    'notes.get': async ({ id }) => {
      const notes = await store.getNotes(id);
      return ok({ text: notes?.text ?? '', at: notes?.at ?? null });
    },
    'notes.set': async ({ id, text }, sender) => {
      if (!shell.windows.holds(id, sender)) return fail('openElsewhere');
      const kept = await store.setNotes(id, text);
      if (!kept.ok) return kept;
      shell.libraryChanged(id);
      return ok({ at: kept.value.at });
    },
  };
}

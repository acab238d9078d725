import path from 'node:path';
import { slugOf } from '../../story/text/slug.ts';
import type { Handlers } from '../ipc.ts';
import { handoffMerged, receiveHandoff, sendHandoff } from '../review/handoff.ts';
import { fail, type Services } from './services.ts';

type Names = 'review.send' | 'review.receive' | 'review.merged';

export function reviewHandlers(services: Services): Pick<Handlers, Names> {
  const { store, media, person, dialogs, shell } = services;
  const photos = { read: media.readOriginal, import: media.importPhoto };
  return {
    'review.send': async ({ storyId, seq }) => {
      const read = await store.readStory(storyId, seq);
      if (!read.ok) return read;
      const suggested = path.join(shell.documents, `${slugOf(read.value.story.fields.headline)}.copydesk`);
      const file = await dialogs.saveHandoff(suggested);
      return file ? sendHandoff({ store, photos, person }, storyId, seq, file) : fail('cancelled');
    },
    'review.receive': async ({ pending }) => {
      const file = pending ? shell.takePendingHandoff() : await dialogs.handoff();
      if (!file) return fail('cancelled');
      const received = await receiveHandoff({ store, photos, person }, file);
      if (!received.ok) return received;
      const { storyId, isNew } = received.value;
      // Whoever opens what came back wants the story on the desk again.
      const inTrash = (await store.getShelf(storyId)).trashedAt !== null;
      if (inTrash) await store.restoreFromTrash(storyId);
      if (isNew || inTrash) shell.libraryChanged(storyId);
      return received;
    },
    'review.merged': ({ storyId, theirs }) => handoffMerged({ store }, storyId, theirs),
  };
}

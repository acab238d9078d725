import path from 'node:path';
import type { CallInput, Handoff } from '../../preload/contract.ts';
import { slugOf } from '../../story/text/slug.ts';
import type { Handlers } from '../ipc.ts';
import { fail, ok, type Services } from './services.ts';

type Names =
  | 'review.send'
  | 'review.receive'
  | 'review.take'
  | 'review.merged'
  | 'review.file'
  | 'review.passages'
  | 'review.lastMerge'
  | 'sender.list'
  | 'sender.verify'
  | 'sender.forget';

export function reviewHandlers({ store, review, channel, dialogs, prefs, shell }: Services): Pick<Handlers, Names> {
  /** Whoever opens what came back wants the story on the desk again. */
  async function showAgain({ storyId, isNew }: Handoff): Promise<void> {
    const inTrash = (await store.getShelf(storyId)).trashedAt !== null;
    if (inTrash) await store.restoreFromTrash(storyId);
    if (isNew || inTrash) shell.libraryChanged(storyId);
    if (isNew) shell.channelChanged();
  }
  const fileOf = async (wanted: CallInput<'review.receive'>): Promise<string | null> => {
    if ('arrival' in wanted) return channel.fileOf(wanted.arrival);
    return wanted.from === 'pending' ? shell.takePendingHandoff() : dialogs.handoff();
  };
  return {
    'review.send': async ({ storyId, seq, note, shared }) => {
      const { sharedFolder } = prefs.get();
      if (shared) return sharedFolder ? review.share(storyId, seq, note, sharedFolder) : fail('folderMissing');
      const read = await store.readStory(storyId, seq);
      if (!read.ok) return read;
      const suggested = path.join(shell.documents, `${slugOf(read.value.story.fields.headline)}.copydesk`);
      const file = await dialogs.saveHandoff(suggested);
      return file ? review.send(storyId, seq, note, file) : fail('cancelled');
    },
    'review.receive': async (wanted) => {
      const file = await fileOf(wanted);
      if (file === null) return fail('arrival' in wanted ? 'handoffGone' : 'cancelled');
      const received = await review.receive(file);
      if (received.ok && received.value.kind === 'taken') await showAgain(received.value.handoff);
      return received;
    },
    'review.take': async ({ id, trust }) => {
      const taken = await review.take(id, trust);
      if (taken.ok) await showAgain(taken.value);
      return taken;
    },
    'review.merged': async ({ storyId, theirs }) => {
      const merged = await review.merged(storyId, theirs);
      if (merged.ok) shell.channelChanged();
      return merged;
    },
    'review.file': async ({ path: file }) => {
      shell.openHandoff(file);
      return ok(null);
    },
    'review.passages': async ({ storyId }) => ok(await review.passages(storyId)),
    'review.lastMerge': async ({ storyId }) => ok(await review.lastMerge(storyId)),
    'sender.list': async () => ok(await review.senders.list()),
    'sender.verify': ({ fingerprint, verified }) => review.senders.verify(fingerprint, verified),
    'sender.forget': ({ fingerprint }) => review.senders.forget(fingerprint),
  };
}

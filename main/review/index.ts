import type {
  Received as Answer,
  Handoff,
  HandoffQuestion,
  Result,
  Sender,
  SharedFolder,
} from '../../preload/contract.ts';
import type { HandoffNote } from '../../story/formats/copydesk/manifest.ts';
import type { Received } from '../../story/formats/copydesk/unpack.ts';
import type { Story } from '../../story/model.ts';
import { fingerprintOf } from '../person.ts';
import { placeIn } from './channel/files.ts';
import { lastMergeOf } from './lastMerge.ts';
import { listPassages } from './passages.ts';
import { handoffMerged, readHandoff, takeIn } from './receive.ts';
import { type Needs, sendHandoff, withExtension } from './send.ts';
import { doubtOf, forgetSender, listSenders, meetSender, verifySender } from './senders.ts';

/** Hand-offs of one library: out, and in by way of a question where the sender is not who is known here. */
export function createReview(needs: Needs) {
  const { store, person } = needs;
  /** The file that was asked about last. */
  let asked: { id: string; file: string } | null = null;

  const fromOf = ({ from }: Received) => ({ name: from.name, fingerprint: fingerprintOf(from.publicKey) });

  async function take(received: Received, trust: boolean): Promise<Result<Handoff>> {
    const taken = await takeIn(needs, received);
    const from = fromOf(received);
    if (!taken.ok || from.fingerprint === person.person().fingerprint) return taken;
    const met = await meetSender(store, from, trust, new Date().toISOString());
    return met.ok ? taken : met;
  }
  async function questionOf(received: Received): Promise<HandoffQuestion | null> {
    const doubt = doubtOf(await listSenders(store), person.person(), fromOf(received));
    if (!doubt) return null;
    const { id, story, at, note } = received;
    const here = await store.readStory(story.id);
    const isNew = !here.ok && here.code === 'notFound';
    return { ...doubt, id, from: fromOf(received), headline: story.fields.headline, isNew, at, note };
  }

  return {
    /** Failures: those of sendHandoff. */
    send: (storyId: string, seq: number, note: HandoffNote, file: string): Promise<Result<{ path: string }>> =>
      sendHandoff(needs, storyId, seq, note, async () => ({ ok: true, value: withExtension(file) })),
    /** Into the shared folder. Failures: those of sendHandoff and placeIn. */
    share: (storyId: string, seq: number, note: HandoffNote, into: SharedFolder): Promise<Result<{ path: string }>> =>
      sendHandoff(needs, storyId, seq, note, ({ fields }, at) =>
        placeIn(into, { headline: fields.headline, from: person.person().name, to: note.to, at }),
      ),
    /** Takes a file in, or asks first: then nothing has changed. Failures: those of readHandoff and takeIn. */
    async receive(file: string): Promise<Result<Answer>> {
      const read = await readHandoff(file);
      if (!read.ok) return read;
      const question = await questionOf(read.value);
      asked = question && { id: question.id, file };
      if (question) return { ok: true, value: { kind: 'asks', question } };
      const taken = await take(read.value, false);
      return taken.ok ? { ok: true, value: { kind: 'taken', handoff: taken.value } } : taken;
    },
    /** Takes in the file that was asked about. Failures: notFound, changedHandoff (another file by now), as above. */
    async take(id: string, trust: boolean): Promise<Result<Handoff>> {
      if (asked?.id !== id) return { ok: false, code: 'notFound' };
      const read = await readHandoff(asked.file);
      if (!read.ok) return read;
      if (read.value.id !== id) return { ok: false, code: 'changedHandoff' };
      asked = null;
      return take(read.value, trust);
    },
    merged: (storyId: string, theirs: Story) => handoffMerged(store, storyId, theirs),
    passages: (storyId: string) => listPassages(store, storyId),
    lastMerge: (storyId: string) => lastMergeOf(store, storyId),
    senders: {
      list: (): Promise<Sender[]> => listSenders(store),
      verify: (fingerprint: string, verified: boolean) => verifySender(store, fingerprint, verified),
      forget: (fingerprint: string) => forgetSender(store, fingerprint),
    },
  };
}
export type Review = ReturnType<typeof createReview>;

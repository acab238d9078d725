import type { Job, Result } from '../../preload/contract.ts';
import type { StorySession } from '../editor/types.ts';

/** What a press on Publish came to. */
export type Outcome =
  | { kind: 'started'; job: Job }
  /** Nobody approved this version: a person has to say that it goes out all the same. */
  | { kind: 'notApproved' }
  | { kind: 'secretNeeded' }
  | { kind: 'failed'; failure: Extract<Result<never>, { ok: false }> };

type StartPublication = (input: {
  storyId: string;
  destinationId: string;
  seq: number;
  confirmed: boolean;
}) => Promise<Result<Job>>;

/** Flushes, then publishes exactly what is on disk at that sequence number. */
export async function publish(
  session: StorySession,
  destinationId: string,
  confirmed: boolean,
  startPublication: StartPublication,
): Promise<Outcome> {
  const flushed = await session.flush('publish');
  if (!flushed.ok) return { kind: 'failed', failure: flushed };
  const { seq } = flushed.value;
  const started = await startPublication({ storyId: session.storyId, destinationId, seq, confirmed });
  if (started.ok) return { kind: 'started', job: started.value };
  if (started.code === 'notApproved' && !confirmed) return { kind: 'notApproved' };
  if (started.code === 'secretNeeded') return { kind: 'secretNeeded' };
  return { kind: 'failed', failure: started };
}

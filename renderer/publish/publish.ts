import type { CallInput, Job, Operation, Result } from '../../preload/contract.ts';
import type { StorySession } from '../editor/types.ts';

/** What a person asks for: at which destinations, and for a schedule when (an instant). */
export type Wish = { operation: Operation; at: string | null; destinationIds: readonly string[] };
type Failure = Extract<Result<never>, { ok: false }>;
/** What a press on Publish came to. */
export type Outcome = {
  jobs: Job[];
  /** Destinations that wait for a person's word: nobody approved this version. */
  unconfirmed: string[];
  /** `destinationId` is null where the story itself could not be saved: nothing was begun then. */
  failures: { destinationId: string | null; failure: Failure }[];
};

type StartPublication = (input: Required<CallInput<'publish.start'>>) => Promise<Result<Job>>;

/** Flushes once, then begins one job a destination, each with exactly what is on disk at that sequence number. */
export async function publish(
  session: StorySession,
  { operation, at, destinationIds }: Wish,
  confirmed: boolean,
  startPublication: StartPublication,
): Promise<Outcome> {
  const outcome: Outcome = { jobs: [], unconfirmed: [], failures: [] };
  const flushed = await session.flush('publish');
  if (!flushed.ok) return { ...outcome, failures: [{ destinationId: null, failure: flushed }] };
  const { seq } = flushed.value;
  const { storyId } = session;
  for (const destinationId of destinationIds) {
    const started = await startPublication({ storyId, destinationId, seq, confirmed, operation, at });
    if (started.ok) outcome.jobs.push(started.value);
    else if (started.code === 'notApproved' && !confirmed) outcome.unconfirmed.push(destinationId);
    else outcome.failures.push({ destinationId, failure: started });
  }
  return outcome;
}

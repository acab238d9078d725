import type { Job } from '../../preload/contract.ts';

export type Jobs = ReadonlyMap<string, Job>;

/** The jobs with one more, or its newer state; an answer that is older than what is known changes nothing. */
export function withJob(jobs: Jobs, job: Job): Jobs {
  const known = jobs.get(job.id);
  if (known && known.updatedAt > job.updatedAt) return jobs;
  return new Map(jobs).set(job.id, job);
}

export const isOver = (job: Job): boolean => job.state === 'done' || job.state === 'cancelled';

/** Jobs of a story that are not over, the newest first. */
export const openJobs = (jobs: Jobs, storyId: string): Job[] =>
  [...jobs.values()]
    .filter((job) => job.storyId === storyId && !isOver(job))
    .sort((a, b) => b.createdAt.localeCompare(a.createdAt));

/** How many wait or run, and how many need a person: for the status line. */
export function jobCounts(jobs: Jobs): { waiting: number; attention: number } {
  let waiting = 0;
  let attention = 0;
  for (const { state } of jobs.values()) {
    if (state === 'waiting' || state === 'running') waiting++;
    else if (state === 'stopped' || state === 'conflict') attention++;
  }
  return { waiting, attention };
}

/** Until the story itself goes online, a publication can be called back; then it runs to its receipt. */
export const canCancel = (job: Job): boolean =>
  job.state === 'waiting' || job.state === 'stopped' || (job.state === 'running' && stepIsHarmless(job.step));

const stepIsHarmless = (step: Job['step']): boolean => step === 'queued' || step === 'photos' || step === 'draft';

/** Steps of the bar after which a publication runs to its receipt: what follows is the story's going online and the reading back. */
export const turningPoint = ({ total }: Job): number | null => (total > 2 ? total - 2 : null);

/** Which photo is being sent, from 1; null: none, or it is not known of how many. `photos`: how many the story shows now. */
export function photoOf({ step, done, total }: Job, photos: number): number | null {
  return step === 'photos' && done < photos && photos < total ? done + 1 : null;
}

/** Lines of two texts, each with whether the other text lacks it: a plain side-by-side. */
export function sideBySide(
  ours: string,
  theirs: string,
): Record<'ours' | 'theirs', { text: string; differs: boolean }[]> {
  const lines = (text: string) => text.split(/\n+/).filter((line) => line.trim() !== '');
  const marked = (list: string[], other: string[]) => {
    const there = new Set(other);
    return list.map((text) => ({ text, differs: !there.has(text) }));
  };
  return { ours: marked(lines(ours), lines(theirs)), theirs: marked(lines(theirs), lines(ours)) };
}

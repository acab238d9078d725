import type { DestinationView, Job, Operation, Receipt } from '../../preload/contract.ts';

/** How a story stands at one of the newsroom's destinations. */
export type Place = {
  destination: DestinationView;
  /** What is being done there and is not over. */
  job: Job | null;
  /** Of the last thing that was done there; null: the story was never there. */
  receipt: Receipt | null;
};
/** Which destinations somebody chose for a story. */
export type Choice = { storyId: string; ids: string[] };
/** So many stories' choices are remembered. */
const MOST_CHOICES = 100;

/** `open`: the story's jobs that are not over; `receipts`: the newest first. */
export const placesOf = (
  destinations: readonly DestinationView[],
  open: readonly Job[],
  receipts: readonly Receipt[],
): Place[] =>
  destinations.map((destination) => ({
    destination,
    job: open.find((job) => job.destinationId === destination.id) ?? null,
    receipt: receipts.find((receipt) => receipt.destinationId === destination.id) ?? null,
  }));

/** Whether the story stands there, seen by readers or not. */
export const isThere = ({ receipt }: Place): boolean => receipt !== null && receipt.status !== 'withdrawn';
/** Whether readers see it there; of what was scheduled, once its time has come. `now`: epoch milliseconds. */
export const isPublic = ({ receipt }: Place, now = Date.now()): boolean =>
  receipt?.status === 'published' || isDue(receipt, now);
export const isDue = (receipt: Receipt | null, now: number): boolean =>
  receipt?.status === 'scheduled' && receipt.scheduledFor !== null && Date.parse(receipt.scheduledFor) <= now;

/** The places that are ticked: as somebody chose for this story, or where it stands already, or as for the story before. */
export function chosenOf(storyId: string, places: readonly Place[], choices: readonly Choice[]): Place[] {
  const among = (ids: readonly string[]) => places.filter(({ destination }) => ids.includes(destination.id));
  const own = choices.find((choice) => choice.storyId === storyId);
  if (own) return among(own.ids);
  const there = places.filter(isThere);
  if (there.length > 0) return there;
  const last = among(choices[0]?.ids ?? []);
  return last.length > 0 ? last : places.slice(0, 1);
}

export const withChoice = (choices: readonly Choice[], chosen: Choice): Choice[] =>
  [chosen, ...choices.filter(({ storyId }) => storyId !== chosen.storyId)].slice(0, MOST_CHOICES);

/** Of the chosen places those that an operation is for: none where something is under way; to take down or to correct, those that have it. */
export const targetsOf = (operation: Operation, chosen: readonly Place[]): Place[] =>
  chosen.filter((place) => {
    if (place.job) return false;
    if (operation === 'unpublish') return isThere(place);
    return operation === 'correct' ? isPublic(place) : true;
  });

/** Why an operation is not to be had, and of which places that is true. */
export type Hindrance = { code: 'noneChosen' | 'underWay' | 'notOffered' | 'notThere'; names: string[] };

export function hindranceOf(operation: Operation, chosen: readonly Place[]): Hindrance | null {
  const names = (places: readonly Place[]) => places.map(({ destination }) => destination.name);
  if (chosen.length === 0) return { code: 'noneChosen', names: [] };
  const targets = targetsOf(operation, chosen);
  const busy = chosen.filter(({ job }) => job);
  if (targets.length === 0 && busy.length > 0) return { code: 'underWay', names: names(busy) };
  if (targets.length === 0) return { code: 'notThere', names: names(chosen) };
  const cannot = targets.filter(({ destination }) => !destination.capabilities.operations.includes(operation));
  return cannot.length > 0 ? { code: 'notOffered', names: names(cannot) } : null;
}

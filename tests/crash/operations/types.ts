/** `folder`: where the operation writes, watched and limited. `desk`: what it needs besides, on a disk that does not matter. */
export type Place = { folder: string; desk: string };
export type Say = (word: string) => void;

/** One of our own ways of putting a file in place. */
export type Operation = {
  name: string;
  /** What is there before: the old state, and whatever the operation needs. */
  prepare(place: Place): Promise<void>;
  /** Does it once; null, or the code of the failure. `say`: what it has promised so far, and DONE at last. */
  run(place: Place, say: Say): Promise<string | null>;
  /** Throws where a folder holds anything but the old or the new whole, or less than what was promised. */
  judge(folder: string, said: readonly string[], place: Place): Promise<void>;
};

export function must(condition: unknown, what: string): asserts condition {
  if (!condition) throw new Error(what);
}

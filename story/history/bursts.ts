const GAP = 2 * 60_000;
const LONGEST = 10 * 60_000;

type State = { at: string; author: string; block: unknown; isApart?: boolean };

/**
 * Of a paragraph's states, oldest first, those that end a stretch of typing: by one author, without two minutes of rest, at
 * most ten minutes long. Where it was taken out (null) is a state of its own, and so is what stood before it; and `isApart`: what
 * was not typed, but came with the story.
 */
export function endsOfBursts<T extends State>(states: readonly T[]): T[] {
  const ends: T[] = [];
  let begun = Number.NaN;
  let last: T | null = null;
  for (const state of states) {
    const at = Date.parse(state.at);
    const goesOn =
      last !== null &&
      !last.isApart &&
      !state.isApart &&
      last.author === state.author &&
      (last.block === null) === (state.block === null) &&
      within(at - Date.parse(last.at), GAP) &&
      within(at - begun, LONGEST);
    if (goesOn) ends[ends.length - 1] = state;
    else {
      ends.push(state);
      begun = at;
    }
    last = state;
  }
  return ends;
}

const within = (ms: number, most: number): boolean => ms >= 0 && ms <= most;

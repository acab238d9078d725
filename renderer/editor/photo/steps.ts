import { useReducer } from 'react';

/** States one after another, and where one stands among them. */
export type Steps<T> = { past: readonly T[]; now: T; future: readonly T[]; gesture: unknown };
export type Step<T> = { to: T; gesture?: unknown } | 'undo' | 'redo';

/** The next state. What belongs to the same gesture (a pull of the mouse, a run of arrow keys) is one step. */
export function stepped<T>(steps: Steps<T>, step: Step<T>): Steps<T> {
  const { past, now, future, gesture } = steps;
  if (step === 'undo') {
    const before = past.at(-1);
    return before === undefined
      ? steps
      : { past: past.slice(0, -1), now: before, future: [now, ...future], gesture: null };
  }
  if (step === 'redo') {
    const [after, ...later] = future;
    return after === undefined ? steps : { past: [...past, now], now: after, future: later, gesture: null };
  }
  const isSame = step.gesture !== undefined && step.gesture === gesture;
  return { past: isSame ? past : [...past, now], now: step.to, future: [], gesture: step.gesture ?? null };
}

export const useSteps = <T extends object>(first: T) =>
  useReducer(stepped<T>, { past: [], now: first, future: [], gesture: null });

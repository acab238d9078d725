import type { Health } from '../../preload/contract.ts';

type Clock = NonNullable<Health['clock']>;
/** The clock on the wall, and one that nobody can set; both in milliseconds. */
export type Clocks = { wall(): number; steady(): number };

/** Less is what time servers correct now and then. */
const JUMP_MS = 2 * 60_000;
const SYSTEM: Clocks = { wall: () => Date.now(), steady: () => performance.now() };

/**
 * Notices a clock that was set while the program runs, by comparing it with the steady one. `changed` hears of it. A sleeping
 * computer's steady clock may stand still: a jump forward counts only if it is still there at the next look and nobody has
 * called `resumed` by then.
 */
export function watchClock(changed: () => void, everyMs = 30_000, { wall, steady }: Clocks = SYSTEM) {
  let offset = wall() - steady();
  let found: Clock | null = null;
  let suspected = false;

  function look(): void {
    const jump = wall() - steady() - offset;
    if (Math.abs(jump) < JUMP_MS) {
      suspected = false;
      return;
    }
    if (jump > 0 && !suspected) {
      suspected = true;
      return;
    }
    offset += jump;
    suspected = false;
    tell({ what: jump > 0 ? 'forward' : 'back', ms: Math.abs(jump) });
  }
  function tell(clock: Clock): void {
    found = clock;
    changed();
  }

  const timer = setInterval(look, everyMs);
  timer.unref();
  return {
    look,
    now: () => found,
    /** Compares with the newest instant (ISO 8601) that the library knows of. */
    compare(newest: string): void {
      const ms = Date.parse(newest) - wall();
      if (ms >= JUMP_MS) tell({ what: 'behind', ms });
    },
    resumed(): void {
      offset = wall() - steady();
      suspected = false;
    },
    stop: () => clearInterval(timer),
  };
}

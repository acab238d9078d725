import { parseArgs } from 'node:util';
import { acceptAllMs } from './review/acceptAll.ts';
import { measureConvergence, measureMerge } from './review/convergence.ts';
import { type HandoffFigures, measureHandoff } from './review/handoff.ts';
import { measureTyping, type ReviewTyping } from './review/typing.ts';

export type ReviewFigures = HandoffFigures &
  ReviewTyping & {
    /** Three desks that exchange hand-offs: runs, those whose texts differ at the end, those in which a word is absent. */
    convergence: { runs: number; diverged: number; lost: number };
    /** For 1,000 suggestions in 12,000 words. */
    acceptAllMs: number;
    /** For 12,000 words with 200 changes on each side. */
    mergeMs: number;
  };

/** The figures of review; `--runs N` sets those of `convergence` (500). See README. */
export async function measure(): Promise<ReviewFigures> {
  const { values } = parseArgs({ args: process.argv.slice(3), options: { runs: { type: 'string', default: '500' } } });
  const mergeMs = measureMerge();
  const accepted = await acceptAllMs();
  const handoff = await measureHandoff();
  const typing = await measureTyping();
  return { convergence: await measureConvergence(Number(values.runs)), ...typing, ...accepted, ...handoff, mergeMs };
}

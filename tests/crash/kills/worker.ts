// The store's worker thread with a hook set before it opens the library, and with a clock on which a quiet moment, in which
// it tidies, is a fiftieth as long.
import { killAt } from './at-point.ts';

killAt(JSON.parse(process.env.CRASH_AT ?? 'null'));
const { setTimeout: real } = globalThis;
const soon = (work: () => void, ms = 0) => real(work, ms / 50);
globalThis.setTimeout = soon as typeof setTimeout;
await import('../../../main/store/worker.ts');

// The store's worker thread with a hook set before it opens the library.
import { killAt } from './at-point.ts';

killAt(JSON.parse(process.env.CRASH_AT ?? 'null'));
await import('../../../main/store/worker.ts');

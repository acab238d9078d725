// The program as somebody works with it who kills it: publishes a story, and ends itself at an instant.

import { good, openDesk } from './desk.ts';
import { type Errand, isWrite } from './errand.ts';

const { folder, clock, at, asked } = JSON.parse(process.argv[2] ?? '') as Errand;
let instants = 0;
/** What was kept, or what a server did, before anything else is. */
function instant(): void {
  if (instants++ === at) process.kill(process.pid, 'SIGKILL');
}
const log = { write: (exchange: { method: string }) => isWrite(exchange) && instant() };
const desk = await openDesk(folder, { ms: clock }, { log });
desk.hooks.job = instant;
good(await desk.outbox.startPublication(asked));
await desk.outbox.idle();
await desk.close();

import { onPoint } from '../../../main/points.ts';
import type { Order } from './said.ts';

/** Ends the whole process when this thread passes a point for the nth time, as a power switch would. */
export function killAt(at: Order['at']): void {
  if (!at) return;
  let passed = 0;
  onPoint((name) => {
    if (name === at.name && ++passed === at.nth) process.kill(process.pid, 'SIGKILL');
  });
}

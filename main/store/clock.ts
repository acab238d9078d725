/** This instant; where the clock was set back, the last one known: within a story time never goes backwards. Both ISO 8601, UTC. */
export function notBefore(last: string, now = new Date()): string {
  const here = now.toISOString();
  return here < last ? last : here;
}

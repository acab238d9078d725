import { isLoopback } from '../text/loopback.ts';

/**
 * The address of a server that runs a model, and whether that is this very computer; null: one that no photo may go to
 * (neither https nor this computer, or with a password, a query or a fragment inside).
 */
export function modelAddress(text: string): { url: URL; isHere: boolean } | null {
  const url = URL.parse(text.trim());
  if (!url || url.username || url.password || url.search || url.hash) return null;
  const isHere = isLoopback(url.hostname);
  return url.protocol === 'https:' || (url.protocol === 'http:' && isHere) ? { url, isHere } : null;
}

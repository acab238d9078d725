// Spaces, control and invisible formatting characters, and the backslash: nothing an address needs, much that hides one.
const TRICKS = /[\s\\\p{Cc}\p{Cf}\p{Cs}]/u;

/**
 * A link's address as it may be stored and published (serialised by the WHATWG URL standard), or null when it may not:
 * only http, https and mailto, with a host or an address, without user name and password, at most 4096 characters.
 * Idempotent. Used on the way in and again on the way out.
 */
export function safeLink(url: string): string | null {
  const trimmed = url.trim();
  if (TRICKS.test(trimmed) || !URL.canParse(trimmed)) return null;
  const parsed = new URL(trimmed);
  const { protocol, href } = parsed;
  if (href.length > 4096 || parsed.username !== '' || parsed.password !== '') return null;
  if (protocol === 'http:' || protocol === 'https:') return parsed.hostname === '' ? null : href;
  return protocol === 'mailto:' && /^[^@]+@[^@]+$/.test(parsed.pathname) ? href : null;
}

import { isLoopback } from '../../../story/text/loopback.ts';

/**
 * A site's address out of what a person typed or copied: with or without a scheme, a trailing slash, or one of the server's
 * `ownPages` behind it (a pattern of their paths). Null where it is no address.
 */
export function typedAddress(typed: string, ownPages: RegExp): URL | null {
  const text = typed.trim();
  const bare = !/^[a-z][a-z0-9+.-]*:\/\//i.test(text);
  const url = URL.parse(bare ? `https://${text}` : text);
  if (!url || !/^https?:$/.test(url.protocol) || !url.hostname) return null;
  if (bare && isLoopback(url.hostname)) url.protocol = 'http:';
  url.search = '';
  url.hash = '';
  url.pathname = url.pathname.replace(ownPages, '').replace(/\/*$/, '/');
  return url;
}

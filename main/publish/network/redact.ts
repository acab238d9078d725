/** What our own requests ask by, and what says nothing of a person: any other value in a query may be a key. */
const SHOWN = new Set([
  ...['context', 'status', 'slug', 'search', 'per_page', 'page', 'offset', 'order', 'orderby', 'rest_route'],
  ...['source', 'formats', 'include', 'limit', 'fields', '_fields', 'force', 'type', 'p', 'v'],
]);

/**
 * An address that a log may hold: no user and password, no fragment, and of the query only the values that our requests
 * ask by. A part of the path that looks like a key (a webhook's) is left out as well.
 */
export function shownAddress(address: string): string {
  const url = URL.parse(address);
  if (!url) return '(no address)';
  const query = [...url.searchParams].map(
    ([name, value]) => `${keyless(name)}=${SHOWN.has(name) && !isKey(value) ? encodeURIComponent(value) : HIDDEN}`,
  );
  const path = url.pathname.split('/').map(keyless).join('/');
  return `${url.protocol}//${url.host}${path}${query.length > 0 ? `?${query.join('&')}` : ''}`.slice(0, LONGEST);
}

const HIDDEN = '***';
const LONGEST = 500;
const keyless = (part: string): string => (isKey(part) ? HIDDEN : part);

/** Long, and letters of both cases among digits: no word and no slug is like that. Or hexadecimal, as long as a hash. */
function isKey(part: string): boolean {
  const longest = part.split(/[-_.~%=:]/).reduce((most, word) => (word.length > most.length ? word : most), '');
  const isMixed = /[a-z]/.test(part) && /[A-Z]/.test(part) && /\d/.test(part);
  return (part.length >= 20 && isMixed) || (longest.length >= 40 && /^[0-9a-f]+$/i.test(longest));
}

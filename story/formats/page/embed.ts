import type { Numbered } from '../wordpress/compare.ts';
import type { PlacedUnit } from '../wordpress/read.ts';

/**
 * An address that the site shows as what stands there (a video, a post): the units that show it, or null. They name the
 * thing by its own id, in the frame's address or in a link.
 */
export function isShownEmbed(ours: Numbered, theirs: readonly PlacedUnit[]): PlacedUnit[] | null {
  if (!/^https?:\/\/\S+$/.test(ours.text) || !ours.path.endsWith('figure>div')) return null;
  const id = idOf(ours.text);
  const at = theirs.findIndex(({ kind, text, markup }) => {
    if (kind === 'other') return text.startsWith('<iframe>') && decoded(text).includes(id);
    return [...markup.matchAll(/<a href="([^"]*)"/g)].some(([, href = '']) => decoded(href).includes(id));
  });
  if (at < 0) return null;
  return theirs.slice(0, at + 1).filter((one, index) => index === at || /\bblockquote\b/.test(one.path));
}

/** What is the thing's own in its address: a YouTube video's `v`, else the last part of the path, else all of it. */
export function idOf(address: string): string {
  const url = URL.parse(address);
  const last = url?.pathname.split('/').findLast((part) => part !== '');
  return url?.searchParams.get('v') || (last && last.length >= 4 ? decoded(last) : address);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

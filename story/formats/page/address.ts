/** What may be asked of a server besides the file: sizes, qualities, and the marks that make browsers load it anew. */
const HARMLESS = new Set(
  'ver v w h width height resize fit crop quality q ssl strip format fm auto lossy dpr'.split(' '),
);

/**
 * Whether a page that shows the file `theirs` shows the photo sent as `ours`: the file itself, a smaller copy that the site
 * made of it (WordPress: "-300x200", "-scaled"; Ghost: "/size/w600/"), the same in another format, or the same from the
 * site's own hosts (cdn.bao.vn for bao.vn) or WordPress.com's image servers. Any other name, folder or host is another photo.
 */
export function isSamePhoto(ours: string, theirs: string, page: string): boolean {
  const [mine, shown] = [URL.parse(ours, page), unwrapped(URL.parse(theirs, page))];
  if (!mine || !shown || !/^https?:$/.test(shown.protocol)) return ours === theirs;
  return (
    isOwnHost(mine.host, shown.host) &&
    fileOf(mine.pathname) === fileOf(shown.pathname) &&
    [...mine.searchParams].every(([name, value]) => shown.searchParams.get(name) === value) &&
    [...shown.searchParams.keys()].every((name) => mine.searchParams.has(name) || HARMLESS.has(name))
  );
}

/** Jetpack's image servers name the file's own address in their path. */
const unwrapped = (url: URL | null): URL | null =>
  url && /^i[0-3]\.wp\.com$/.test(url.hostname) ? URL.parse(`https:/${url.pathname}${url.search}`) : url;

function isOwnHost(ours: string, theirs: string): boolean {
  const home = ours.replace(/^www\./, '');
  return theirs === ours || theirs === home || theirs.endsWith(`.${home}`);
}

/** The file that a copy was made of. */
function fileOf(path: string): string {
  const whole = decoded(path).replace(/\/size\/w\d+(?:h\d+)?(?:\/format\/\w+)?\//, '/');
  const name = whole.replace(/\.(?:webp|avif)$/i, '').replace(/\.(?:jpe?g|png|gif)$/i, '');
  return name.replace(/-\d{1,5}x\d{1,5}$/, '').replace(/-scaled$/, '');
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

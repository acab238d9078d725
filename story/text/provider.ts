import { safeLink } from './link.ts';

/** Where an embedded post, video or map comes from. */
export type Provider = {
  id: ProviderId;
  /** As it calls itself. */
  name: string;
  /** How WordPress names it, and what it embeds; null where WordPress has no way to show it. */
  wordpress: { slug: string; type: 'video' | 'rich' } | null;
};
export type ProviderId =
  | 'youtube'
  | 'facebook'
  | 'x'
  | 'tiktok'
  | 'instagram'
  | 'vimeo'
  | 'dailymotion'
  | 'spotify'
  | 'soundcloud'
  | 'googleMaps'
  | 'openStreetMap'
  | 'other';

type Known = Omit<Provider, 'id'> & { hosts: string[]; is: (url: URL) => boolean };
const wordpress = (slug: string, type: 'video' | 'rich') => ({ slug, type });
const path = (pattern: RegExp) => (url: URL) => pattern.test(url.pathname);

/** Only what can be shown by itself: a video, a post, a place; not a provider's front page. */
const KNOWN: Record<Exclude<ProviderId, 'other'>, Known> = {
  youtube: {
    name: 'YouTube',
    wordpress: wordpress('youtube', 'video'),
    hosts: ['youtube.com', 'youtu.be', 'youtube-nocookie.com'],
    is: ({ hostname, pathname, searchParams }) =>
      hostname === 'youtu.be'
        ? pathname.length > 1
        : (pathname === '/watch' && searchParams.has('v')) ||
          (pathname === '/playlist' && searchParams.has('list')) ||
          /^\/(shorts|live|embed)\/./.test(pathname),
  },
  facebook: {
    name: 'Facebook',
    wordpress: null,
    hosts: ['facebook.com', 'fb.watch', 'fb.com'],
    is: ({ hostname, pathname, searchParams }) =>
      hostname === 'fb.watch'
        ? pathname.length > 1
        : /\/(posts|videos|photos|reel|reels|share|events|groups)\/./.test(pathname) ||
          (/^\/(watch|photo|photo\.php|permalink\.php|story\.php|video\.php)\/?$/.test(pathname) &&
            ['v', 'fbid', 'story_fbid'].some((name) => searchParams.has(name))),
  },
  x: {
    name: 'X',
    wordpress: wordpress('twitter', 'rich'),
    hosts: ['x.com', 'twitter.com'],
    is: path(/^\/[^/]+\/status(es)?\/\d+/),
  },
  tiktok: {
    name: 'TikTok',
    wordpress: wordpress('tiktok', 'video'),
    hosts: ['tiktok.com', 'vm.tiktok.com', 'vt.tiktok.com'],
    is: ({ hostname, pathname }) =>
      hostname.startsWith('v') ? pathname.length > 1 : /^\/(@[^/]+\/(video|photo)\/\d+|t\/.)/.test(pathname),
  },
  instagram: { name: 'Instagram', wordpress: null, hosts: ['instagram.com'], is: path(/^\/(p|reel|tv)\/./) },
  vimeo: {
    name: 'Vimeo',
    wordpress: wordpress('vimeo', 'video'),
    hosts: ['vimeo.com', 'player.vimeo.com'],
    is: path(/\/\d+/),
  },
  dailymotion: {
    name: 'Dailymotion',
    wordpress: wordpress('dailymotion', 'video'),
    hosts: ['dailymotion.com', 'dai.ly'],
    is: ({ hostname, pathname }) => (hostname === 'dai.ly' ? pathname.length > 1 : /^\/video\/./.test(pathname)),
  },
  spotify: {
    name: 'Spotify',
    wordpress: wordpress('spotify', 'rich'),
    hosts: ['open.spotify.com'],
    is: path(/^\/([a-z-]+\/)?(track|album|playlist|episode|show|artist)\/./),
  },
  soundcloud: {
    name: 'SoundCloud',
    wordpress: wordpress('soundcloud', 'rich'),
    hosts: ['soundcloud.com', 'on.soundcloud.com'],
    is: path(/^\/[^/]+\/./),
  },
  googleMaps: {
    name: 'Google Maps',
    wordpress: null,
    hosts: ['google.com', 'google.com.vn', 'maps.google.com', 'maps.app.goo.gl', 'goo.gl'],
    is: ({ hostname, pathname }) =>
      hostname === 'maps.app.goo.gl'
        ? pathname.length > 1
        : hostname === 'maps.google.com' || /^\/maps(\/|$)/.test(pathname),
  },
  openStreetMap: {
    name: 'OpenStreetMap',
    wordpress: null,
    hosts: ['openstreetmap.org', 'osm.org'],
    is: ({ pathname, hash, searchParams }) =>
      /^\/(node|way|relation|go|export)\/?/.test(pathname) || /^#map=/.test(hash) || searchParams.has('mlat'),
  },
};

/**
 * An address as an embedded block has it: https, in the form of the URL standard, without user name, password and square
 * brackets (which run as code on some sites); null where it may not be. Idempotent.
 */
export function embedAddress(text: string): string | null {
  const link = safeLink(text);
  if (!link?.startsWith('https://')) return null;
  const plain = link.replaceAll('[', '%5B').replaceAll(']', '%5D');
  return URL.canParse(plain) ? new URL(plain).href : null;
}

/** Who shows what is at an address; `other`, by its host's name, where that is not known. Never fails. */
export function providerOf(address: string): Provider {
  if (!URL.canParse(address)) return { id: 'other', name: address, wordpress: null };
  const url = new URL(address);
  const host = url.hostname.replace(/^(www|m|mobile|web|vi-vn)\./, '');
  const bare = new URL(url);
  bare.hostname = host;
  for (const [id, { name, wordpress, hosts, is }] of Object.entries(KNOWN))
    if (hosts.includes(host) && is(bare)) return { id: id as ProviderId, name, wordpress };
  return { id: 'other', name: host, wordpress: null };
}

/** An address as people read it: without its protocol, the letters of other alphabets as they are. */
export function shownAddress(address: string): string {
  const bare = address.replace(/^https:\/\/(www\.)?/, '').replace(/\/$/, '');
  try {
    return decodeURI(bare);
  } catch {
    return bare;
  }
}

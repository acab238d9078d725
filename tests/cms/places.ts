// The servers that every destination of a network is tried on: one table, so that a new destination meets the same trouble.
import path from 'node:path';
import type { Desk } from './desk.ts';
import { ghostMissing, startGhost } from './ghost.ts';
import { ghostPhotos, ghostPosts } from './ghost-remote.ts';
import { allMedia, allPosts } from './remote.ts';
import { startWordPress, wordPressMissing } from './wordpress.ts';

export type PlacePost = {
  id: string;
  title: string;
  status: 'published' | 'scheduled' | 'draft' | 'other';
  url: string;
};
export type PlacePhoto = { id: string; url: string };
/** A real server with nothing in it. */
export type Place = {
  /** Its own address; a test may put something in front of it. */
  url: string;
  /** Adds an account that may publish to a desk: the destination's id. `url`: what stands in front. */
  account(desk: Pick<Desk, 'destination'>, url?: string): Promise<string>;
  /** Every story that is not in the bin, whatever its status, the first made first; asked of the server itself. */
  posts(): Promise<PlacePost[]>;
  photos(): Promise<PlacePhoto[]>;
  /** Removes every story and photo, as if none had ever been. */
  clear(): void | Promise<void>;
  /** Ends the server at once, and starts it again. `clock`: how its clock differs from ours, such as "-5h". */
  kill(): Promise<void>;
  start(options?: { clock?: string }): Promise<void>;
  /** It answers nothing until `thaw`, and its connections stay. */
  freeze(): void;
  thaw(): void;
  /** Its database. */
  database: { kill(): Promise<void>; start(): Promise<void>; freeze(): void; thaw(): void };
  /** The folder that photos are stored in. */
  uploads: string;
  stop(): Promise<void>;
};
/** The writes that may not happen twice. */
export type WriteKind = 'photo' | 'draft';
export type PlaceKind = {
  name: string;
  /** Why it cannot be started on this machine, in one line; null where it can. */
  missing(): string | null;
  start(): Promise<Place>;
  /** Whether it starts within a second or two: the faults that take a new start are tried on these alone. */
  isQuick: boolean;
  /** Whether a draft that a server makes too late is put into its bin; where there is none, it stays a draft. */
  binsLateDrafts: boolean;
  /** Whether a request, as a proxy sees it, is that write. */
  writes(request: { method: string; path: string }, kind: WriteKind | 'update'): boolean;
};

const STATUS: Record<string, PlacePost['status']> = { publish: 'published', future: 'scheduled', draft: 'draft' };

const wordpress: PlaceKind = {
  name: 'WordPress',
  missing: wordPressMissing,
  isQuick: true,
  binsLateDrafts: true,
  writes: ({ method, path }, kind) =>
    method === 'POST' &&
    {
      photo: /\/wp\/v2\/media\?/,
      draft: /\/wp\/v2\/posts\?/,
      update: /\/wp\/v2\/posts\/\d+/,
    }[kind].test(path),
  async start() {
    const site = await startWordPress();
    const { user, password } = site.users.editor;
    return {
      url: site.url,
      account: (desk, url = site.url) => desk.destination({ type: 'wordpress', url, user }, password),
      posts: async () =>
        (await allPosts(site))
          .filter(({ status }) => status !== 'trash')
          .toSorted((a, b) => a.id - b.id)
          .map(({ id, title, status, link }) => ({
            ...{ id: String(id), title: title.raw, status: STATUS[status] ?? 'other', url: link },
          })),
      photos: async () => (await allMedia(site)).map(({ id, source_url: url }) => ({ id: String(id), url })),
      clear: site.clear,
      kill: site.killPhp,
      start: site.startPhp,
      freeze: site.freeze,
      thaw: site.thaw,
      database: site.sql,
      uploads: path.join(site.dir, 'www/wp-content/uploads'),
      stop: site.stop,
    };
  },
};

const ghost: PlaceKind = {
  name: 'Ghost',
  missing: ghostMissing,
  isQuick: false,
  binsLateDrafts: false,
  writes: ({ method, path }, kind) =>
    kind === 'update'
      ? method === 'PUT' && /\/posts\/[0-9a-f]+\//.test(path)
      : method === 'POST' && { photo: /\/images\/upload\//, draft: /\/admin\/posts\/(\?|$)/ }[kind].test(path),
  async start() {
    const site = await startGhost();
    return {
      url: site.url,
      account: (desk, url = site.url) => desk.destination({ type: 'ghost', url }, site.keys.integration),
      posts: async () =>
        (await ghostPosts(site))
          .toSorted((a, b) => (a.id < b.id ? -1 : 1))
          .map(({ id, title, status, url }) => ({ id, title, url, status: status as PlacePost['status'] })),
      photos: async () => ghostPhotos(site).map((id) => ({ id, url: `${site.url}/content/images/${id}` })),
      clear: site.clear,
      kill: site.kill,
      start: site.start,
      freeze: site.freeze,
      thaw: site.thaw,
      database: site.sql,
      uploads: path.join(site.dir, 'content/images'),
      stop: site.stop,
    };
  },
};

/** Every kind of server that stories are published to over HTTP and asked about afterwards. */
export const PLACES: readonly PlaceKind[] = [wordpress, ghost];

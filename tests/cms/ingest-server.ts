// A mock: a small receiver of ninjs on loopback, written for these tests after the documented protocol. The real ones (Superdesk's
// Newsroom and Web Publisher) cannot be installed where this suite runs. It checks signatures and tokens, keeps photos under
// their ids, refuses an item whose photos it has not got, and takes one version of an item once.
import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export const KEY = 'khoa-chung-cua-hai-ben';
// biome-ignore lint/suspicious/noExplicitAny: the receiver reads JSON as it comes
type Item = any;
type Answer = { status: number; body?: unknown; headers?: Record<string, string> };

export type Ingest = Awaited<ReturnType<typeof startIngest>>;

export async function startIngest(dialect: 'ninjs31' | 'superdesk') {
  const state = {
    url: '',
    /** By id. */
    photos: new Map<string, Buffer>(),
    /** The id of each photo that came whole, as often as it came. */
    stored: [] as string[],
    /** Each item as it came, as often as it came. */
    pushed: [] as string[],
    /** The newest of each story, by uri or guid. */
    items: new Map<string, Item>(),
    /** Each version once, in the order they came. */
    versions: [] as string[],
    /** Where the item can be read: at an address, in the answer to it, not at all. */
    readBack: 'address' as 'address' | 'echo' | 'none',
    /** Whether a version that came already is answered with 409, as some do. */
    refusesTwice: false,
    /** What it makes of an item that it stores. */
    alter: (item: Item): Item => item,
    reset() {
      state.photos.clear();
      state.items.clear();
      Object.assign(state, { stored: [], pushed: [], versions: [], readBack: 'address', refusesTwice: false });
      state.alter = (item) => item;
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };

  const isOurs = (headers: IncomingMessage['headers'], body: Buffer): boolean =>
    dialect === 'superdesk'
      ? headers['x-superdesk-signature'] === `sha1=${createHmac('sha1', KEY).update(body).digest('hex')}`
      : headers.authorization === `Bearer ${KEY}`;

  function keepPhoto(id: string, bytes: Buffer): void {
    state.photos.set(id, bytes);
    state.stored.push(id);
  }

  function takeItem(text: string): Answer {
    state.pushed.push(text);
    const item: Item = JSON.parse(text);
    const id = dialect === 'superdesk' ? item.guid : item.uri;
    if (!id || !item.type) return { status: 400, body: { error: 'an item has an id and a type' } };
    const pictures: Item[] = Object.values(item.associations ?? {});
    const wanted = pictures.flatMap(({ renditions }) =>
      Object.values(renditions as Item).map(({ media, href }: Item) => media ?? href.split('/').at(-1)),
    );
    const missing = wanted.find((one) => !state.photos.has(one));
    if (missing) return { status: 422, body: { error: `photo ${missing} is not here` } };
    const version = `${id} ${item.version}`;
    if (state.versions.includes(version) && state.refusesTwice) return { status: 409, body: { error: 'it is here' } };
    if (!state.versions.includes(version)) {
      state.versions.push(version);
      state.items.set(id, state.alter(item));
    }
    const headers: Record<string, string> =
      dialect === 'ninjs31' && state.readBack === 'address' ? { location: `/items/${encodeURIComponent(id)}` } : {};
    return { status: 201, body: state.readBack === 'echo' ? state.items.get(id) : {}, headers };
  }

  async function superdesk(method: string, path: string, incoming: IncomingMessage, body: Buffer): Promise<Answer> {
    const [, route, id = ''] = path.split('/');
    if (route === 'push_binary' && method === 'GET' && id)
      return state.photos.has(id) ? { status: 200, body: {} } : { status: 404, body: {} };
    if (method !== 'POST' || id) return { status: route === 'push' || route === 'push_binary' ? 405 : 404 };
    if (!isOurs(incoming.headers, body)) return { status: 403 };
    if (route === 'push') return takeItem(body.toString('utf8'));
    const type = incoming.headers['content-type'] ?? '';
    const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
    keepPhoto(String(form.get('media_id')), Buffer.from(await (form.get('media') as File).arrayBuffer()));
    return { status: 201, body: { status: 'OK' } };
  }

  function ninjs31(method: string, path: string, incoming: IncomingMessage, body: Buffer): Answer {
    const [, route, id = ''] = path.split('/').map(decodeURIComponent);
    if (!isOurs(incoming.headers, body)) return { status: 401 };
    if (route === 'media' && id) {
      const photo = state.photos.get(id);
      return photo ? { status: 200, headers: { 'content-type': 'image/jpeg' } } : { status: 404 };
    }
    if (route === 'items' && id)
      return state.items.has(id) ? { status: 200, body: state.items.get(id) } : { status: 404 };
    if (method !== 'POST') return { status: route === 'items' || route === 'media' ? 405 : 404 };
    if (route === 'items') return takeItem(body.toString('utf8'));
    const name = /filename="([0-9a-f]{64})\./.exec(incoming.headers['content-disposition'] ?? '')?.[1] ?? '';
    const digest = createHash('sha256').update(body);
    const isWhole = incoming.headers['content-digest'] === `sha-256=:${digest.copy().digest('base64')}:`;
    if (!isWhole || digest.digest('hex') !== name) return { status: 400, body: { error: 'the photo is not whole' } };
    keepPhoto(name, body);
    return { status: 201, body: { href: `/media/${name}` } };
  }

  async function handle(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const body = Buffer.concat(await incoming.toArray());
    const { method = 'GET', url = '/' } = incoming;
    const answer = await (dialect === 'superdesk' ? superdesk : ninjs31)(method, url, incoming, body);
    outgoing.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers });
    outgoing.end(answer.body === undefined || method === 'HEAD' ? '' : JSON.stringify(answer.body));
  }

  const server = createServer((incoming, outgoing) => {
    void handle(incoming, outgoing).catch((error) => outgoing.writeHead(500).end(String(error)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  state.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return state;
}

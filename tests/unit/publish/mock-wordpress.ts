// A mock of WordPress's REST API on loopback with a single post, for what no real WordPress can be made to answer; the
// real one is in tests/cms.
import { type FaultProxy, startFaultProxy } from '../../cms/fault-proxy.ts';

const MAY = { edit_posts: true, publish_posts: true, edit_published_posts: true, upload_files: true };

export type MockPost = { id: number; link: string; slug: string; status: string; modified_gmt: string; title: string };

export type MockWordPress = FaultProxy & {
  /** The post there is; null: none. */
  post: MockPost | null;
};

export async function startMockWordPress(linkOf: (id: number, url: string) => string): Promise<MockWordPress> {
  const mock = Object.assign(await startFaultProxy(), { post: null as MockPost | null });
  const shown = (post: MockPost) => ({
    ...post,
    title: { raw: post.title },
    content: { raw: '' },
    excerpt: { raw: '' },
    featured_media: 0,
    author: 1,
  });
  mock.fault = ({ method, path }) => {
    const answer = (body: unknown, status = 200) => ({
      status,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (path.startsWith('/wp-json/?') || path === '/wp-json/')
      return answer({ name: 'Báo', namespaces: ['wp/v2'], authentication: { 'application-passwords': {} } });
    if (path.includes('/users/me')) return answer({ id: 1, name: 'PV', capabilities: MAY });
    const one = /\/wp\/v2\/posts\/(\d+)/.exec(path);
    if (!one && method === 'GET') return answer([]);
    if (one && mock.post?.id !== Number(one[1])) return answer({ code: 'rest_post_invalid_id' }, 404);
    if (method === 'POST') {
      const at = '2026-03-05T02:30:00';
      const id = mock.post?.id ?? 7;
      const status = one ? 'publish' : 'draft';
      mock.post = { id, link: linkOf(id, mock.url), slug: `tin-${id}`, status, modified_gmt: at, title: 'Tít' };
    }
    return answer(shown(mock.post as MockPost));
  };
  return mock;
}

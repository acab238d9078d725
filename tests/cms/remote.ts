import type { WordPressSite } from './wordpress.ts';

type Text = { raw: string; rendered: string };
export type RemotePost = {
  id: number;
  slug: string;
  status: string;
  link: string;
  title: Text;
  content: Text;
  excerpt: Text;
  featured_media: number;
  categories: number[];
  tags: number[];
  author: number;
};
export type RemoteMedia = {
  id: number;
  alt_text: string;
  caption: Text;
  title: Text;
  description: Text;
  source_url: string;
  media_details: { width: number; height: number };
};

/** Every post there is, whatever its status. */
export const allPosts = async (site: WordPressSite): Promise<RemotePost[]> =>
  (await site.api('wp/v2/posts?context=edit&status=any,trash&per_page=100')) as RemotePost[];

export const allMedia = async (site: WordPressSite): Promise<RemoteMedia[]> =>
  (await site.api('wp/v2/media?context=edit&per_page=100')) as RemoteMedia[];

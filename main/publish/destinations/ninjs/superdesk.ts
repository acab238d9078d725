import { createHmac } from 'node:crypto';
import { canceledSuperdesk, storyToSuperdesk } from '../../../../story/formats/ninjs/superdesk.ts';
import { endingOf } from '../../../media/rendition.ts';
import { multipart } from '../multipart.ts';
import type { Dialect } from './dialect.ts';
import { addressIn } from './said.ts';

/**
 * What receivers of Superdesk's HTTP push take (Newsroom, Web Publisher): each request with an HMAC-SHA1 of its raw body;
 * a photo as a form of `media_id` and `media` to the media address, where GET `/ID` tells whether it is there; the item as
 * JSON. No schedule: they show at once what carries an embargo, to readers who are to keep it.
 */
export const superdesk: Dialect = {
  operations: ['publish', 'correct', 'unpublish'],
  readsBack: false,
  mediaAddress: ({ url, mediaUrl }) => mediaUrl ?? beside(url),
  signature: (secret, body): Record<string, string> =>
    body === undefined
      ? {}
      : { 'x-superdesk-signature': `sha1=${createHmac('sha1', secret).update(body).digest('hex')}` },
  lookUp: (address, id) => ({ method: 'GET', url: `${address.replace(/\/+$/, '')}/${id}` }),
  upload(url, id, { bytes, type }) {
    const { body, contentType } = multipart(id, [
      { name: 'media_id', text: id },
      { name: 'mime_type', text: type },
      { name: 'media', file: `${id}.${endingOf(type)}`, type, bytes },
    ]);
    return { method: 'POST', url, body, headers: { 'content-type': contentType } };
  },
  // Newsroom does not say: it makes the address out of the id, in every item that names it.
  photoAddress: (answer, asked) => addressIn(answer, asked) ?? asked,
  item: (story, { uri, ...about }, photos, embargoedUntil) =>
    storyToSuperdesk(story, { guid: uri, ...about, photos, embargoedUntil }).item,
  canceled: ({ uri, ...about }) => canceledSuperdesk({ guid: uri, ...about }),
};

/** Newsroom's two addresses are `push` and `push_binary`. */
function beside(address: string): string | null {
  const url = URL.parse(address);
  if (!url || !/\/push\/?$/.test(url.pathname)) return null;
  url.pathname = url.pathname.replace(/\/$/, '').concat('_binary');
  return url.href;
}

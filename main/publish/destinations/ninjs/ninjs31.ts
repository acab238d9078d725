import { createHash } from 'node:crypto';
import { canceledNinjs, storyToNinjs } from '../../../../story/formats/ninjs/index.ts';
import { endingOf } from '../../../media/rendition.ts';
import type { Dialect } from './dialect.ts';
import { addressIn } from './said.ts';

/**
 * ninjs 3.1, to whoever takes it: a bearer token (RFC 6750); a photo as raw bytes to the media address, named by its own
 * SHA-256; the item as JSON.
 */
export const ninjs31: Dialect = {
  operations: ['publish', 'correct', 'schedule', 'unpublish'],
  readsBack: true,
  mediaAddress: ({ mediaUrl }) => mediaUrl ?? null,
  signature: (secret): Record<string, string> => (secret === '' ? {} : { authorization: `Bearer ${secret}` }),
  lookUp: (address, id) => ({ method: 'HEAD', url: `${address.replace(/\/+$/, '')}/${id}` }),
  upload: (url, id, { bytes, type }) => ({
    ...{ method: 'POST', url, body: bytes },
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="${id}.${endingOf(type)}"`,
      // RFC 9530: what arrives cut short is refused.
      'content-digest': `sha-256=:${createHash('sha256').update(bytes).digest('base64')}:`,
      'idempotency-key': `"${id}"`,
    },
  }),
  photoAddress: addressIn,
  item: (story, { uri, version, versionCreated }, photos, embargoedUntil) =>
    storyToNinjs(story, { uri, version, versionCreated, photos, embargoedUntil }).item,
  canceled: canceledNinjs,
};

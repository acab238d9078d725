import { expect } from 'vitest';
import type { Desk } from './desk.ts';
import type { Place, WriteKind } from './places.ts';
import { until } from './processes.ts';

/** What must hold of a server in the end, whatever happened on the way; told by the server itself. */
export function oneOfEach(now: () => { place: Place; desk: Desk }) {
  return {
    /** One story, live, with its one photo; one receipt, which says so. */
    async published(story: string, operations: readonly string[] = ['created']): Promise<void> {
      const { place, desk } = now();
      const [posts, photos] = [await place.posts(), await place.photos()];
      expect(posts.map(({ status }) => status)).toEqual(['published']);
      expect(photos.length).toBe(1);
      const receipts = await desk.store.listReceipts(story);
      expect(receipts.map(({ operation }) => operation)).toEqual(operations.toReversed());
      expect(receipts[0]).toMatchObject({ remoteId: posts[0]!.id, differences: [] });
    },
    /** The server has stored what it had no time to say. */
    stored: (kind: WriteKind): Promise<void> =>
      until(`the ${kind}`, async () => {
        const { place } = now();
        return (await (kind === 'photo' ? place.photos() : place.posts())).length === 1;
      }),
  };
}

import type { Receipt, Term } from '../../../../preload/contract.ts';
import { isJobsDraft } from '../remote.ts';
import type { Outcome, PublishRun } from '../types.ts';
import type { WordPress } from './client.ts';
import type { WordPressRemote } from './post.ts';
import { sameName, termNamed } from './terms.ts';

/** Where a post is filed; what is absent is left as it is there. */
export type Filed = { categories?: number[]; tags?: number[]; author?: number };
export type Filing = {
  /** Finds out the ids of terms that are known by name alone, and makes those of the story that are new. */
  settle(): Promise<Outcome<null>>;
  /** As the person chose; terms that are not settled are left out. */
  chosen(): Filed;
  /** What is to be sent, so that what somebody added on the site stays: ours, and theirs that were never ours. */
  over(remote: WordPressRemote): Filed;
  differences(remote: WordPressRemote): Receipt['differences'];
};

const KINDS = ['categories', 'tags'] as const;
type Kind = (typeof KINDS)[number];

/** A publication's categories, tags and author as a WordPress knows them. */
export function createFiling(wp: WordPress, { publication }: Pick<PublishRun, 'publication'>): Filing {
  const { placement, previous } = publication;
  const settled = new Map<string, number>();
  let sent: Filed | null = null;
  const keyOf = (kind: Kind, { name }: Term): string => `${kind} ${sameName(name)}`;
  const idOf = (kind: Kind, term: Term): number | undefined => Number(term.id) || settled.get(keyOf(kind, term));
  const idsOf = (kind: Kind, terms: readonly Term[] = []): number[] => terms.flatMap((term) => idOf(kind, term) ?? []);
  const authorId = Number(placement.authors?.[0]?.id) || undefined;

  const filed = (of: (kind: Kind) => number[] | undefined): Filed => {
    const [categories, tags] = KINDS.map(of);
    return { ...(categories && { categories }), ...(tags && { tags }), ...(authorId && { author: authorId }) };
  };
  const chosen = (): Filed => filed((kind) => placement[kind] && idsOf(kind, placement[kind]));

  return {
    async settle() {
      for (const kind of KINDS) {
        for (const term of (placement[kind] ?? []).filter((one) => !idOf(kind, one))) {
          const made = await termNamed(wp, kind, term.name, true);
          if (!made.ok) return made;
          if (made.value) settled.set(keyOf(kind, term), made.value);
        }
        // Taken away since the last time: only looked up.
        for (const term of (previous?.placement?.[kind] ?? []).filter((one) => !idOf(kind, one))) {
          const found = await termNamed(wp, kind, term.name, false);
          if (!found.ok) return found;
          if (found.value) settled.set(keyOf(kind, term), found.value);
        }
      }
      return { ok: true, value: null };
    },
    chosen,
    over(remote) {
      // A draft of ours has nothing but what WordPress gives every post.
      const isFresh = !previous || isJobsDraft(remote);
      sent = filed((kind) => {
        const ours = placement[kind] && idsOf(kind, placement[kind]);
        if (!ours || isFresh) return ours;
        const earlier = new Set(idsOf(kind, previous.placement?.[kind]));
        return [...new Set([...ours, ...remote[kind].filter((id) => !earlier.has(id))])];
      });
      return sent;
    },
    differences(remote) {
      const wanted = sent ?? chosen();
      const shown = (kind: Kind, ids: readonly number[]): string =>
        ids.map((id) => placement[kind]?.find((term) => idOf(kind, term) === id)?.name ?? `#${id}`).join(', ');
      const differences: Receipt['differences'] = KINDS.flatMap((kind) => {
        const [ours, theirs] = [wanted[kind], remote[kind]];
        // A post without a category gets the site's own.
        if (!ours || ours.length === 0) return [];
        const isSame = ours.every((id) => theirs.includes(id)) && (!sent || theirs.length === ours.length);
        return isSame ? [] : [{ where: kind, ours: shown(kind, ours), theirs: shown(kind, theirs) }];
      });
      const { author } = wanted;
      if (author !== undefined && remote.author !== author)
        differences.push({ where: 'author', ours: placement.authors?.[0]?.name ?? '', theirs: `#${remote.author}` });
      return differences;
    },
  };
}
